/** What most flows leave as it is. */
import type { INodeProperties } from 'n8n-workflow';

import { contactLocator, threePlLocator } from './locators';

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		threePlLocator({
			displayName: '3PL Status for Do Not Transfer',
			name: 'doNotTransferStatus',
			description:
				'The code that held orders get, where the credential has none or another one is meant. To read it off, type the reference of an order with that status into the search of the list.',
		}),
		{
			displayName: 'Cancelled Orders',
			name: 'cancelled',
			type: 'options',
			options: [
				{
					name: 'Leave and Tell',
					value: 'leave',
					description: 'An order that is in Cin7 stays as it is, and the result says what to do',
				},
				{
					name: 'Void',
					value: 'void',
					description:
						'An order that is in Cin7 is made void, unless it is dispatched, invoiced or in accounting. This cannot be undone.',
				},
			],
			default: 'leave',
			description:
				'What to do with orders that were cancelled in the channel. They are never created.',
		},
		{
			displayName: 'Customer',
			name: 'customer',
			type: 'options',
			options: [
				{ name: 'Leave to Cin7', value: 'none', description: 'Name no contact' },
				{
					name: 'One Contact',
					value: 'contact',
					description: 'All orders belong to the contact chosen in Customer Contact',
				},
				{
					name: 'The Contact With Their Email Address',
					value: 'email',
					description: 'Where Cin7 has one. Amazon gives a buyer another address for every order.',
				},
			],
			default: 'none',
			description: 'The contact that new orders are linked to',
		},
		contactLocator({
			displayName: 'Customer Contact',
			name: 'customerContact',
			description: 'The contact of new orders, when Customer is One Contact',
		}),
		{
			displayName: 'Fields to Update',
			name: 'fields',
			type: 'options',
			options: [
				{
					name: 'Blank Fields Only',
					value: 'blank',
					description: 'What a person typed in Cin7 is kept',
				},
				{
					name: 'All That Differ',
					value: 'overwrite',
					description: 'Texts in Cin7 are overwritten by those that come in. Line items never are.',
				},
				{ name: 'None', value: 'none', description: 'Only stage, dispatch and 3PL status' },
			],
			default: 'blank',
			description: 'Which name, contact and address fields of existing orders are filled in',
		},
		{
			displayName: 'Order ID Custom Field',
			name: 'orderIdCustomField',
			type: 'string',
			default: '',
			placeholder: 'e.g. orders_1001',
			description: 'The custom field that holds the order ID, when Order ID In is Custom Field',
		},
		{
			displayName: 'Order ID In',
			name: 'orderIdIn',
			type: 'options',
			options: [
				{
					name: 'Custom Field',
					value: 'customField',
					description:
						'The field named in Order ID Custom Field. Costs a call for each 250 orders since the oldest one; items without createdDate create nothing.',
				},
				{ name: 'Customer Order Number', value: 'customerOrderNo' },
				{ name: 'Reference', value: 'reference' },
			],
			default: 'reference',
			description:
				"Where the channel's order ID stands on orders in Cin7, for example on those that Cin7's own integration downloaded. New orders get it there as well.",
		},
		{
			displayName: 'Order ID Prefix',
			name: 'orderIdPrefix',
			type: 'string',
			default: '',
			placeholder: 'e.g. AMZ-',
			description: 'What stands before the order ID in that field',
		},
		{
			displayName: 'Orders of Other Channels',
			name: 'soldElsewhere',
			type: 'options',
			options: [
				{
					name: 'Leave Out',
					value: 'leaveOut',
					description: 'Their own channel brings them to Cin7',
				},
				{ name: 'Save Like Others', value: 'likeOthers' },
			],
			default: 'leaveOut',
			description:
				'What to do with orders that were sold elsewhere and are only sent by Amazon (multi-channel fulfillment)',
		},
		{
			displayName: 'Partly Shipped or Unfulfillable Orders',
			name: 'unshippable',
			type: 'options',
			options: [
				{
					name: 'Hold as Needs Attention',
					value: 'hold',
					description: 'A person looks up in the channel what is still to be sent',
				},
				{
					name: 'Save Like Others',
					value: 'likeOthers',
					description: 'All of the order goes to the warehouse, also what is shipped already',
				},
			],
			default: 'hold',
			description: 'What Apply Integration Defaults does with such orders of Amazon',
		},
		{
			displayName: 'Payments',
			name: 'payments',
			type: 'options',
			options: [
				{
					name: 'Add to All Orders',
					value: 'all',
					description: 'Each once; never to cancelled or pending orders',
				},
				{
					name: 'Add Once an Order Is Not Held',
					value: 'notHeld',
					description: 'Held orders get theirs when they are released',
				},
				{
					name: 'Do Not Add',
					value: 'none',
					description: 'For accounts in which the integration of Cin7 brings payments',
				},
			],
			default: 'all',
			description:
				'Whether the payments that come with orders are added in Cin7. Orders on which somebody else put a payment are left alone.',
		},
		{
			displayName: 'Placeholder Values',
			name: 'placeholders',
			type: 'string',
			default: 'N/A, -, unknown',
			placeholder: 'e.g. N/A, -, unknown',
			description:
				'Texts that count as blank, separated by commas, in upper or lower case: in Cin7 they are filled in, and none is saved. Empty for none. Take the same as in Validate Order.',
		},
		{
			displayName: 'Project Name',
			name: 'projectName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Amazon AU',
			description:
				'Project name of new orders. Batch Ecommerce Orders can recognise their channel by it, as orders made through the API have no source.',
		},
		{
			displayName: 'Shipped and Amazon-Fulfilled Orders',
			name: 'shipped',
			type: 'options',
			options: [
				{ name: 'Leave Out', value: 'leaveOut', description: 'Neither created nor released' },
				{
					name: 'Save as Dispatched',
					value: 'dispatched',
					description:
						'At the Default Stage, with a Fully Dispatched date and the 3PL status of Do Not Transfer, so that they reach accounting and no warehouse',
				},
				{
					name: 'Save Like Others',
					value: 'likeOthers',
					description: 'At the integration defaults: your warehouse or 3PL may send them once more',
				},
			],
			default: 'dispatched',
			description:
				'What Apply Integration Defaults does with orders that are shipped already or that Amazon sends (FBA)',
		},
		{
			displayName: 'Stop When an Order Is Refused',
			name: 'stopWhenRefused',
			type: 'boolean',
			default: false,
			description:
				'Whether the workflow stops, once all other orders are saved, when Cin7 refused one. Otherwise it comes out with the outcome "refused".',
		},
		{
			displayName: 'Unknown Products',
			name: 'unknownProducts',
			type: 'options',
			options: [
				{
					name: 'Hold the Order',
					value: 'hold',
					description: 'Unless it is dispatched as it is saved',
				},
				{ name: 'Note It', value: 'note', description: 'The notes of the order name the codes' },
			],
			default: 'note',
			description:
				'What to do with orders whose lines have a code that is no product in Cin7, where Cin7 takes them nevertheless. Where it refuses them, the order is always held.',
		},
		{
			displayName: 'Update Orders At',
			name: 'touchStages',
			type: 'options',
			options: [
				{ name: 'Any Stage', value: 'any' },
				{
					name: 'Needs Attention',
					value: 'needsAttention',
					description: 'An order that a person moved to another stage stays there',
				},
				{
					name: 'Stages Listed Below',
					value: 'listed',
					description: 'Needs Attention, and those named there',
				},
			],
			default: 'needsAttention',
			description:
				'At which stages existing orders are touched at all. Void and draft orders never are.',
		},
		{
			displayName: 'Update Orders At: Stages',
			name: 'otherStages',
			type: 'string',
			default: '',
			placeholder: 'e.g. New, Awaiting Payment',
			description:
				'Stages, separated by commas, besides Needs Attention, when Update Orders At is Stages Listed Below',
		},
	],
};
