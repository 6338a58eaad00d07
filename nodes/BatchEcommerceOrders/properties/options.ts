/** What most bots leave as it is. */
import { channelFields } from '../../../lib/orders/channel';
import type { INodeProperties } from 'n8n-workflow';

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Account for Discounts',
			name: 'discountAccount',
			type: 'string',
			default: '',
			placeholder: 'e.g. 4-1900',
			description:
				'Account code for order discounts on batches. Empty leaves it to the batch product.',
		},
		{
			displayName: 'Account for Freight',
			name: 'freightAccount',
			type: 'string',
			default: '',
			placeholder: 'e.g. 4-2000',
			description: 'Account code for freight on batches. Empty leaves it to the batch product.',
		},
		{
			displayName: 'Account for Rounding',
			name: 'roundingAccount',
			type: 'string',
			default: '',
			placeholder: 'e.g. 6-9000',
			description:
				'Account code for the rounding line, which keeps the tax of a batch equal to that of its orders to the cent',
		},
		{
			displayName: 'Account for Surcharges',
			name: 'surchargeAccount',
			type: 'string',
			default: '',
			placeholder: 'e.g. 4-2100',
			description: 'Account code for surcharges on batches. Empty leaves it to the batch product.',
		},
		{
			displayName: 'Batch Per',
			name: 'batchPer',
			type: 'options',
			options: [
				{
					name: 'Day',
					value: 'day',
					description:
						'One batch per day: a run that comes late makes the same batches as daily runs would have made',
				},
				{
					name: 'Run',
					value: 'run',
					description:
						'One batch per channel, branch, payment type and currency for everything that is due, however many days it covers',
				},
			],
			default: 'day',
			description: 'Whether several days are kept apart when a run covers more than one',
		},
		{
			displayName: 'Channel Custom Field',
			name: 'channelCustomField',
			type: 'string',
			default: '',
			placeholder: 'e.g. orders_1001',
			description: 'The custom field that names the channel, when channels are recognised by one',
		},
		{
			displayName: 'Deposit Payment Types',
			name: 'depositPaymentTypes',
			type: 'string',
			default: '',
			placeholder: 'e.g. Deposit, Layby',
			description:
				'Payment types that take deposits on orders to be invoiced later, separated by commas. They are never batched.',
		},
		{
			displayName: 'Look-Back Days',
			name: 'lookBackDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 365 },
			default: 30,
			description: 'How many days before the run payments are looked for',
		},
		{
			displayName: 'Orders Paid by Several Payment Types',
			name: 'partlySelectedOrders',
			type: 'options',
			options: [
				{
					name: 'Batch Only When All Payments Are Due',
					value: 'leave',
					description:
						'An order goes into batches whole or not at all; otherwise it stays in the normal accounting sync. Part-paid orders stay out either way.',
				},
				{
					name: 'Batch the Selected Payment Alone',
					value: 'batchAlone',
					description:
						'The order leaves the normal accounting sync with its first batched payment; the rest of it is yours to follow',
				},
			],
			default: 'leave',
			description: 'What to do with an order when only some of its payments are selected or due',
		},
		{
			displayName: 'Preview to Match',
			name: 'previewFingerprint',
			type: 'string',
			default: '',
			placeholder: 'e.g. 3f0a…',
			description:
				'The fingerprint from the Summary of a Preview. The summary of the run then says whether it made exactly those batches.',
		},
		{
			displayName: 'Recognise Channels By',
			name: 'channelFrom',
			type: 'options',
			options: Object.entries(channelFields).map(([value, { name, description }]) => ({
				name,
				value,
				description,
			})),
			default: 'source',
			description: 'Which field of an order names its channel',
		},
		{
			displayName: 'Run As Of',
			name: 'asOf',
			type: 'dateTime',
			default: '',
			description:
				'Work as if it were this moment, for example to make up for a day that was missed. Empty means now; the future is not accepted.',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Australia/Sydney',
			description:
				'Time zone of cut-off times and batch days. Empty uses the time zone of the workflow.',
		},
	],
};
