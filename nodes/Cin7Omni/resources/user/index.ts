/** Users: the people who sign in to the account. */
import { asSent } from '../../../../lib/cin7/resources';
import { searchFilter } from '../../shared/filters';
import { getMany } from '../../shared/getMany';
import type { ResourceModule } from '../../shared/module';

const resource = asSent({ path: 'Users', singular: 'user' });

export const user: ResourceModule = {
	value: 'user',
	name: 'User',
	operations: [
		getMany({
			resource,
			plural: 'users',
			filters: [
				searchFilter(['firstName', 'lastName', 'email'], {
					displayName: 'Search',
					name: 'search',
					description: 'Text in first name, last name or email',
				}),
			],
		}),
	],
};
