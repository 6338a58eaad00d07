/** The three outputs of Preview and Run: one item per batch, one per payment left out, and exactly one summary. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { SkippedPayment } from '../../lib/batching/plan.types';
import { summaryEmail } from '../../lib/batching/summary/email';
import { summarise, type SummaryInput } from '../../lib/batching/summary/summary';
import { awaitsConfirmation, batchItem, type BatchEntry } from './batchItem';

export interface OutputInput extends Omit<SummaryInput, 'toConfirm'> {
	batches: BatchEntry[];
	comingAgain: BatchEntry[];
}

/** The items of each output, every one paired with the first input item: the node runs once, whatever comes in. */
export function outputs(input: OutputInput): INodeExecutionData[][] {
	const { batches, comingAgain, skipped, fingerprint } = input;
	const all = [...comingAgain, ...batches];
	const summary = summarise({ ...input, toConfirm: all.filter(awaitsConfirmation).length });
	const email = summaryEmail(summary, { batches, comingAgain, skipped });
	return [
		all.map((entry) => item(batchItem(entry, fingerprint))),
		skipped.map((skip) => item(skippedItem(skip))),
		[item({ ...summary, email: { to: input.email, ...email } })],
	];
}

/** An item of an operation that runs once for all input items. */
export function item(json: object): INodeExecutionData {
	return { json: json as IDataObject, pairedItem: { item: 0 } };
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
