/** The panel, from top to bottom. */
import type { INodeProperties } from 'n8n-workflow';

import { newOrders } from './newOrders';
import { options } from './options';
import { placement } from './placement';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Apply Integration Defaults',
			value: 'applyDefaults',
			description:
				'For complete orders: create them at your defaults, or fill and release those that were held',
			action: 'Apply integration defaults to orders',
		},
		{
			name: 'Hold as Needs Attention',
			value: 'hold',
			description:
				'For incomplete orders: keep them from dispatch and from the 3PL until somebody looked at them',
			action: 'Hold orders as needs attention',
		},
		{
			name: 'Set Manually',
			value: 'setManually',
			description: 'Set stage, dispatch date and 3PL status, as a person does in Cin7',
			action: 'Set stage of orders manually',
		},
	],
	default: 'applyDefaults',
};

export const properties: INodeProperties[] = [operation, ...placement, ...newOrders, options];
