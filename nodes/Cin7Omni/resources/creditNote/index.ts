/** Credit notes. */
import { asSent } from '../../../../lib/cin7/resources';
import { anyOfFilter, changeDates } from '../../shared/filters';
import { getMany } from '../../shared/getMany';
import { getOne } from '../../shared/getOne';
import type { ResourceModule } from '../../shared/module';

const resource = asSent({ path: 'CreditNotes', singular: 'credit note' });

export const creditNote: ResourceModule = {
	value: 'creditNote',
	name: 'Credit Note',
	operations: [
		getOne({
			resource,
			name: { field: 'reference', displayName: 'Reference', placeholder: 'e.g. CRN-88' },
		}),
		getMany({
			resource,
			plural: 'credit notes',
			filters: [
				...changeDates,
				anyOfFilter('reference', {
					displayName: 'Reference',
					name: 'reference',
					description: 'One or several, separated by commas',
				}),
				anyOfFilter('salesReference', {
					displayName: 'Sales Reference',
					name: 'salesReference',
					description: 'References of the sales orders they refund, separated by commas',
				}),
			],
		}),
	],
};
