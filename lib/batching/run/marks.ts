/**
 * What a batch writes on its members, and what it writes when it lets them go. Both are computed from the manifest and
 * the members as they are now, so they can be repeated by any run and touch nothing that is right already.
 */
import type { Row } from '../../cin7/client';
import type { InstantText } from '../../cin7/records';
import { instantOf } from '../../time/instant';
import type { LoggedDocument } from '../log';
import type { Manifest } from '../manifest';
import type { MemberState } from '../members';

/** Rows to send, by resource. */
export interface MarkRows {
	payments: Row[];
	salesOrders: Row[];
	creditNotes: Row[];
}

/** Cin7 keeps 250 characters of a payment's comments. */
const commentLength = 250;

/** A payment's comments with the batch's reference in front; unchanged where that would cut a person's words. */
export function markedComments(reference: string, comments: string): string {
	if (comments === reference || comments.startsWith(`${reference} `)) return comments;
	const marked = comments === '' ? reference : `${reference} ${comments}`;
	return marked.length <= commentLength ? marked : comments;
}

/** The writes that mark the members of these documents, without those that are marked already. */
export function markRows(documents: LoggedDocument[], state: MemberState): MarkRows {
	const payments: Row[] = [];
	const salesOrders = new Map<number, Row>();
	const creditNotes = new Map<number, Row>();
	for (const { order, manifest } of documents) {
		if (!manifest) continue;
		for (const [paymentId] of manifest.payments) {
			const payment = state.payments.get(paymentId);
			if (!payment) continue;
			const comments = markedComments(order.reference, payment.comments);
			const marked = sameInstant(payment.reconcileDate, manifest.markDate);
			if (marked && comments === payment.comments) continue;
			payments.push({ id: paymentId, reconcileDate: manifest.markDate, comments });
		}
		for (const [orderId, kind] of manifest.orders) {
			const row = orderMark(orderId, kind, manifest, state);
			if (row) (kind === 'S' ? salesOrders : creditNotes).set(orderId, row);
		}
	}
	return {
		payments,
		salesOrders: [...salesOrders.values()],
		creditNotes: [...creditNotes.values()],
	};
}

function orderMark(
	id: number,
	kind: 'S' | 'C',
	manifest: Manifest,
	state: MemberState,
): Row | null {
	const order = kind === 'S' ? state.salesOrders.get(id) : state.creditNotes.get(id);
	if (!order) return null;
	const date = 'invoiceDate' in order ? order.invoiceDate : order.creditNoteDate;
	if (date !== null && order.accountingImportStatus === 'DoNotImport') return null;
	const dateField = kind === 'S' ? 'invoiceDate' : 'creditNoteDate';
	return {
		id,
		accountingAttributes: { accountingImportStatus: 'DoNotImport' },
		...(date === null && { [dateField]: manifest.markDate }),
	};
}

/**
 * The writes that give the members of void documents back: only fields that still hold what the batch wrote.
 */
export function releaseRows(documents: LoggedDocument[], state: MemberState): MarkRows {
	const rows: MarkRows = { payments: [], salesOrders: [], creditNotes: [] };
	for (const { order, manifest } of documents) {
		if (!manifest) continue;
		for (const [paymentId, , , before] of manifest.payments) {
			const payment = state.payments.get(paymentId);
			if (!payment) continue;
			const was = before?.comments ?? '';
			const ourDate = sameInstant(payment.reconcileDate, manifest.markDate);
			const ourComments =
				payment.comments !== was && payment.comments === markedComments(order.reference, was);
			if (!ourDate && !ourComments) continue;
			rows.payments.push({
				id: paymentId,
				...(ourDate && { reconcileDate: '' }),
				...(ourComments && { comments: was }),
			});
		}
		for (const [orderId, kind, before] of manifest.orders) {
			const member = kind === 'S' ? state.salesOrders.get(orderId) : state.creditNotes.get(orderId);
			if (!member) continue;
			const date = 'invoiceDate' in member ? member.invoiceDate : member.creditNoteDate;
			const ourDate = before?.date === undefined && sameInstant(date, manifest.markDate);
			const ourStatus =
				before?.status === undefined && member.accountingImportStatus === 'DoNotImport';
			if (!ourDate && !ourStatus) continue;
			rows[kind === 'S' ? 'salesOrders' : 'creditNotes'].push({
				id: orderId,
				...(ourDate && { [kind === 'S' ? 'invoiceDate' : 'creditNoteDate']: '' }),
				...(ourStatus && { accountingAttributes: { accountingImportStatus: 'NotImported' } }),
			});
		}
	}
	return rows;
}

/** Two of Cin7's date texts, or none, that name the same instant. */
export function sameInstant(a: InstantText | null, b: InstantText | null): boolean {
	if (a === null || b === null) return a === b;
	return instantOf(a) === instantOf(b);
}
