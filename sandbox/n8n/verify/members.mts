// Is every member what its batch says it is, in one batch only, marked, and with its whole order?

import { amountText, magnitude, minorUnits } from './amounts.mts';
import type { BatchDocument, Manifest } from './documents.mts';
import type { Ledger, LedgerOrder, LedgerPayment } from './ledger.mts';
import { byId, isApproved, isVoid } from './ledger.mts';

/**
 * @param unmarked payments without reconcile date that the run reported as being in another batch: of a batch of an
 * earlier run somebody may have cleared it since
 * @returns sentences about what does not agree
 */
export function checkMembers(
	documents: BatchDocument[],
	ledger: Ledger,
	unmarked: Set<number>,
): string[] {
	const payments = byId(ledger.payments);
	const orders = { S: byId(ledger.salesOrders), C: byId(ledger.creditNotes) };
	const listedIn = new Map<number, string>();
	const found: string[] = [];
	for (const { order, manifest } of documents) {
		if (manifest === undefined) continue;
		const { reference } = order;
		const kinds = new Map(manifest.orders.map(([id, kind]) => [id, kind]));
		for (const [id, orderId, amount] of manifest.payments) {
			const earlier = listedIn.get(id);
			if (earlier !== undefined) found.push(`Payment ${id} is in ${earlier} and in ${reference}.`);
			listedIn.set(id, reference);
			const member = { id, orderId, amount, kind: kinds.get(orderId) };
			if (payments.get(id)?.reconcileDate === null && !unmarked.has(id)) {
				found.push(`${reference}: payment ${id} is not marked reconciled.`);
			}
			found.push(
				...checkPayment(member, manifest, payments).map((text) => `${reference}: ${text}`),
			);
		}
		for (const [id, kind] of manifest.orders) {
			found.push(
				...checkOrder(orders[kind].get(id), id, kind).map((text) => `${reference}: ${text}`),
			);
		}
	}
	return [...found, ...splitOrders(documents, listedIn, ledger)];
}

function checkPayment(
	member: { id: number; orderId: number; amount: string; kind: 'S' | 'C' | undefined },
	{ currency, paymentType }: Manifest,
	payments: Map<number, LedgerPayment>,
): string[] {
	const payment = payments.get(member.id);
	if (payment === undefined) return [`payment ${member.id} does not exist.`];
	if (payment.orderId !== member.orderId || member.kind === undefined) {
		return [
			`payment ${member.id} is on order ${payment.orderId}, not on a listed order ${member.orderId}.`,
		];
	}
	const found: string[] = [];
	const listed = minorUnits(member.amount, currency);
	const actual = minorUnits(payment.amount, currency);
	// Credit notes count negative whichever sign the API gives; a payment back on a sales order keeps its own.
	const expected = member.kind === 'C' ? -magnitude(actual) : actual;
	if (listed !== expected) {
		found.push(
			`payment ${member.id} is ${amountText(expected, currency)}, listed as ${member.amount}.`,
		);
	}
	if (payment.method.trim().toLowerCase() !== paymentType.trim().toLowerCase()) {
		found.push(`payment ${member.id} is of type "${payment.method}", not "${paymentType}".`);
	}
	if (!payment.isAuthorized) found.push(`payment ${member.id} is not authorised.`);
	return found;
}

function checkOrder(order: LedgerOrder | undefined, id: number, kind: 'S' | 'C'): string[] {
	const what = kind === 'S' ? 'sales order' : 'credit note';
	if (order === undefined) return [`${what} ${id} does not exist.`];
	const found: string[] = [];
	if (isVoid(order)) found.push(`${what} ${order.reference} is void.`);
	else if (!isApproved(order)) found.push(`${what} ${order.reference} is not approved.`);
	if (order.accountingAttributes?.accountingImportStatus !== 'DoNotImport') {
		found.push(`${what} ${order.reference} is not set to Do Not Import.`);
	}
	if (order.accountingAttributes?.importDate) {
		found.push(`${what} ${order.reference} was imported to accounting by itself.`);
	}
	const date = kind === 'S' ? order.invoiceDate : order.creditNoteDate;
	if (!date)
		found.push(
			`${what} ${order.reference} has no ${kind === 'S' ? 'invoice' : 'credit note'} date.`,
		);
	return found;
}

/** An order's accounting marks are its own, so all its payments must be in batches. What is no money does not count. */
function splitOrders(
	documents: BatchDocument[],
	listedIn: Map<number, string>,
	ledger: Ledger,
): string[] {
	const orders = new Set(
		documents.flatMap(({ manifest }) => manifest?.orders.map(([id]) => id) ?? []),
	);
	return ledger.payments
		.filter(({ id, orderId }) => orders.has(orderId) && !listedIn.has(id))
		.filter(({ amount, isAuthorized }) => isAuthorized && Number(amount) !== 0)
		.map(({ id, orderId }) => `Order ${orderId} is in a batch, and its payment ${id} is in none.`);
}
