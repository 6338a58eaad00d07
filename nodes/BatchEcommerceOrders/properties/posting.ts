/** Where the value of a batch is booked. */
import type { INodeProperties } from 'n8n-workflow';

import { botOperations } from './operation';

export const posting: INodeProperties[] = [
	{
		displayName: 'Posting',
		name: 'posting',
		type: 'options',
		options: [
			{
				name: 'Cin7 Batch Order',
				value: 'cin7',
				description:
					'Each batch is an approved sales order in Cin7 (a credit note when refunds outweigh sales), which your accounting integration imports',
			},
			{
				name: 'External Accounting',
				value: 'external',
				description:
					'Cin7 keeps a batch as a number without value; the nodes that follow book it, and Confirm closes it',
			},
		],
		default: 'cin7',
		displayOptions: { show: { operation: botOperations } },
		description: 'Where the value of each batch is booked',
	},
	{
		displayName:
			'Each batch leaves through the Batches output with its lines, for the next nodes to book: in Xero or QuickBooks, or as a file. Once it is booked, close it with the operation Confirm; until then it comes again with every run, under the same reference, so look for that reference before you book. Its orders are set to Do Not Import in Cin7.',
		name: 'externalNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: botOperations, posting: ['external'] } },
	},
];
