/** The panel, from top to bottom, in the order of Cin7's Settings page. */
import type { INodeProperties } from 'n8n-workflow';

import { batchDocument } from './batchDocument';
import { batchingOptions } from './batchingOptions';
import { options } from './options';
import { summaryEmail } from './summaryEmail';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Preview',
			value: 'preview',
			description: 'Show what a run would do now, without changing anything in Cin7',
			action: 'Preview batches',
		},
		{
			name: 'Run',
			value: 'run',
			description: 'Make the batches in Cin7, check them, and report them',
			action: 'Run batches',
		},
	],
	default: 'preview',
};

const botName: INodeProperties = {
	displayName: 'Bot Name',
	name: 'botName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Shopify and Amazon, every morning',
	description: 'Tells your bots apart in e-mails and summaries. You can change it at any time.',
};

const tags: INodeProperties = {
	displayName: 'Tag Names or IDs',
	name: 'tags',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getChannels' },
	default: [],
	description:
		'The channels to draw beside this bot on the dashboard. Tags change nothing about what is batched. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const branches: INodeProperties = {
	displayName: 'Branch Names or IDs',
	name: 'branches',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getBranches' },
	default: [],
	description:
		'Batch only orders of these branches. Leave empty for every branch. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const properties: INodeProperties[] = [
	operation,
	botName,
	tags,
	...batchingOptions,
	branches,
	...batchDocument,
	summaryEmail,
	options,
];
