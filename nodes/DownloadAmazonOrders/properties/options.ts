/** What most workflows leave as it is. */
import type { INodeProperties } from 'n8n-workflow';

const downloading = { show: { '/operation': ['downloadUpdated'] } };

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Billing Address',
			name: 'billingAddress',
			type: 'options',
			options: [
				{
					name: 'Leave Blank',
					value: 'blank',
					description: 'For a person or a later node to fill in',
				},
				{ name: 'Same as Delivery Address', value: 'sameAsDelivery' },
			],
			default: 'sameAsDelivery',
			description: 'Amazon gives no billing address of consumers',
		},
		{
			displayName: 'Maximum Pages',
			name: 'maxPages',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
			default: 10,
			displayOptions: downloading,
			description:
				'How many pages of 100 orders one execution takes. The next execution goes on where this one stopped.',
		},
		{
			displayName: 'Overlap Minutes',
			name: 'overlapMinutes',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1440, numberPrecision: 0 },
			default: 5,
			displayOptions: downloading,
			description:
				'How far the next download reaches back into this one, for orders that show up late in Amazon. Orders that come twice are recognised by their Amazon order ID when they are saved.',
		},
		{
			displayName: 'Payment Type',
			name: 'paymentType',
			type: 'string',
			default: 'Amazon',
			placeholder: 'e.g. Amazon US',
			description:
				'Payment type of the payment on each order, by which Cin7 and the batches group them',
		},
		{
			displayName: 'Single-Word Names',
			name: 'singleWordNames',
			type: 'options',
			options: [
				{
					name: 'Leave Last Name Blank',
					value: 'firstNameOnly',
					description: 'The order then needs attention, and a person decides',
				},
				{ name: 'Use for Both Names', value: 'bothNames' },
			],
			default: 'firstNameOnly',
			description: 'What to do when a customer has one name only',
		},
	],
};
