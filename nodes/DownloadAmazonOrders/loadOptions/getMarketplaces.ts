import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { amazonClientFor } from '../../shared/amazon/client';
import { nodeErrorFrom } from '../../shared/errors';

/** Where the seller may sell, by name. */
export async function getMarketplaces(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	try {
		const { client } = await amazonClientFor(this);
		return (await client.marketplaces())
			.map(({ marketplaceId, name, countryCode, isParticipating }) => ({
				name: `${name || marketplaceId}${countryCode && ` (${countryCode})`}${isParticipating ? '' : ', not selling'}`,
				value: marketplaceId,
			}))
			.sort((a, b) => a.name.localeCompare(b.name));
	} catch (failure) {
		throw nodeErrorFrom(failure, this.getNode());
	}
}
