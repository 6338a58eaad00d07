/** What an item, or what was typed, says about an order, as Cin7 takes it. */
import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { Row, RowValue } from '../../../../lib/cin7/client';
import { writableFields } from './writableFields';

export interface WriteOptions {
	fieldsToSend?: string;
	clearBlankFields?: boolean;
	addLineItems?: boolean;
}

/**
 * The rows to send, one for each item, and whether their new lines go onto orders that exist: only where that is asked
 * for, since Cin7 adds them each time they are sent.
 */
export function rowsOf(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	create: boolean,
): { rows: Row[]; addLines: boolean } {
	if (context.getNodeParameter('dataMode', 0) === 'autoMapInputData') {
		const options = context.getNodeParameter('options', 0, {}) as WriteOptions;
		const wanted = wantedFields(context, options);
		const rows = items.map(({ json }) => fromItem(json, wanted, options));
		return { rows, addLines: options.addLineItems === true };
	}
	const addLines = context.getNodeParameter('addLineItems', 0, false) === true;
	const rows = items.map((_, item) => typed(context, item));
	const dropped = create || addLines ? -1 : rows.findIndex(hasNewLines);
	if (dropped >= 0) throw linesNotAsked(context, dropped);
	return { rows, addLines };
}

function wantedFields(context: IExecuteFunctions, { fieldsToSend = '' }: WriteOptions) {
	const named = fieldsToSend
		.split(',')
		.map((field) => field.trim())
		.filter((field) => field !== '');
	const unknown = named.find((field) => !writableFields.has(field));
	if (unknown !== undefined) {
		throw new NodeOperationError(
			context.getNode(),
			`Fields to Send names "${unknown.slice(0, 60)}", which Cin7 does not take on a sales order`,
			{ description: "Write the names of Cin7's API, such as stage or deliveryAddress1." },
		);
	}
	return named.length === 0 ? writableFields : new Set([...named, 'id', 'reference']);
}

/** Blank texts are left out, as they would clear the field. */
function fromItem(json: IDataObject, wanted: ReadonlySet<string>, options: WriteOptions): Row {
	const row: Row = {};
	for (const [field, value] of Object.entries(json)) {
		if (!wanted.has(field) || value === null || value === undefined) continue;
		if (value === '' && !options.clearBlankFields) continue;
		row[field] = value as RowValue;
	}
	return row;
}

function typed(context: IExecuteFunctions, item: number): Row {
	const by = context.getNodeParameter('by', item) as 'id' | 'reference';
	const name = String(
		context.getNodeParameter(by === 'id' ? 'orderId' : 'orderReference', item, ''),
	).trim();
	const given: unknown = context.getNodeParameter('fieldsJson', item, {});
	const fields = typeof given === 'string' ? parsed(context, given, item) : given;
	if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
		throw unfit(context, item);
	}
	return { ...(fields as Row), ...(by === 'id' ? { id: Number(name) } : { reference: name }) };
}

function parsed(context: IExecuteFunctions, text: string, item: number): unknown {
	try {
		return JSON.parse(text || '{}');
	} catch {
		throw unfit(context, item);
	}
}

function unfit(context: IExecuteFunctions, itemIndex: number): NodeOperationError {
	return new NodeOperationError(context.getNode(), 'Fields is not a JSON object', {
		description: 'Write field names and values, such as { "stage": "Processing" }.',
		itemIndex,
	});
}

function hasNewLines({ lineItems }: Row): boolean {
	return Array.isArray(lineItems) && lineItems.some((line: Row) => !line.id);
}

function linesNotAsked(context: IExecuteFunctions, itemIndex: number): NodeOperationError {
	return new NodeOperationError(context.getNode(), 'Fields has line items without an ID', {
		description:
			'Give each the ID of its line to change it. To add lines turn on Add Line Items; they are then added each time this node runs.',
		itemIndex,
	});
}
