/** The panel, from top to bottom. */
import type { INodeProperties } from 'n8n-workflow';

import { groupLabels } from '../../../lib/completeness/settings';
import { options } from './options';

const requiredData: INodeProperties = {
	displayName: 'Required Data',
	name: 'requiredData',
	type: 'multiOptions',
	options: [
		{
			name: groupLabels.billingAddress,
			value: 'billingAddress',
			description:
				'Name, street, city and country; state and postcode where the country needs them',
		},
		{
			name: groupLabels.contact,
			value: 'contact',
			description: 'Email address, first name and last name',
		},
		{
			name: groupLabels.deliveryAddress,
			value: 'deliveryAddress',
			description:
				'Name, street, city and country; state and postcode where the country needs them',
		},
		{
			name: groupLabels.lineItems,
			value: 'lineItems',
			description: 'At least one line, each with product, quantity and price',
		},
	],
	default: ['contact', 'deliveryAddress', 'billingAddress', 'lineItems'],
	description:
		'What an order must have to be complete. Cin7 asks for all of it. These settings apply to all items alike.',
};

const amazonFulfilled: INodeProperties = {
	displayName: 'Amazon-Fulfilled Orders',
	name: 'amazonFulfilled',
	type: 'options',
	options: [
		{
			name: 'Check Like Other Orders',
			value: 'check',
			description:
				'As Cin7 does. Amazon gives sellers little data on these buyers, so most of these orders will need attention.',
		},
		{
			name: 'Skip Buyer and Address Details',
			value: 'skipDetails',
			description: 'Amazon sends these orders itself and knows where to; line items are checked',
		},
	],
	default: 'check',
	description: 'What to check on orders that Amazon sends from its own warehouses (FBA)',
};

export const properties: INodeProperties[] = [requiredData, amazonFulfilled, options];
