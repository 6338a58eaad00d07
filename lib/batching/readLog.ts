/** Reading the log of batches: as a whole, and what was added to it. */
import type { Cin7Client } from '../cin7/client';
import type { SalesOrder } from '../cin7/records';
import { salesOrders } from '../cin7/resources';
import { and, compare, inList } from '../cin7/where';
import { logOf, withOrders, type BatchLog, type LoggedDocument } from './log';
import { batchNumber, batchReference, documentReferences } from './reference';

/** What is read of a document; its lines stay in Cin7. */
export const documentFields = [
	'id',
	'reference',
	'status',
	'isVoid',
	'stage',
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
	const isWhole = read.length < newestFirst.rows;
	for (let page = read; page.length === newestFirst.rows; read.push(...page)) {
		const where = and(
			documentReferences,
			compare('id', '<', page[page.length - 1].id),
			compare('createdDate', '>=', since),
		);
		page = await client.first(salesOrders, { ...newestFirst, where });
	}
	return logOf(read, isWhole);
}

/** Reads what was added to the log after an earlier reading, and adds it. */
export async function readLogAgain(client: Cin7Client, log: BatchLog): Promise<BatchLog> {
	const where = and(documentReferences, compare('id', '>', log.lastId));
	return withOrders(log, await client.all(salesOrders, { where, fields: documentFields }));
}

/** Reads documents by their numbers, and adds them. */
export async function readNumbers(
	client: Cin7Client,
	log: BatchLog,
	numbers: number[],
): Promise<BatchLog> {
	const found: SalesOrder[] = [];
	for (const where of inList('reference', numbers.map(batchReference))) {
		found.push(...(await client.all(salesOrders, { where, fields: documentFields })));
	}
	return withOrders(log, found);
}

/**
 * Documents by their references, whoever wrote those down.
 * @returns by `referenceKey`; references that are no document's are left out
 */
export async function documentsOf(
	client: Cin7Client,
	references: string[],
): Promise<Map<string, LoggedDocument>> {
	const numbers = references.flatMap((reference) => batchNumber(reference.trim()) ?? []);
	const { documents } = await readNumbers(client, logOf([]), [...new Set(numbers)]);
	return new Map(documents.map((document) => [referenceKey(document.order.reference), document]));
}

/** How references are compared. */
export function referenceKey(reference: string): string {
	return reference.trim().toUpperCase();
}
