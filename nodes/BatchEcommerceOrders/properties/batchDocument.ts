/** What the sales order that stands for a batch is made with. */
import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from './shownFor';

const properties: INodeProperties[] = [
	{
		displayName: 'Batch Customer',
		name: 'batchCustomer',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'The Cin7 customer that batches are made for. Use one that is made for this purpose: by it, your sales reports can leave batches out.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchContacts', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 1042',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^[0-9]+$', errorMessage: 'A Cin7 contact ID is a whole number' },
					},
				],
			},
		],
	},
	{
		displayName: 'Batch Product',
		name: 'batchProduct',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'The product on the lines of a batch. Use a non-stock product, so that batches move neither stock nor cost of goods.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchProducts', searchable: true },
			},
			{
				displayName: 'By Code',
				name: 'code',
				type: 'string',
				placeholder: 'e.g. BATCH',
			},
		],
	},
];

/** A Preview needs neither, but a bot that is set to Preview may be asked to run. */
export const batchDocument: INodeProperties[] = [
	...shownFor(
		['run'],
		properties.map((property) => ({ ...property, required: true })),
	),
	...shownFor(
		['preview'],
		properties.map((property) => ({
			...property,
			description: `${property.description} A Preview works without it.`,
		})),
	),
];
