/**
 * The log of batches: the account's numbered batch documents, append-only. A payment belongs to the first live document
 * that lists it. Cin7 holds the log, and nobody else: every run reads it anew.
 */
import { isVoid } from '../orders/accounting';
import type { SalesOrder } from '../cin7/records';
import { hasOwnValue, parseManifest, type Manifest, type OrderEntry } from './manifest';
import { batchNumber } from './reference';
import { batchStage, offeredStage } from './stages';

export interface LoggedDocument {
	number: number;
	order: SalesOrder;
	/** null when a person wrote over the comments: such a document claims nothing that we can read. */
	manifest: Manifest | null;
	/** Not void. */
	live: boolean;
	/** Approved: accounting may have it, so no run takes it back. */
	finished: boolean;
	/** A draft that was handed over to be booked elsewhere, and not confirmed: accounting may have it, too. */
	offered: boolean;
}

export interface BatchLog {
	/** In order of their numbers. */
	documents: LoggedDocument[];
	/** From this number on, the reading has every document there is; 1 when it has all of them. */
	firstNumber: number;
	/** The highest number with a list of members; 0 in an account without batches. */
	lastNumber: number;
	/** The highest id among the documents read; what is created later has a higher one. */
	lastId: number;
	/** Numbers that Cin7 says are taken though no sales order shows them: something else has such a reference. */
	takenElsewhere: ReadonlySet<number>;
}

/**
 * The log that a list of sales orders amounts to; orders that are no documents are passed over.
 * @param isWhole whether the list has every document of the account, not just the newest
 */
export function logOf(orders: SalesOrder[], isWhole = true): BatchLog {
	const documents = orders.flatMap((order) => loggedDocument(order) ?? []);
	documents.sort((a, b) => a.number - b.number);
	const ours = documents.filter(
		({ number, manifest }) => manifest !== null && (manifest.number ?? number) === number,
	);
	// An empty one fills a gap, perhaps an old one: what is between it and the others was not read.
	const first = ours.find(({ manifest }) => manifest?.payments.length !== 0);
	return {
		documents,
		firstNumber: isWhole ? 1 : (first?.number ?? 1),
		lastNumber: ours.at(-1)?.number ?? 0,
		lastId: documents.reduce((highest, { order }) => Math.max(highest, order.id), 0),
		takenElsewhere: new Set(),
	};
}

/** A log with what was read later: a document that is in both is as it was read last. */
export function withOrders(log: BatchLog, orders: SalesOrder[]): BatchLog {
	const byId = new Map(log.documents.map(({ order }) => [order.id, order]));
	for (const order of orders) {
		const known = byId.get(order.id);
		// Void is for good: a reading that still shows it live is an old one.
		if (!known || !isVoid(known)) byId.set(order.id, order);
	}
	const { firstNumber, takenElsewhere } = log;
	return { ...logOf([...byId.values()]), firstNumber, takenElsewhere };
}

function loggedDocument(order: SalesOrder): LoggedDocument | null {
	const number = batchNumber(order.reference);
	if (number === null) return null;
	const live = !isVoid(order);
	const isApproved = order.status.toUpperCase() === 'APPROVED';
	return {
		number,
		order,
		manifest: parseManifest(order.internalComments),
		live,
		finished: live && isApproved,
		offered: live && !isApproved && order.stage === offeredStage,
	};
}

/**
 * The next free numbers: above every document with a list of members. Whatever else carries such a reference is passed
 * over, however high its number.
 */
export function nextNumbers(log: BatchLog, count: number): number[] {
	const taken = new Set(log.documents.map(({ number }) => number));
	const numbers: number[] = [];
	for (let number = log.lastNumber + 1; numbers.length < count; number += 1) {
		if (!taken.has(number) && !log.takenElsewhere.has(number)) numbers.push(number);
	}
	return numbers;
}

/** Numbers up to and including one that nothing is known to have taken. */
export function gaps(log: BatchLog, upTo: number): number[] {
	const taken = new Set(log.documents.map(({ number }) => number));
	const missing: number[] = [];
	for (let number = log.firstNumber; number <= upTo; number += 1) {
		if (!taken.has(number) && !log.takenElsewhere.has(number)) missing.push(number);
	}
	return missing;
}

/** The same document as another reading saw it, or not at all. */
export function sameDocument(a: LoggedDocument, b: LoggedDocument): boolean {
	return a.order.id === b.order.id;
}

/** Whether a document is among others, as whatever reading saw it. */
export function isAmong(documents: readonly LoggedDocument[], document: LoggedDocument): boolean {
	return documents.some((other) => sameDocument(other, document));
}

/** Documents that a run left undone. */
export function unfinishedDocuments(log: BatchLog): LoggedDocument[] {
	return log.documents.filter(
		(document) =>
			document.live && document.manifest && (!document.finished || isUnclosed(document)),
	);
}

/**
 * Approved, and without the dates that approving sets: accounting does not take it, or somebody picks it. Or shown as still
 * to be confirmed, because a slow run handed it over once more.
 */
function isUnclosed({ order, manifest }: LoggedDocument): boolean {
	const isDue = manifest !== null && hasOwnValue(manifest);
	return (
		order.dispatchedDate === null ||
		(isDue && order.invoiceDate === null) ||
		order.stage === offeredStage
	);
}

/** Live documents whose list of members nobody can read any more: a person has to look at them. */
export function unreadableDocuments(log: BatchLog): LoggedDocument[] {
	return log.documents.filter((document) => document.live && isOverwritten(document));
}

/** A document of ours without its list; a merchant's own order of such a reference has another stage. */
export function isOverwritten({ order, manifest }: LoggedDocument): boolean {
	return manifest === null && [batchStage, offeredStage].includes(order.stage);
}

/** Orders that live documents list, each as the first of them does. */
export function listedOrders(documents: LoggedDocument[]): Map<number, OrderEntry> {
	const listed = new Map<number, OrderEntry>();
	for (const { live, manifest } of documents) {
		if (!live || !manifest) continue;
		for (const entry of manifest.orders) if (!listed.has(entry[0])) listed.set(entry[0], entry);
	}
	return listed;
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
