/** The panel, from top to bottom: a bot's settings in the order of Cin7's Settings page, then the other operations. */
import type { INodeProperties } from 'n8n-workflow';

import { batchDocument } from './batchDocument';
import { batchingOptions } from './batchingOptions';
import { confirm } from './confirm';
import { getBatches } from './getBatches';
import { botOperations, operation } from './operation';
import { options } from './options';
import { posting } from './posting';
import { shownFor } from './shownFor';
import { summaryEmail } from './summaryEmail';
import { undo } from './undo';

const onDemand: INodeProperties = {
	displayName: 'On Demand',
	name: 'onDemand',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.whatToDo ?? "" }}',
	description:
		'What a form or the dashboard asks for when it starts the workflow: preview or run. Leave empty to always do the operation above.',
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
	...shownFor(botOperations, [botName, tags, ...batchingOptions, branches]),
	...posting,
	...batchDocument,
	...shownFor(botOperations, [summaryEmail, onDemand, options]),
	...undo,
	...getBatches,
	...confirm,
];
