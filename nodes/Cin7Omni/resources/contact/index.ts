/** Contacts: customers and suppliers. */
import { asSent } from '../../../../lib/cin7/resources';
import { anyOfFilter, changeDates, searchFilter } from '../../shared/filters';
import { getMany } from '../../shared/getMany';
import { getOne } from '../../shared/getOne';
import type { ResourceModule } from '../../shared/module';

const resource = asSent({ path: 'Contacts', singular: 'contact' });

export const contact: ResourceModule = {
	value: 'contact',
	name: 'Contact',
	operations: [
		getOne({
			resource,
			name: { field: 'email', displayName: 'Email', placeholder: 'e.g. ada@example.com' },
		}),
		getMany({
			resource,
			plural: 'contacts',
			filters: [
				...changeDates,
				searchFilter(['company', 'firstName', 'lastName', 'email'], {
					displayName: 'Search',
					name: 'search',
					description: 'Text in company, first name, last name or email',
				}),
				anyOfFilter('type', {
					displayName: 'Type',
					name: 'type',
					placeholder: 'e.g. Customer',
					description: 'Customer, Supplier or Internal; several separated by commas',
				}),
			],
		}),
	],
};
