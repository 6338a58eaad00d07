/** What most merchants leave as it is. Defaults stand here as n8n's linter wants them, literally; a test holds them to the rules'. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { alsoRequiredFields, notRequiredFields } from './fieldChoices';

/** What to do with orders that are not to be sent, whatever their data. */
const unsentOrders: INodePropertyOptions[] = [
	{
		name: 'Check Like Other Orders',
		value: 'check',
		description: 'Complete when their data is',
	},
	{
		name: 'Leave Out',
		value: 'leaveOut',
		description: 'They go to neither output; a hint says how many there were',
	},
	{
		name: 'Send to Needs Attention',
		value: 'needsAttention',
		description: 'Whatever their data; needsAttention.reason tells them from orders that lack data',
	},
];

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Address Fields',
			name: 'addressFields',
			type: 'options',
			options: [
				{
					name: 'Needed by the Country',
					value: 'needed',
					description:
						'Without them its post cannot deliver: a state in Australia or the United States, but not in Germany; no postcode in Hong Kong',
				},
				{
					name: 'Used by the Country',
					value: 'used',
					description:
						'Everything its addresses can have, also where mail arrives without it, such as the county in Ireland',
				},
			],
			default: 'needed',
			description:
				'Which fields of an address must be filled in. While the country is missing or not known, all of them are.',
		},
		{
			displayName: 'Also Required',
			name: 'alsoRequired',
			type: 'multiOptions',
			options: alsoRequiredFields,
			default: [],
			description: 'Further fields that must be filled in',
		},
		{
			displayName: 'Blank Billing Address',
			name: 'blankBilling',
			type: 'options',
			options: [
				{
					name: 'Counts as Missing',
					value: 'missing',
				},
				{
					name: 'Same as Delivery Address',
					value: 'sameAsDelivery',
					description:
						'Nothing of it is asked for, unless some of it is filled in. Cin7 keeps it blank.',
				},
			],
			default: 'missing',
			description: 'What it means when no field of the billing address is filled in',
		},
		{
			displayName: 'Cancelled Orders',
			name: 'cancelled',
			type: 'options',
			options: unsentOrders,
			default: 'needsAttention',
			description: 'What to do with orders that were cancelled on Amazon or are void in Cin7',
		},
		{
			displayName: 'Not Required',
			name: 'notRequired',
			type: 'multiOptions',
			options: notRequiredFields,
			default: [],
			description: 'Fields that may be blank, though their kind of data is required',
		},
		{
			displayName: 'Order Total',
			name: 'orderTotal',
			type: 'options',
			options: [
				{ name: 'Accept', value: 'accept', description: 'Whatever the items come to' },
				{
					name: 'Check',
					value: 'check',
					description:
						'Missing when the items do not come to the total of Amazon, or the order has a total but no currency',
				},
			],
			default: 'check',
			description: 'Whether an order may be complete though its total is not certain',
		},
		{
			displayName: 'Orders of Other Channels',
			name: 'soldElsewhere',
			type: 'options',
			options: unsentOrders,
			default: 'leaveOut',
			description:
				'What to do with orders that were sold elsewhere and are only sent by Amazon (multi-channel fulfillment). Their own channel brings them to Cin7.',
		},
		{
			displayName: 'Partly Shipped Orders',
			name: 'partlyShipped',
			type: 'options',
			options: unsentOrders.filter(({ value }) => value !== 'leaveOut'),
			default: 'needsAttention',
			description:
				'What to do with orders of which you have shipped a part already. As new orders, all of it would be sent once more.',
		},
		{
			displayName: 'Pending Orders',
			name: 'pending',
			type: 'options',
			options: unsentOrders,
			default: 'needsAttention',
			description:
				'What to do with orders that Amazon has not confirmed yet. It asks sellers not to send them; once confirmed they are downloaded again, with their data.',
		},
		{
			displayName: 'Placeholder Values',
			name: 'placeholders',
			type: 'string',
			default: 'N/A, -, unknown',
			placeholder: 'e.g. N/A, -, unknown',
			description:
				'Texts that count as missing, separated by commas. Upper and lower case make no difference. Empty for none.',
		},
		{
			displayName: 'Required Custom Fields',
			name: 'customFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. orders_1001, orders_1002',
			description: 'Custom fields that must be filled in, by their names in the API of Cin7',
		},
		{
			displayName: 'Unfulfillable Orders',
			name: 'unfulfillable',
			type: 'options',
			options: unsentOrders,
			default: 'needsAttention',
			description: 'What to do with orders of which Amazon says that they cannot be fulfilled',
		},
		{
			displayName: 'Zero Prices',
			name: 'zeroPrices',
			type: 'options',
			options: [
				{
					name: 'Accept',
					value: 'accept',
					description: 'Gifts and replacements have a price of 0',
				},
				{
					name: 'Count as Missing',
					value: 'missing',
					description: 'Cin7 keeps a price that nobody entered as 0',
				},
			],
			default: 'accept',
			description: 'Whether a line may have a price of 0',
		},
	],
};
