/** The panel. What the node works with comes in through its inputs. */
import type { INodeProperties } from 'n8n-workflow';

import { operation } from './operation';

export const properties: INodeProperties[] = [
	operation,
	{
		displayName:
			'Connect the Webhook, n8n’s list of workflows, its lists of ended and of running executions, and the rows of the run history. A list without rows must still give an item: turn on Always Output Data.',
		name: 'showNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['show'] } },
	},
	{
		displayName:
			'Connect the Webhook and n8n’s list of workflows. What a button asks leaves through one of the three outputs, and only when it came from a page that this dashboard drew.',
		name: 'readRequestNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['readRequest'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { operation: ['show'] } },
		options: [
			{
				displayName: 'Base URL',
				name: 'baseUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com/',
				description:
					'Where links to workflows and executions lead. Empty uses the address that this n8n knows itself by.',
			},
		],
	},
];
