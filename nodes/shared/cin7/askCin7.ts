/** Around an operation's work: a client for the node's credential, and clear messages. */
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Cin7Client } from '../../../lib/cin7/client';
import { nodeErrorFrom } from '../errors';
import { cin7ClientFor } from './client';

/**
 * Does the work with a client for the node's credential.
 * @param whenBrokenOff what to do when it ends half-way, for operations that can be taken up again
 * @throws NodeApiError or NodeOperationError, with what happened and what to do
 */
export async function askCin7<T>(
	context: IExecuteFunctions,
	work: (client: Cin7Client) => Promise<T>,
	whenBrokenOff = '',
): Promise<T> {
	try {
		return await work(await cin7ClientFor(context));
	} catch (failure) {
		const error = nodeErrorFrom(failure, context.getNode());
		error.description = [error.description ?? '', whenBrokenOff].join(' ').trim();
		throw error;
	}
}
