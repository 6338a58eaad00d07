/** Sales orders. */
import { asSent } from '../../../../lib/cin7/resources';
import { anyOfFilter, changeDates, searchFilter } from '../../shared/filters';
import { getMany } from '../../shared/getMany';
import { getOne } from '../../shared/getOne';
import type { ResourceModule } from '../../shared/module';
import { update, upsert } from './write';

const resource = asSent({ path: 'SalesOrders', singular: 'sales order' });

export const salesOrder: ResourceModule = {
	value: 'salesOrder',
	name: 'Sales Order',
	operations: [
		upsert,
		getOne({
			resource,
			name: { field: 'reference', displayName: 'Reference', placeholder: 'e.g. SO-1042' },
		}),
		getMany({
			resource,
			plural: 'sales orders',
			filters: [
				...changeDates,
				anyOfFilter('customerOrderNo', {
					displayName: 'Customer Order Number',
					name: 'customerOrderNo',
					description: 'One or several, separated by commas',
				}),
				anyOfFilter('reference', {
					displayName: 'Reference',
					name: 'reference',
					description: 'One or several, separated by commas',
				}),
				searchFilter(['reference', 'customerOrderNo', 'company', 'lastName', 'email'], {
					displayName: 'Search',
					name: 'search',
					description: 'Text in reference, customer order number, company, last name or email',
				}),
				anyOfFilter('stage', {
					displayName: 'Stage',
					name: 'stage',
					placeholder: 'e.g. Needs Attention',
					description: 'One or several stages, separated by commas',
				}),
			],
		}),
		update,
	],
};
