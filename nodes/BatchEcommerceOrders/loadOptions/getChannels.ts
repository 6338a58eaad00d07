import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { recentChannels } from '../listSearch/searchChannels';

/** The channels of recent orders, for Tags. */
export async function getChannels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const names = await recentChannels(this);
	return names.map((name) => ({ name, value: name }));
}
