// Branches. A branch is known by its `company`.
import { list, text } from './field.mts';
import { member } from './member.mts';
import type { Resource } from './resource.mts';

export const branches: Resource = {
	name: 'Branches',
	key: 'branches',
	singular: 'Branch',
	methods: ['GET', 'POST', 'PUT'],
	counter: 'member',
	codeField: 'company',
	indexes: [['createdDate', 'id'], ['email']],
	fields: [
		...member,
		text('branchType', 250),
		text('stockControlOptions'),
		text('taxStatus'),
		text('accountNumber'),
		list('branchLocations', [text('zone'), { name: 'bins', type: 'list', fields: [] }]),
	],
};
