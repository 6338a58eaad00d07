/** Get Batches: how many, and which. */
import type { INodeProperties } from 'n8n-workflow';

const show = { operation: ['getBatches'] };

export const getBatches: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		displayOptions: { show },
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { ...show, returnAll: [false] } },
		description: 'Max number of results to return',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'From Day',
				name: 'from',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'The first batch day to include. Empty for no bound.',
			},
			{
				displayName: 'Status',
				name: 'statuses',
				type: 'multiOptions',
				options: [
					{
						name: 'Done',
						value: 'done',
						description: 'Approved: nothing is left to do',
					},
					{
						name: 'To Confirm',
						value: 'toConfirm',
						description: 'Handed over to external accounting and not confirmed yet',
					},
					{
						name: 'Unfinished',
						value: 'unfinished',
						description: 'A run was broken off; the next one finishes it',
					},
					{
						name: 'Unreadable',
						value: 'unreadable',
						description: 'Somebody wrote over the list of its members',
					},
					{
						name: 'Void',
						value: 'void',
						description: 'Undone, or let go because a member changed',
					},
				],
				default: [],
				description: 'Which batches to include. Empty for all.',
			},
			{
				displayName: 'Until Day',
				name: 'until',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'The last batch day to include. Empty for no bound.',
			},
		],
	},
];
