/**
 * What a batch writes on its members, and what it writes when it lets them go. Both are computed from the manifest and
 * the members as they are now, so they can be repeated by any run and touch nothing that is right already.
 */
import { isImported, isVoid } from '../../orders/accounting';
import type { Row } from '../../cin7/client';
import type { CreditNote, InstantText, Payment, SalesOrder } from '../../cin7/records';
import { instantOf } from '../../time/instant';
import { sameDocument, type LoggedDocument } from '../log';
import type { Before, Manifest } from '../manifest';
import { dateOf, memberOrder, type MemberState } from '../members';
import { isBatchReference } from '../reference';

/** Rows to send, by resource. */
export interface MarkRows {
	payments: Row[];
	salesOrders: Row[];
	creditNotes: Row[];
}

export function rowCount({ payments, salesOrders, creditNotes }: MarkRows): number {
	return payments.length + salesOrders.length + creditNotes.length;
}

/** Of some rows, those of members that are among others too. */
export function onlyRows(rows: MarkRows, among: MarkRows): MarkRows {
	const only = (some: Row[], others: Row[]) => {
		const ids = new Set(others.map(({ id }) => id));
		return some.filter(({ id }) => ids.has(id));
	};
	return {
		payments: only(rows.payments, among.payments),
		salesOrders: only(rows.salesOrders, among.salesOrders),
		creditNotes: only(rows.creditNotes, among.creditNotes),
	};
}

/** The same rows without the comments of payments. */
export function withoutWords(rows: MarkRows): MarkRows {
	const payments = rows.payments.map((row) =>
		Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'comments')),
	);
	return { ...rows, payments };
}

/** Cin7 keeps 250 characters of a payment's comments. */
const commentLength = 250;

/** A payment's comments with the batch's reference in front; unchanged where that would cut a person's words. */
export function markedComments(reference: string, comments: string): string {
	if (comments === reference || comments.startsWith(`${reference} `)) return comments;
	const marked = comments === '' ? reference : `${reference} ${comments}`;
	return marked.length <= commentLength ? marked : comments;
}

/**
 * The writes that mark the members of these documents, without those that are marked already. What somebody else wrote
 * (another reconcile date, another batch) is left as it is: the check of the members finds it.
 */
export function markRows(documents: LoggedDocument[], state: MemberState): MarkRows {
	const payments: Row[] = [];
	const salesOrders = new Map<number, Row>();
	const creditNotes = new Map<number, Row>();
	for (const { order, manifest } of documents) {
		if (!manifest) continue;
		for (const [paymentId] of manifest.payments) {
			const payment = state.payments.get(paymentId);
			if (!payment || isOthers(payment, manifest)) continue;
			const comments = markedComments(order.reference, payment.comments);
			if (payment.reconcileDate !== null && comments === payment.comments) continue;
			payments.push({ id: paymentId, reconcileDate: manifest.markDate, comments });
		}
		for (const [orderId, kind] of manifest.orders) {
			const member = memberOrder(state, orderId, kind);
			const row = member && orderMark(member, kind, manifest);
			if (row) (kind === 'S' ? salesOrders : creditNotes).set(orderId, row);
		}
	}
	return {
		payments,
		salesOrders: [...salesOrders.values()],
		creditNotes: [...creditNotes.values()],
	};
}

/** Reconciled or batched by somebody else. */
export function isOthers(payment: Payment, manifest: Manifest): boolean {
	if (payment.batchReference !== '') return true;
	return payment.reconcileDate !== null && !sameInstant(payment.reconcileDate, manifest.markDate);
}

function orderMark(
	order: SalesOrder | CreditNote,
	kind: 'S' | 'C',
	manifest: Manifest,
): Row | null {
	const date = dateOf(order);
	if (isImported(order)) return null;
	if (date !== null && order.accountingImportStatus === 'DoNotImport') return null;
	return {
		id: order.id,
		accountingAttributes: { accountingImportStatus: 'DoNotImport' },
		...(date === null && { [dateField(kind)]: manifest.markDate }),
	};
}

