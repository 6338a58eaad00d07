/** Undo Batch: which batches, and what a person vouches for. */
import type { INodeProperties } from 'n8n-workflow';

const show = { operation: ['undo'] };

export const undo: INodeProperties[] = [
	{
		displayName:
			'A batch is made void first, then its payments and orders become what they were, as far as nobody changed them since. A batch that accounting has is not undone: remove it there first. Undoing twice is harmless.',
		name: 'undoNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'References',
		name: 'references',
		type: 'string',
		default: '={{ $json.reference }}',
		required: true,
		placeholder: 'e.g. BATCH-000123, BATCH-000124',
		displayOptions: { show },
		description:
			'The batches to undo: type one or more references, separated by commas, or take them from the items that come in. Batches that share an order are undone together.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Removed From Accounting',
				name: 'removedFromAccounting',
				type: 'boolean',
				default: false,
				description:
					'Whether you have made sure that your accounting software does not hold these batches. Only batches posted to external accounting ask for it, because Cin7 cannot know.',
			},
		],
	},
];
