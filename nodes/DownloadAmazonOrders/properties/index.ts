/** The panel, from top to bottom. */
import type { INodeProperties } from 'n8n-workflow';

import { options } from './options';
import { selection } from './selection';
import { start } from './start';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Download Updated Orders',
			value: 'downloadUpdated',
			description: 'Download orders created or changed since a time, page by page',
			action: 'Download updated orders',
		},
		{
			name: 'Get Orders by ID',
			value: 'getById',
			description: 'Download single orders by their Amazon order IDs',
			action: 'Get orders by ID',
		},
	],
	default: 'downloadUpdated',
};

const orderIds: INodeProperties = {
	displayName: 'Order IDs',
	name: 'orderIds',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 111-2222222-3333333',
	displayOptions: { show: { operation: ['getById'] } },
	description:
		'Amazon order IDs, separated by commas, spaces or lines. With an expression, each input item may name its own.',
};

const personalData: INodeProperties = {
	displayName: 'Personal Data',
	name: 'personalData',
	type: 'boolean',
	default: false,
	description:
		'Whether to ask Amazon for names, addresses and e-mail addresses. Orders without them need attention in Cin7. Amazon gives them only to apps with restricted roles, and its rules bind you: n8n stores what passes through in its executions, so keep those for 30 days at the most.',
};

export const properties: INodeProperties[] = [
	operation,
	...start,
	orderIds,
	...selection,
	personalData,
	options,
];