function dateField(kind: 'S' | 'C'): string {
	return kind === 'S' ? 'invoiceDate' : 'creditNoteDate';
}

/**
 * The writes that give the members of void documents back: only fields that still hold what the batch wrote, and no
 * member that another live document lists.
 */
export function releaseRows(
	documents: LoggedDocument[],
	state: MemberState,
	log: LoggedDocument[],
): MarkRows {
	const held = heldElsewhere(documents, log);
	const elsewhere = namedElsewhere(documents, state);
	const taken = new Set([...elsewhere.values()]);
	const rows: MarkRows = { payments: [], salesOrders: [], creditNotes: [] };
	for (const { order, manifest } of documents) {
		if (!manifest) continue;
		for (const [paymentId, , , before] of manifest.payments) {
			const payment = state.payments.get(paymentId);
			if (!payment || held.payments.has(paymentId) || elsewhere.has(paymentId)) continue;
			const row = releasedPayment(payment, order.reference, manifest, before?.comments ?? '');
			if (row) rows.payments.push(row);
		}
		for (const [orderId, kind, , before] of manifest.orders) {
			const member = memberOrder(state, orderId, kind);
			if (!member || held.orders.has(orderId) || taken.has(orderId)) continue;
			const row = releasedOrder(member, kind, manifest, before ?? {});
			if (row) rows[kind === 'S' ? 'salesOrders' : 'creditNotes'].push(row);
		}
	}
	return rows;
}

/**
 * Payments that name another batch, with their orders: they have been batched again since, whether the log shows that yet
 * or not.
 */
function namedElsewhere(documents: LoggedDocument[], state: MemberState): Map<number, number> {
	const own = new Set(documents.map(({ order }) => order.reference));
	const named = new Map<number, number>();
	for (const { id, comments, orderId } of state.payments.values()) {
		const [first] = comments.split(' ', 1);
		if (isBatchReference(first) && !own.has(first)) named.set(id, orderId);
	}
	return named;
}

/** What other live documents list. */
export function heldElsewhere(documents: LoggedDocument[], log: LoggedDocument[]) {
	const payments = new Set<number>();
	const orders = new Set<number>();
	for (const other of log) {
		if (!other.live || !other.manifest) continue;
		if (documents.some((document) => sameDocument(document, other))) continue;
		for (const [paymentId] of other.manifest.payments) payments.add(paymentId);
		for (const [orderId] of other.manifest.orders) orders.add(orderId);
	}
	return { payments, orders };
}

function releasedPayment(
	payment: Payment,
	reference: string,
	manifest: Manifest,
	commentsBefore: string,
): Row | null {
	const ourDate =
		payment.batchReference === '' && sameInstant(payment.reconcileDate, manifest.markDate);
	const ourComments =
		payment.comments !== commentsBefore &&
		payment.comments === markedComments(reference, commentsBefore);
	if (!ourDate && !ourComments) return null;
	return {
		id: payment.id,
		...(ourDate && { reconcileDate: '' }),
		...(ourComments && { comments: commentsBefore }),
	};
}

/** An order that accounting imported meanwhile is Imported, whatever we wrote over it. */
function releasedOrder(
	order: SalesOrder | CreditNote,
	kind: 'S' | 'C',
	manifest: Manifest,
	before: Before,
): Row | null {
	// Cin7 refuses changes of what is void; accounting does not take it either.
	if (isVoid(order)) return null;
	const ourStatus = before.status === undefined && order.accountingImportStatus === 'DoNotImport';
	const imported = order.importDate !== null;
	const ourDate =
		before.date === undefined && !imported && sameInstant(dateOf(order), manifest.markDate);
	if (!ourDate && !ourStatus) return null;
	const status = imported ? 'Imported' : 'NotImported';
	return {
		id: order.id,
		...(ourDate && { [dateField(kind)]: '' }),
		...(ourStatus && { accountingAttributes: { accountingImportStatus: status } }),
	};
}

/** Two of Cin7's date texts, or none, that name the same instant. */
export function sameInstant(a: InstantText | null, b: InstantText | null): boolean {
	if (a === null || b === null) return a === b;
	return instantOf(a) === instantOf(b);
}
