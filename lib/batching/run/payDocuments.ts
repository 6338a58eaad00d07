/**
 * Step 3, value: a negative batch gets its credit note, and every batch its payment. Neither can be created twice:
 * the credit note has a unique reference, a payment is looked for before it is made.
 */
import type { Cin7Client, Row } from '../../cin7/client';
import type { CreditNote, Payment } from '../../cin7/records';
import { creditNotes, payments } from '../../cin7/resources';
import { wireNumber } from '../../cin7/wireNumber';
import { inList } from '../../cin7/where';
import { creditNoteRow } from '../document';
import { groupBy } from '../groupBy';
import type { LoggedDocument } from '../log';
import { hasCreditNote, isExternal } from '../manifest';
import { creditNoteReference, documentReferenceOf } from '../reference';
import { paymentFault } from './checkValue';
import { settleTime } from './settle';

/** Where a document's value stands: itself, or its credit note. */
export interface ValueHolder {
	document: LoggedDocument;
	orderId: number;
}

const creditNoteFields = [
	'id',
	'reference',
	'status',
	'total',
	'currencyCode',
	'currencyRate',
	'creditNoteDate',
	'completedDate',
	'accountingAttributes',
] as const;

/**
 * Makes the credit notes that are missing; gives those of all negative documents, by document reference.
 * @param areNew the documents were claimed just now: then nobody is likely to have made one, and should somebody have,
 * Cin7 refuses the second under that reference
 */
export async function makeCreditNotes(
	client: Cin7Client,
	documents: LoggedDocument[],
	areNew: boolean,
): Promise<Map<string, CreditNote>> {
	const negative = documents.filter(({ manifest }) => hasCreditNote(manifest));
	const rows: Row[] = [];
	let found = areNew ? new Map<string, CreditNote>() : await findCreditNotes(client, negative);
	for (const { order, manifest } of negative) {
		if (manifest && !found.has(order.reference)) rows.push(creditNoteRow(order, manifest));
	}
	if (rows.length > 0) {
		await client.create(creditNotes, rows);
		found = await findCreditNotes(client, negative);
	}
	return found;
}

/** The credit notes beside these documents, by document reference. */
export async function findCreditNotes(
	client: Cin7Client,
	documents: LoggedDocument[],
): Promise<Map<string, CreditNote>> {
	const references = documents
		.filter(({ manifest }) => hasCreditNote(manifest))
		.map((document) => creditNoteReference(document.order.reference));
	const notes: CreditNote[] = [];
	for (const where of inList('reference', references)) {
		notes.push(...(await client.all(creditNotes, { where, fields: creditNoteFields })));
	}
	return new Map(notes.map((note) => [documentReferenceOf(note.reference), note]));
}

/** Where each document's value stands; documents whose credit note is missing are left out. */
export function valueHolders(
	documents: LoggedDocument[],
	notes: Map<string, CreditNote>,
): ValueHolder[] {
	return documents.flatMap((document) => {
		if (isExternal(document.manifest)) return [];
		const orderId = hasCreditNote(document.manifest)
			? notes.get(document.order.reference)?.id
			: document.order.id;
		return orderId === undefined ? [] : [{ document, orderId }];
	});
}

/**
 * Makes the payments that are missing, and removes those of ours that are doubled: the lowest id stays. Whether that
 * held is for the next step.
 * @param made orders whose payment this run has made already: Cin7 may not show it yet, and it is not made again
 */
export async function payDocuments(
	client: Cin7Client,
	holders: ValueHolder[],
	made: Set<number>,
): Promise<void> {
	const existing = await findPayments(client, holders);
	const unpaid: ValueHolder[] = [];
	const wrong: Row[] = [];
	for (const { document, orderId } of holders) {
		const paid = existing.get(orderId) ?? [];
		const [kept] = paid;
		if (kept && document.manifest && isOwnPayment(kept, document)) {
			if (paymentFault(kept, document.order.reference, document.manifest))
				wrong.push({ id: kept.id, ...paymentRow(document, orderId) });
		}
		if (paid.length === 0 && !made.has(orderId)) unpaid.push({ document, orderId });
		for (const other of paid.slice(1)) {
			if (isOwnPayment(other, document)) await client.remove(payments, other.id);
		}
	}
	if (wrong.length > 0) await client.update(payments, wrong);
	if (unpaid.length === 0) return;
	const rows = unpaid.map(({ document, orderId }) => paymentRow(document, orderId));
	const { results, uncertain } = await client.create(payments, rows);
	unpaid.forEach(({ orderId }, index) => {
		if (results[index].success) made.add(orderId);
	});
	// What may have been made must be seen, if it was, before it is looked for again.
	if (uncertain.length > 0) await client.pause(settleTime);
}

/**
 * Whether a payment on a document was made by a run, and not by a person. Where Cin7 did not keep the reference of one, its
 * comments say it: then it is put right, and not taken for somebody else's.
 */
export function isOwnPayment(
	{ transactionRef, comments }: Payment,
	{ order }: LoggedDocument,
): boolean {
	return (
		transactionRef === order.reference || (transactionRef === '' && comments === order.reference)
	);
}

/** Removes what runs have paid onto void documents. */
export async function removeOwnPayments(
	client: Cin7Client,
	documents: LoggedDocument[],
): Promise<void> {
	if (documents.length === 0) return;
	const holders = valueHolders(documents, await findCreditNotes(client, documents));
	const paid = await findPayments(client, holders);
	for (const { document, orderId } of holders) {
		for (const payment of paid.get(orderId) ?? []) {
			if (isOwnPayment(payment, document)) await client.remove(payments, payment.id);
		}
	}
}

/** The payments on documents or their credit notes, by order id, lowest id first. */
export async function findPayments(
	client: Cin7Client,
	holders: ValueHolder[],
): Promise<Map<number, Payment[]>> {
	const found = await client.byIds(
		payments,
		'orderId',
		holders.map((holder) => holder.orderId),
	);
	return groupBy(
		found.sort((a, b) => a.id - b.id),
		(payment) => payment.orderId,
	);
}

function paymentRow({ order, manifest }: LoggedDocument, orderId: number): Row {
	if (!manifest) return { orderId };
	return {
		orderId,
		method: manifest.paymentType,
		amount: Math.abs(wireNumber(manifest.total)),
		paymentDate: manifest.markDate,
		isAuthorized: true,
		transactionRef: order.reference,
		comments: order.reference,
		branchId: manifest.branchId,
	};
}
