/** What went wrong, as n8n shows it. */
import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { ServiceFailure } from '../../lib/http/serviceFailure';

type DeclaredFailure = NonNullable<
	NonNullable<ConstructorParameters<typeof NodeApiError>[2]>['failure']
>;

/**
 * A node's error with its message and what to do. Nothing of the request is in it: no key or token, no headers, no records.
 * @param failure what was caught; n8n's own node errors come back as they are
 */
export function nodeErrorFrom(
	failure: unknown,
	node: INode,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (failure instanceof NodeApiError || failure instanceof NodeOperationError) return failure;
	if (!(failure instanceof ServiceFailure)) {
		const message = failure instanceof Error ? failure.message : String(failure);
		return new NodeOperationError(node, message, { itemIndex, description: whatToDo(failure) });
	}
	const { message, description, status } = failure;
	const error = new NodeApiError(
		node,
		{ message, description },
		{
			message,
			description,
			itemIndex,
			...(status !== undefined && { httpCode: String(status) }),
			failure: declared(failure),
		},
	);
	// n8n replaces messages in which it sees the code of a system's own, such as "EEXIST" in Cin7's "ReferenceExists".
	error.message = message;
	return error;
}

/** Failures of the domain say what to do in `description`, as ServiceFailure does. */
function whatToDo(failure: unknown): string | undefined {
	const { description } = (failure ?? {}) as { description?: unknown };
	return typeof description === 'string' ? description : undefined;
}

/** Why, in n8n's own terms; an n8n that does not know them passes over it. */
function declared({ kind, retryAt }: ServiceFailure): DeclaredFailure | undefined {
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
