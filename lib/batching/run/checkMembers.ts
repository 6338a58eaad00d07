/**
 * Step 4, check the members again: the last look before accounting may see the batch. A member that somebody changed
 * meanwhile takes its document out; a mark that Cin7 did not keep is somebody's to know.
 */
import { isImported, isVoid } from '../../orders/accounting';
import type { DecimalText, Payment } from '../../cin7/records';
import { toMinor } from '../../money/currency';
import { compare, parse } from '../../money/decimal';
import { nameKey } from '../../orders/channel';
import { groupBy } from '../groupBy';
import { claimedPayments, type LoggedDocument } from '../log';
import type { Manifest, OrderEntry, PaymentEntry } from '../manifest';
import { dateOf, memberOrder, type MemberState } from '../members';
import { isZero } from '../tenders';
import { isOthers, sameInstant } from './marks';

export interface Finding {
	document: LoggedDocument;
	/** A sentence: which member or document, and what about it. */
	why: string;
	/** The member itself is no longer what the batch took it for (as opposed to a write that did not hold). */
	memberChanged: boolean;
}

/**
 * The first finding of each document that must not go on; none where every member is as its manifest says.
 * @param log every document of the account: what the others list is no stranger's payment
 */
export function checkMembers(
	documents: LoggedDocument[],
	state: MemberState,
	log: LoggedDocument[],
): Finding[] {
	const paymentsOf = groupBy(state.payments.values(), (payment) => payment.orderId);
	const listed = new Set(claimedPayments([...log, ...documents]).keys());
	const findings: Finding[] = [];
	for (const document of documents) {
		if (!document.manifest) continue;
		const finding = checkDocument(document, document.manifest, state, paymentsOf, listed);
		if (finding) findings.push(finding);
	}
	return findings;
}

function checkDocument(
	document: LoggedDocument,
	manifest: Manifest,
	state: MemberState,
	paymentsOf: Map<number, Payment[]>,
	listed: Set<number>,
): Finding | null {
	for (const entry of manifest.payments) {
		const why = paymentChange(entry, manifest, state);
		if (why) return { document, why, memberChanged: true };
	}
	for (const entry of manifest.orders) {
		const why =
			orderChange(entry, manifest, state) ??
			(manifest.whole ? addedPayment(entry, paymentsOf, listed, state) : null);
		if (why) return { document, why, memberChanged: true };
	}
	const unmarked = missingMark(document, manifest, state);
	return unmarked ? { document, why: unmarked, memberChanged: false } : null;
}

function paymentChange(
	[id, orderId, amount]: PaymentEntry,
	manifest: Manifest,
	state: MemberState,
): string | null {
	const payment = state.payments.get(id);
	if (!payment || payment.orderId !== orderId) return `Payment ${id} is no longer on its order.`;
	const now = toMinor(payment.amount, manifest.currency);
	const then = toMinor(amount, manifest.currency);
	if (now === null || then === null || Math.abs(now) !== Math.abs(then)) {
		return `Payment ${id} of order ${payment.orderRef} was ${amount} and is now ${payment.amount} ${manifest.currency}.`;
	}
	if (isOthers(payment, manifest)) {
		return `Payment ${id} of order ${payment.orderRef} was reconciled or batched by somebody else.`;
	}
	if (!payment.isAuthorized)
		return `Payment ${id} of order ${payment.orderRef} is no longer authorised.`;
	if (nameKey(payment.method) !== nameKey(manifest.paymentType)) {
		return `Payment ${id} of order ${payment.orderRef} is now of type ${payment.method}.`;
	}
	return null;
}

function orderChange(
	[id, kind, total]: OrderEntry,
	manifest: Manifest,
	state: MemberState,
): string | null {
	const order = memberOrder(state, id, kind);
	const what = kind === 'S' ? 'Sales order' : 'Credit note';
	if (!order) return `${what} ${id} is gone.`;
	const status = order.status.toUpperCase();
	if (isVoid(order)) {
		return `${what} ${order.reference} was made void.`;
	}
	if (status !== 'APPROVED') return `${what} ${order.reference} is no longer approved.`;
	if (isImported(order)) {
		return `${what} ${order.reference} was imported to accounting by itself.`;
	}
	if (
		order.currencyCode !== manifest.currency ||
		order.branchId !== manifest.branchId ||
		!sameAmount(order.total, total)
	) {
		return `${what} ${order.reference} was changed: its total was ${total} ${manifest.currency} and is ${order.total} ${order.currencyCode} now, or its branch is another.`;
	}
	return null;
}

/** Under "whole orders only", an order with a payment that no document lists is no longer whole. */
function addedPayment(
	[id]: OrderEntry,
	paymentsOf: Map<number, Payment[]>,
	listed: Set<number>,
	state: MemberState,
): string | null {
	for (const payment of paymentsOf.get(id) ?? []) {
		if (listed.has(payment.id) || !payment.isAuthorized || isZero(payment)) continue;
		const order = state.salesOrders.get(id) ?? state.creditNotes.get(id);
		return `Order ${order?.reference ?? id} has another payment now, ${payment.amount} by ${payment.method}.`;
	}
	return null;
}

function missingMark(
	{ order }: LoggedDocument,
	manifest: Manifest,
	state: MemberState,
): string | null {
	for (const [id] of manifest.payments) {
		const payment = state.payments.get(id);
		if (payment && !sameInstant(payment.reconcileDate, manifest.markDate)) {
			return `Cin7 did not keep the reconcile date of payment ${id} (order ${payment.orderRef}), a member of ${order.reference}.`;
		}
	}
	for (const [id, kind] of manifest.orders) {
		const member = memberOrder(state, id, kind);
		if (!member) continue;
		if (member.accountingImportStatus !== 'DoNotImport' || dateOf(member) === null) {
			return `Cin7 did not keep Do Not Import and the ${kind === 'S' ? 'invoice' : 'credit note'} date on ${member.reference}, a member of ${order.reference}.`;
		}
	}
	return null;
}

function sameAmount(a: DecimalText, b: DecimalText): boolean {
	return compare(parse(a), parse(b)) === 0;
}
