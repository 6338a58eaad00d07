import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { salesOrders } from '../../../lib/cin7/resources';
import { listFromCin7, named, recentRecords } from '../../shared/cin7/listFromCin7';

/** The sources of the newest orders: what Cin7's integrations write there is the channel's name. */
export async function recentChannels(context: ILoadOptionsFunctions): Promise<string[]> {
	const orders = await listFromCin7(context, (client) =>
		recentRecords(client, salesOrders, ['id', 'source']),
	);
	return [...new Set(orders.map((order) => order.source))].filter((name) => name !== '').sort();
}

/** Channels for the resource locator. */
export async function searchChannels(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return named(await recentChannels(this), filter);
}
