/** The three outputs of the node: one item per batch, one per payment left out, and exactly one summary. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { SkippedPayment } from '../../lib/batching/plan.types';
import { summaryEmail } from '../../lib/batching/summary/email';
import {
	distinctOrders,
	summarise,
	type SummaryBatch,
	type SummaryInput,
} from '../../lib/batching/summary/summary';
import type { SalesOrder } from '../../lib/cin7/records';
import { toText } from '../../lib/money/currency';

export interface OutputInput extends SummaryInput {
	/** Documents by reference; none in a Preview. */
	documents: Map<string, SalesOrder>;
}

/** The items of each output, every one paired with the first input item: the node runs once, whatever comes in. */
export function outputs(input: OutputInput): INodeExecutionData[][] {
	const summary = summarise(input);
	const email = summaryEmail(summary, input.batches);
	return [
		input.batches.map((entry) => item(batchItem(entry, input))),
		input.skipped.map((skip) => item(skippedItem(skip))),
		[item({ ...summary, email: { to: input.email, ...email } })],
	];
}

function item(json: object): INodeExecutionData {
	return { json: json as IDataObject, pairedItem: { item: 0 } };
}

function batchItem({ reference, batch }: SummaryBatch, input: OutputInput) {
	const document = input.documents.get(reference);
	// What a person looks for first stands first; the long list of ids last, because it makes rows tall.
	return {
		reference,
		batchDay: batch.batchDay,
		channel: batch.channel,
		paymentType: batch.paymentType,
		total: toText(batch.totalMinor, batch.currency),
		currency: batch.currency,
		payments: batch.members.length,
		branch: { id: batch.branchId, name: batch.branchName },
		kind: batch.kind,
		orders: distinctOrders(batch, 'S'),
		creditNotes: distinctOrders(batch, 'C'),
		totalMinor: batch.totalMinor,
		document: document
			? { id: document.id, reference: document.reference, status: document.status }
			: null,
		fingerprint: input.fingerprint,
		paymentIds: batch.members.map((member) => member.paymentId),
	};
}

function skippedItem({ payment, reason, message, ...order }: SkippedPayment) {
	return {
		paymentId: payment.id,
		orderReference: order.orderReference,
		channel: order.channel,
		paymentType: payment.method,
		amount: payment.amount,
		currency: order.currency,
		paymentDate: payment.paymentDate,
		reason,
		message,
	};
}
