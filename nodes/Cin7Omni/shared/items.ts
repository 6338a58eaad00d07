/** Records as items, and what goes wrong with one of them. */
import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { SentRecord } from '../../../lib/cin7/resources';

/** A record as Cin7 sent it, paired with the items that asked for it. */
export function itemOf(record: SentRecord, items: number[]): INodeExecutionData {
	return { json: record as IDataObject, pairedItem: items.map((item) => ({ item })) };
}

/** Records in the order of the items; what went wrong with an item stands in its place, or stops the node. */
export function itemsOrComplaints(
	context: IExecuteFunctions,
	results: readonly ({ record: SentRecord } | { complaint: Complaint })[],
): INodeExecutionData[] {
	return results.map((result, item) => {
		if ('record' in result) return itemOf(result.record, [item]);
		const { message, description } = result.complaint;
		if (context.continueOnFail()) return { json: { error: message }, pairedItem: { item } };
		throw new NodeOperationError(context.getNode(), message, { description, itemIndex: item });
	});
}

export interface Complaint {
	/** What happened, naming the record. */
	message: string;
	/** What to do. */
	description: string;
}
