/** Where a download starts. */
import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { operation: ['downloadUpdated'] } };

export const start: INodeProperties[] = [
	{
		displayName:
			'Amazon allows about 20 searches an hour for each seller and app. Run this every 5 minutes at the most; each run takes at least one search, and one more for every 100 orders.',
		name: 'pollingNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Updated After',
		name: 'updatedAfter',
		type: 'dateTime',
		default: '',
		displayOptions,
		description:
			"Orders created or changed in Amazon since this time are downloaded. Cin7 calls it Download Orders Updated in Amazon Seller After. It counts only for the first download, as long as Progress is empty. Amazon keeps orders for two years. Without an offset the time is in the workflow's time zone.",
	},
	{
		displayName: 'Progress',
		name: 'progress',
		type: 'json',
		default: '{}',
		displayOptions,
		placeholder: 'e.g. {{ $json }}',
		description:
			'The item that the Progress output gave last time, from wherever you keep it, such as a row of a Data Table. Keep it only after all orders of the execution were saved. To download orders again, set its <code>updatedAfter</code> back. Empty starts at Updated After.',
	},
];
