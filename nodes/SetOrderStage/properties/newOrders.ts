/** Orders that are not in Cin7 yet: whether they are created, and what for. */
import type { INodeProperties } from 'n8n-workflow';

import { branchLocator } from './locators';

const createdOnly = { show: { createMissing: [true] } };

export const newOrders: INodeProperties[] = [
	{
		displayName: 'Create Missing Orders',
		name: 'createMissing',
		type: 'boolean',
		default: true,
		displayOptions: { show: { operation: ['applyDefaults', 'hold'] } },
		description:
			'Whether orders that are not in Cin7 are created. Turn it off to fix or release only what is there.',
	},
	{
		displayName: 'Create Missing Orders',
		name: 'createMissing',
		type: 'boolean',
		default: false,
		displayOptions: { show: { operation: ['setManually'] } },
		description: 'Whether orders that are not in Cin7 are created',
	},
	branchLocator({
		displayName: 'Branch',
		name: 'branch',
		displayOptions: createdOnly,
		description:
			'Branch of new orders. Empty takes the main branch. The branch of an existing order is never changed.',
	}),
	{
		displayName: 'Other Branches',
		name: 'branchRules',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Branch Rule',
		default: {},
		displayOptions: createdOnly,
		description:
			'Branches for some of the new orders, such as those that Amazon fulfils. The first rule that fits counts.',
		options: [
			{
				displayName: 'Rule',
				name: 'rules',
				values: [
					{
						displayName: 'Orders By',
						name: 'by',
						type: 'options',
						options: [
							{
								name: 'Fulfilled By',
								value: 'fulfilledBy',
								description: 'Who sends the order: AMAZON or MERCHANT',
							},
							{
								name: 'Marketplace',
								value: 'marketplace',
								description: 'Name or ID of the marketplace, such as Amazon.com.au',
							},
						],
						default: 'fulfilledBy',
					},
					{
						displayName: 'Is',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. AMAZON',
						description: 'In upper or lower case',
					},
					branchLocator({
						displayName: 'Branch',
						name: 'branch',
						description: 'Branch of these orders',
						required: true,
					}),
				],
			},
		],
	},
];
