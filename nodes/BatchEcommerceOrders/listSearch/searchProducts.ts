import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { products } from '../../../lib/cin7/resources';
import { contains, or } from '../../../lib/cin7/where';
import { listFromCin7 } from '../../shared/cin7/listFromCin7';

/** Product codes, found by name or style code, for Batch Product. */
export async function searchProducts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const where = filter ? or(contains('name', filter), contains('styleCode', filter)) : undefined;
	const found = await listFromCin7(this, (client) =>
		client.first(products, { where, order: 'name ASC', rows: 100 }),
	);
	return {
		results: found.flatMap((product) =>
			product.productOptions.map(({ code }) => ({
				name: `${product.name} (${code})`,
				value: code,
			})),
		),
	};
}
