/** Which payments an order still needs, and which of those it has are doubles. */
import type { Row } from '../cin7/client';
import type { Payment } from '../cin7/records';
import { wireNumber } from '../cin7/wireNumber';
import type { DraftPayment } from '../orders/salesOrderDraft';
import { cutTo } from './fittingTexts';
import { longestText } from './orderFields';
import type { StageOrder } from './stageOrder';

export interface PaymentNeeds {
	/** To be created. */
	missing: DraftPayment[];
	/** There already, as Cin7 has them. */
	there: { draft: DraftPayment; payment: Payment }[];
	/** Ids of doubles to remove: the same key, type and amount again, as two runs at once would make. */
	doubles: number[];
	/** Why nothing is created, when somebody else's payment is on the order; blank otherwise. */
	foreign: string;
}

/** Cin7 keeps so much of a payment's reference. */
export function keyOfPayment({ transactionRef }: DraftPayment): string {
	return cutTo(transactionRef, longestText('transactionRef'));
}

/**
 * Judges the payments on an order. Of doubles the lowest id stays, or one that is reconciled; a payment that is
 * reconciled or batched is never removed.
 */
export function paymentNeeds(
	reference: string,
	drafts: readonly DraftPayment[],
	existing: readonly Payment[],
): PaymentNeeds {
	const keys = new Set(drafts.map(keyOfPayment));
	const foreign = existing.filter(({ transactionRef }) => !keys.has(transactionRef));
	const needs: PaymentNeeds = { missing: [], there: [], doubles: [], foreign: '' };
	for (const draft of drafts) {
		const [kept, ...others] = existing
			.filter(({ transactionRef }) => transactionRef === keyOfPayment(draft))
			.sort((a, b) => Number(isSettled(b)) - Number(isSettled(a)) || a.id - b.id);
		if (kept === undefined) {
			if (foreign.length === 0) needs.missing.push(draft);
			continue;
		}
		needs.there.push({ draft, payment: kept });
		needs.doubles.push(...others.filter((other) => isDouble(other, kept)).map((other) => other.id));
	}
	if (foreign.length > 0 && needs.there.length < drafts.length) {
		needs.foreign = `${reference} has a payment in Cin7 that did not come from here, so none was added.`;
	}
	return needs;
}

function isDouble(other: Payment, kept: Payment): boolean {
	return (
		!isSettled(other) &&
		other.method === kept.method &&
		Number(other.amount) === Number(kept.amount) &&
		other.orderId === kept.orderId
	);
}

function isSettled({ reconcileDate, batchReference }: Payment): boolean {
	return reconcileDate !== null || batchReference !== '';
}

/** The row by which a payment is created. */
export function paymentRow(draft: DraftPayment, order: StageOrder, at: string): Row {
	return {
		orderId: order.id,
		method: draft.method,
		amount: wireNumber(draft.amount),
		paymentDate: draft.paymentDate || order.createdDate || at,
		isAuthorized: true,
		transactionRef: keyOfPayment(draft),
		branchId: order.branchId,
	};
}
