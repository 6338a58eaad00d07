/** Fields that are chosen from the account's own lists, or typed. */
import type { INodeProperties } from 'n8n-workflow';

type Given = Pick<INodeProperties, 'displayName' | 'name' | 'description'> &
	Partial<INodeProperties>;

/** A stage, by name. */
export function stageLocator(given: Given): INodeProperties {
	return {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchStages', searchable: true },
			},
			{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. Processing' },
		],
		...given,
	};
}

/** A 3PL status, by the account's code. */
export function threePlLocator(given: Given): INodeProperties {
	return {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From an Order',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchThreePlStatuses', searchable: true },
			},
			{
				displayName: 'By Code',
				name: 'code',
				type: 'string',
				placeholder: 'e.g. 1',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^[0-9]*$', errorMessage: 'A 3PL code is a whole number' },
					},
				],
			},
		],
		...given,
	};
}

/** A branch, by id. */
export function branchLocator(given: Given): INodeProperties {
	return byId('searchBranches', 'branch', given);
}

/** A contact, by id. */
export function contactLocator(given: Given): INodeProperties {
	return byId('searchContacts', 'contact', given);
}

function byId(searchListMethod: string, what: string, given: Given): INodeProperties {
	return {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 3',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '^[0-9]*$',
							errorMessage: `A Cin7 ${what} ID is a whole number`,
						},
					},
				],
			},
		],
		...given,
	};
}
