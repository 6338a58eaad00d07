/** What the operations share around their work: a client, settings checked against the account, and clear messages. */
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { BatchSettings } from '../../../lib/batching/settings';
import { checkSettings } from '../../../lib/batching/settings.check';
import type { Cin7Client } from '../../../lib/cin7/client';
import type { Branch } from '../../../lib/cin7/records';
import { branches } from '../../../lib/cin7/resources';
import { cin7ClientFor } from '../../shared/cin7/client';
import { nodeErrorFrom } from '../../shared/cin7/errors';

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

/**
 * Looks at the settings as a whole, branch ids included, before anything else is read or written. Gives the branches.
 * @throws NodeOperationError with one line for each thing to put right
 */
export async function checkAgainstAccount(
	context: IExecuteFunctions,
	client: Cin7Client,
	settings: BatchSettings,
): Promise<Branch[]> {
	const known = await client.all(branches, {});
	const complaints = checkSettings(settings, known);
	if (complaints.length === 0) return known;
	throw new NodeOperationError(context.getNode(), complaints[0], {
		description: [...complaints.slice(1), 'Nothing was changed in Cin7.'].join(' '),
	});
}

/**
 * The account's code for the 3PL status "Do Not Transfer to 3PL", where the credential gives it.
 * @throws NodeOperationError when it is no number: a batch must not go to a warehouse because of a slip
 */
export async function doNotTransferStatus(context: IExecuteFunctions): Promise<number | null> {
	const { doNotTransferStatus: code } = await context.getCredentials('cin7OmniApi');
	const text = String(code ?? '').trim();
	if (text === '') return null;
	if (/^\d+$/.test(text)) return Number(text);
	throw new NodeOperationError(
		context.getNode(),
		`3PL Code for Do Not Transfer in the Cin7 Omni API credential is "${text}"; Cin7's codes are whole numbers`,
		{
			description: 'Correct it in the credential, or leave it empty. Nothing was changed in Cin7.',
		},
	);
}
