/** Products with their options; what an order's line names is the code of an option. */
import { asSent } from '../../../../lib/cin7/resources';
import { anyOfFilter, changeDates, searchFilter } from '../../shared/filters';
import { getMany } from '../../shared/getMany';
import { getOne } from '../../shared/getOne';
import type { ResourceModule } from '../../shared/module';

const resource = asSent({ path: 'Products', singular: 'product' });

export const product: ResourceModule = {
	value: 'product',
	name: 'Product',
	operations: [
		getOne({
			resource,
			name: { field: 'styleCode', displayName: 'Style Code', placeholder: 'e.g. TEE' },
		}),
		getMany({
			resource,
			plural: 'products',
			filters: [
				...changeDates,
				searchFilter(['name', 'styleCode'], {
					displayName: 'Search',
					name: 'search',
					description: 'Text in name or style code',
				}),
				anyOfFilter('styleCode', {
					displayName: 'Style Code',
					name: 'styleCode',
					description: 'One or several, separated by commas',
				}),
			],
		}),
	],
};
