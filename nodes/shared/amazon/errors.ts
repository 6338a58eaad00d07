/** What went wrong with Amazon, as n8n shows it. */
import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { AmazonFailure } from '../../../lib/amazon/api/errors';

type DeclaredFailure = NonNullable<
	NonNullable<ConstructorParameters<typeof NodeApiError>[2]>['failure']
>;

/**
 * A node's error with its message and what to do. Nothing of the request is in it: no token, no headers, no order.
 * @param failure what was caught; n8n's own node errors come back as they are
 */
export function nodeErrorFrom(failure: unknown, node: INode): NodeApiError | NodeOperationError {
	if (failure instanceof NodeApiError || failure instanceof NodeOperationError) return failure;
	if (!(failure instanceof AmazonFailure)) {
		return new NodeOperationError(
			node,
			failure instanceof Error ? failure.message : String(failure),
		);
	}
	const { message, description, status } = failure;
	const error = new NodeApiError(
		node,
		{ message, description },
		{
			message,
			description,
			...(status !== undefined && { httpCode: String(status) }),
			failure: declared(failure),
		},
	);
	// n8n replaces messages in which it sees the code of a system's own.
	error.message = message;
	return error;
}

/** Why, in n8n's own terms; an n8n that does not know them passes over it. */
function declared({ kind, retryAt }: AmazonFailure): DeclaredFailure | undefined {
	switch (kind) {
		case 'credentials':
			return { cause: 'credential-invalid' };
		case 'permission':
		case 'notFound':
			return { cause: 'configuration-invalid' };
		case 'limit':
			return retryAt === undefined
				? { cause: 'rate-limited' }
				: { cause: 'quota-exhausted', resetsAtEpochMs: retryAt };
		case 'unavailable':
			return { cause: 'temporarily-unavailable' };
		default:
			return undefined;
	}
}
