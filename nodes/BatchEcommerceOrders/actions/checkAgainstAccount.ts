import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { BatchSettings } from '../../../lib/batching/settings';
import { checkSettings } from '../../../lib/batching/settings.check';
import type { Cin7Client } from '../../../lib/cin7/client';
import type { Branch } from '../../../lib/cin7/records';
import { branches } from '../../../lib/cin7/resources';

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
