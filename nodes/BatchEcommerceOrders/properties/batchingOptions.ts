/** Ecommerce Batching Options: one row per channel and payment type, with its cut-off time or Ignore. */
import type { INodeProperties } from 'n8n-workflow';

export const batchingOptions: INodeProperties[] = [
	{
		displayName: 'Ecommerce Batching Options',
		name: 'batchingOptions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Channel and Payment Type',
		default: {},
		description:
			'Which payments are batched, and up to what time of day. A payment made at or after the cut-off belongs to the next batch. Today is never included.',
		options: [
			{
				displayName: 'Channel and Payment Type',
				name: 'rows',
				values: [
					{
						displayName: 'Channel',
						name: 'channel',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						required: true,
						description: 'The integration that the orders come from',
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								typeOptions: { searchListMethod: 'searchChannels', searchable: true },
							},
							{
								displayName: 'By Name',
								name: 'name',
								type: 'string',
								placeholder: 'e.g. Shopify My Store',
							},
						],
					},
					{
						displayName: 'Payment Type',
						name: 'paymentType',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						required: true,
						description: 'The payment type as Cin7 shows it on the payment',
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								typeOptions: { searchListMethod: 'searchPaymentTypes', searchable: true },
							},
							{
								displayName: 'By Name',
								name: 'name',
								type: 'string',
								placeholder: 'e.g. PayPal',
							},
						],
					},
					{
						displayName: 'Cut-Off',
						name: 'cutOff',
						type: 'options',
						options: [
							{
								name: 'Time of Day',
								value: 'time',
								description: 'Payments made before this time, on the day before the run',
							},
							{
								name: 'End of Day',
								value: 'endOfDay',
								description: 'All payments made up to the end of the day before the run',
							},
							{
								name: 'Ignore',
								value: 'ignore',
								description: 'Never batch this payment type',
							},
						],
						default: 'time',
					},
					{
						displayName: 'Cut-Off Time',
						name: 'cutOffTime',
						type: 'string',
						default: '11:00',
						placeholder: 'e.g. 16:30',
						description: 'Time of day, 24-hour clock, in the time zone of the bot',
						displayOptions: { show: { cutOff: ['time'] } },
					},
				],
			},
		],
	},
];
