/** One item per order: what became of it, and what changed. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { OrderResult } from '../../lib/stages/outcome';
import { labelOf } from '../../lib/stages/orderFields';

/** The items of a run, each paired with the items that named the order. */
export function itemsOf(results: readonly OrderResult[]): INodeExecutionData[] {
	return results.map((result) => ({
		json: itemOf(result) as IDataObject,
		pairedItem: result.items.map((item) => ({ item })),
	}));
}

/** Orders, or payments on them, that Cin7 did not take. */
export function refusedOf(results: readonly OrderResult[]): OrderResult[] {
	return results.filter(
		({ outcome, payments }) =>
			outcome === 'refused' || payments.some((payment) => payment.outcome === 'refused'),
	);
}

/** How many. */
export function refusedSentence(refused: number, all: number): string {
	return `${refused} of ${all} ${all === 1 ? 'order' : 'orders'} could not be saved in full.`;
}

/** What Cin7 did not take of an order: the order, or else a payment on it. */
export function refusalIn({ outcome, message, payments }: OrderResult): string {
	if (outcome === 'refused') return message;
	return payments.find((payment) => payment.outcome === 'refused')?.message ?? '';
}

/** What a person looks for first stands first. */
function itemOf(result: OrderResult) {
	const { reference, outcome, message, stage, orderId, isNew, reason, notes } = result;
	return {
		reference,
		outcome,
		message,
		stage,
		orderId,
		isNew,
		reason,
		changes: result.changes.map((change) => ({ label: labelOf(change.field), ...change })),
		notes,
		payments: result.payments,
	};
}
