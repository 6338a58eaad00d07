/** Confirm: which batch an input item says was booked, and under what number. */
import type { INodeProperties } from 'n8n-workflow';

const show = { operation: ['confirm'] };

export const confirm: INodeProperties[] = [
	{
		displayName:
			'Let only batches get here that are booked: what is confirmed does not come again. All input items are confirmed together; confirming twice is harmless.',
		name: 'confirmNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		default: '={{ $json.reference }}',
		required: true,
		placeholder: 'e.g. BATCH-000123',
		displayOptions: { show },
		description: 'The batch that is booked, by the reference it left the Batches output with',
	},
	{
		displayName: 'Accounting Reference',
		name: 'accountingReference',
		type: 'string',
		default: '',
		placeholder: 'e.g. INV-1042',
		displayOptions: { show },
		description:
			'The number of the invoice or credit note over there. Cin7 keeps it on the batch as its customer order number. Empty leaves that as it is.',
	},
];
