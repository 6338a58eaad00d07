/** Branches. Cin7 shows a branch by its company name. */
import { asSent } from '../../../../lib/cin7/resources';
import { searchFilter } from '../../shared/filters';
import { getMany } from '../../shared/getMany';
import { getOne } from '../../shared/getOne';
import type { ResourceModule } from '../../shared/module';

const resource = asSent({ path: 'Branches', singular: 'branch' });

export const branch: ResourceModule = {
	value: 'branch',
	name: 'Branch',
	operations: [
		getOne({
			resource,
			name: { field: 'company', displayName: 'Branch Name', placeholder: 'e.g. Main Branch' },
		}),
		getMany({
			resource,
			plural: 'branches',
			filters: [
				searchFilter(['company', 'city'], {
					displayName: 'Search',
					name: 'search',
					description: 'Text in name or city',
				}),
			],
		}),
	],
};
