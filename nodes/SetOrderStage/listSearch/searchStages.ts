import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { salesOrders } from '../../../lib/cin7/resources';
import { needsAttention } from '../../../lib/stages/settings';
import { listFromCin7, named, recentRecords } from '../../shared/cin7/listFromCin7';

/** Those that Cin7's API pages list; an account can have any. */
const documented = ['New', 'Awaiting Payment', 'Declined', 'Dispatched', 'Processing', 'On Hold'];

/** Stages of the newest orders, and Cin7's own: the API has no list of them. */
export async function searchStages(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const orders = await listFromCin7(this, (client) =>
		recentRecords(client, salesOrders, ['id', 'stage']),
	);
	const stages = new Set([...orders.map(({ stage }) => stage), ...documented, needsAttention]);
	return named([...stages].filter((stage) => stage !== '').sort(), filter);
}
