/**
 * The log of batches: the account's numbered batch documents, append-only. A payment belongs to the first live document
 * that lists it. Cin7 holds the log, and nobody else: every run reads it anew.
 */
import type { Cin7Client } from '../cin7/client';
import type { SalesOrder } from '../cin7/records';
import { salesOrders } from '../cin7/resources';
import { and, compare } from '../cin7/where';
import { parseManifest, type Manifest } from './manifest';
import { batchNumber, documentReferences } from './reference';

export interface LoggedDocument {
	number: number;
	order: SalesOrder;
	/** null when a person wrote over the comments: such a document claims nothing that we can read. */
	manifest: Manifest | null;
	/** Not void. */
	live: boolean;
	/** Approved: accounting may have it, so no run takes it back. */
	finished: boolean;
}

export interface BatchLog {
	/** In order of their numbers. */
	documents: LoggedDocument[];
	/** The highest number taken so far; 0 in an account without batches. */
	lastNumber: number;
	/** The highest id among the documents read; what is created later has a higher one. */
	lastId: number;
}

/** What is read of a document; its lines stay in Cin7. */
export const documentFields = [
	'id',
	'reference',
	'status',
	'isVoid',
	'memberId',
	'branchId',
	'currencyCode',
	'currencyRate',
	'total',
	'invoiceDate',
	'dispatchedDate',
	'internalComments',
	'accountingAttributes',
] as const;

/**
 * Reads the log, newest first: the last number, and the documents created since an instant. A document lists only
 * payments made before it was created, so those of the look-back suffice. What is added while this reads is not seen,
 * and neither is its number: who plans with this log and finds the next number free has missed nothing.
 * @param since ISO instant, UTC
 */
export async function readLog(client: Cin7Client, since: string): Promise<BatchLog> {
	const newestFirst = { order: 'id DESC', fields: documentFields, rows: 250 };
	const read = await client.first(salesOrders, { ...newestFirst, where: documentReferences });
	for (let page = read; page.length === newestFirst.rows; read.push(...page)) {
		const where = and(
			documentReferences,
			compare('id', '<', page[page.length - 1].id),
			compare('createdDate', '>=', since),
		);
		page = await client.first(salesOrders, { ...newestFirst, where });
	}
	return logOf(read);
}

/** Reads what was added to the log after an earlier reading. */
export async function readLogAfter(client: Cin7Client, lastId: number): Promise<BatchLog> {
	const where = and(documentReferences, compare('id', '>', lastId));
	return logOf(await client.all(salesOrders, { where, fields: documentFields }));
}

/** The log that a list of sales orders amounts to; orders that are no documents are passed over. */
export function logOf(orders: SalesOrder[]): BatchLog {
	const documents: LoggedDocument[] = [];
	let lastId = 0;
	for (const order of orders) {
		const number = batchNumber(order.reference);
		if (number === null) continue;
		lastId = Math.max(lastId, order.id);
		const live = !order.isVoid && order.status.toUpperCase() !== 'VOID';
		documents.push({
			number,
			order,
			manifest: parseManifest(order.internalComments),
			live,
			finished: live && order.status.toUpperCase() === 'APPROVED',
		});
	}
	documents.sort((a, b) => a.number - b.number);
	return { documents, lastNumber: documents.at(-1)?.number ?? 0, lastId };
}

/** The same document as another reading saw it, or not at all. */
export function sameDocument(a: LoggedDocument, b: LoggedDocument): boolean {
	return a.order.id === b.order.id;
}

/** Documents that a run left undone. */
export function unfinishedDocuments(log: BatchLog): LoggedDocument[] {
	return log.documents.filter(({ live, finished, manifest }) => live && !finished && manifest);
}

/** Live documents whose list of members nobody can read any more: a person has to look at them. */
export function unreadableDocuments(log: BatchLog): LoggedDocument[] {
	return log.documents.filter((document) => document.live && document.manifest === null);
}

/** Which document each payment belongs to: the first live one that lists it. */
export function claimedPayments(documents: LoggedDocument[]): Map<number, LoggedDocument> {
	const claimed = new Map<number, LoggedDocument>();
	for (const document of documents) {
		if (!document.live || !document.manifest) continue;
		for (const [paymentId] of document.manifest.payments) {
			if (!claimed.has(paymentId)) claimed.set(paymentId, document);
		}
	}
	return claimed;
}
