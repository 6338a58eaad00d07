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
	return {
		reference,
		channel: batch.channel,
		branch: { id: batch.branchId, name: batch.branchName },
		paymentType: batch.paymentType,
		currency: batch.currency,
		batchDay: batch.batchDay,
		total: toText(batch.totalMinor, batch.currency),
		totalMinor: batch.totalMinor,
		kind: batch.kind,
		payments: batch.members.length,
		orders: distinctOrders(batch, 'S'),
		creditNotes: distinctOrders(batch, 'C'),
		paymentIds: batch.members.map((member) => member.paymentId),
		document: document
			? { id: document.id, reference: document.reference, status: document.status }
			: null,
		fingerprint: input.fingerprint,
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
