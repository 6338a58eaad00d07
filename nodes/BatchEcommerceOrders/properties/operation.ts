/** What the node does: the buttons of Cin7's page, and what an accountant needs besides. */
import type { INodeProperties } from 'n8n-workflow';

export type Operation = 'preview' | 'run' | 'undo' | 'getBatches' | 'confirm';

export type BotOperation = Extract<Operation, 'preview' | 'run'>;

/** The two that work with a bot's settings: its Settings page is theirs alone. */
export const botOperations: BotOperation[] = ['preview', 'run'];

/** Titles, for the line under the node's name. */
export const operationTitles: Record<Operation, string> = {
	preview: 'Preview',
	run: 'Run',
	undo: 'Undo batch',
	getBatches: 'Get batches',
	confirm: 'Confirm',
};

export const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Confirm',
			value: 'confirm',
			description:
				'Close batches that were handed over and are booked in your accounting software now, one for each input item. Until then a batch comes again with every run.',
			action: 'Confirm batches',
		},
		{
			name: 'Get Batches',
			value: 'getBatches',
			description:
				'List batches, newest first: what they hold, what they come to, and whether they are done',
			action: 'Get batches',
		},
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
		{
			name: 'Undo Batch',
			value: 'undo',
			description:
				'Make batches void and give their payments and orders back as they were, for the next run to batch again',
			action: 'Undo batches',
		},
	],
	default: 'preview',
};
