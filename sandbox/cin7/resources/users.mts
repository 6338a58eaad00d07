// Users: the people of the account. The API only reads them.
import { text, whole, yesNo } from './field.mts';
import type { Resource } from './resource.mts';

export const users: Resource = {
	name: 'Users',
	key: 'users',
	singular: 'User',
	methods: ['GET'],
	counter: 'user',
	codeField: 'email',
	indexes: [],
	fields: [
		whole('id'),
		yesNo('isActive'),
		text('firstName'),
		text('lastName'),
		text('jobTitle'),
		text('email'),
	],
};
