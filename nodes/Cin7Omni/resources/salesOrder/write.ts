/** Update, and Create or Update: all items in one call for every 250. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Row } from '../../../../lib/cin7/client';
import type { SentRecord } from '../../../../lib/cin7/resources';
import { writeOrders, type WrittenOrder } from '../../../../lib/stages/writeOrders';
import { itemsOrComplaints } from '../../shared/items';
import type { OperationModule } from '../../shared/module';
import { rowsOf } from './rows';

const dataMode: INodeProperties = {
	displayName: 'Data Mode',
	name: 'dataMode',
	type: 'options',
	options: [
		{
			name: 'Map Automatically',
			value: 'autoMapInputData',
			description:
				"Send the fields of each item that have the names of Cin7's API. The item names its order by ID or reference.",
		},
		{
			name: 'Define Below',
			value: 'defineBelow',
			description: 'Set the order and its fields for each item',
		},
	],
	default: 'autoMapInputData',
	description: 'Where the fields come from',
};

const byHand = { show: { dataMode: ['defineBelow'] } };

const definition: INodeProperties[] = [
	{
		displayName: 'By',
		name: 'by',
		type: 'options',
		options: [
			{ name: 'ID', value: 'id' },
			{ name: 'Reference', value: 'reference' },
		],
		default: 'reference',
		displayOptions: byHand,
		description: 'What names the order',
	},
	{
		displayName: 'ID',
		name: 'orderId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1042',
		displayOptions: { show: { ...byHand.show, by: ['id'] } },
	},
	{
		displayName: 'Reference',
		name: 'orderReference',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. SO-1042',
		displayOptions: { show: { ...byHand.show, by: ['reference'] } },
	},
	{
		displayName: 'Fields',
		name: 'fieldsJson',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. { "stage": "Processing" }',
		displayOptions: byHand,
		description: 'Fields to set. Empty text clears a field; what is not named stays as it is.',
	},
	{
		displayName:
			'Line items with the ID of a line change that line. Line items without one are added only when Add Line Items is on, and then each time this node runs.',
		name: 'lineItemsNotice',
		type: 'notice',
		default: '',
		displayOptions: byHand,
	},
	{
		displayName: 'Add Line Items',
		name: 'addLineItems',
		type: 'boolean',
		default: false,
		displayOptions: byHand,
		description:
			'Whether line items without an ID are added to orders that exist. Cin7 adds them again each time they are sent.',
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { show: { dataMode: ['autoMapInputData'] } },
	options: [
		{
			displayName: 'Add Line Items',
			name: 'addLineItems',
			type: 'boolean',
			default: false,
			description:
				'Whether line items without an ID are added to orders that exist. Cin7 adds them again each time they are sent.',
		},
		{
			displayName: 'Clear Blank Fields',
			name: 'clearBlankFields',
			type: 'boolean',
			default: false,
			description: 'Whether blank texts of an item clear the field in Cin7',
		},
		{
			displayName: 'Fields to Send',
			name: 'fieldsToSend',
			type: 'string',
			default: '',
			placeholder: 'e.g. stage, trackingCode',
			description: 'Send only these, separated by commas. Empty sends all that Cin7 takes.',
		},
	],
};

const properties = [dataMode, ...definition, options];

export const update: OperationModule = writing(false, {
	name: 'Update',
	value: 'update',
	description: 'Change fields of sales orders',
	action: 'Update sales order',
});

export const upsert: OperationModule = writing(true, {
	name: 'Create or Update',
	value: 'upsert',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	action: 'Create or update sales order',
});

function writing(create: boolean, option: OperationModule['option']): OperationModule {
	return {
		option,
		properties,
		async execute(context, client) {
			const { rows, addLines } = rowsOf(context, context.getInputData(), create);
			if (rows.length === 0) return [];
			const written = await writeOrders(client, rows, { create, addLines });
			tellIgnored(context, rows, written);
			const saved = written.filter((one) => 'record' in one).length;
			return itemsOrComplaints(
				context,
				written.map((one) =>
					'record' in one
						? { record: withIgnored(one) }
						: {
								complaint: {
									message: one.refusal,
									description: `${saved} of ${written.length} sales orders were saved. Put this one right, then run again.`,
								},
							},
				),
			);
		},
	};
}

/** What Cin7 ignored stands in the item, so that a workflow can branch on it. */
function withIgnored({ record, ignored }: { record: SentRecord; ignored: string[] }): SentRecord {
	return ignored.length === 0 ? record : { ...record, notKept: ignored };
}

/** Cin7 may take a write without keeping all of it. */
function tellIgnored(
	context: IExecuteFunctions,
	rows: readonly Row[],
	written: readonly WrittenOrder[],
): void {
	const ignoring = written.flatMap((one, index) =>
		'record' in one && one.ignored.length > 0 ? [{ index, ignored: one.ignored }] : [],
	);
	if (ignoring.length === 0 || !('addExecutionHints' in context)) return;
	const [{ index, ignored }] = ignoring;
	const name = String(rows[index].reference ?? rows[index].id);
	const others = ignoring.length > 1 ? ` So do ${ignoring.length - 1} others.` : '';
	context.addExecutionHints({
		message: `Sales order ${name} reads otherwise than it was sent: ${ignored.join(', ')}.${others} notKept names the fields of each. Look at them in Cin7.`,
		type: 'warning',
		location: 'outputPane',
	});
}
