/** What the node does: draw the page, or read what was pressed on it. */
import type { INodeProperties } from 'n8n-workflow';

export type Operation = 'show' | 'readRequest';

/** Titles, for the line under the node's name. */
export const operationTitles: Record<Operation, string> = {
	show: 'Show dashboard',
	readRequest: 'Read request',
};

export const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Read Request',
			value: 'readRequest',
			description:
				'Check what a button of the page asks, against the bots as they are now: start one, create one, or nothing',
			action: 'Read request from dashboard',
		},
		{
			name: 'Show Dashboard',
			value: 'show',
			description: 'Draw the page with all bots, as HTML and as data',
			action: 'Show dashboard',
		},
	],
	default: 'show',
};
