/**
 * No gaps: a document owns its payments only when every number below its own is taken. A number left free, by a row that
 * Cin7 refused or a document that a person renamed, could still be taken by a slower run, and that document would come
 * first. So gaps are filled with empty documents, which are void from then on.
 */
import type { Cin7Client } from '../../cin7/client';
import { salesOrders } from '../../cin7/resources';
import { fillerRow, type DocumentSettings } from '../document';
import { gaps, type BatchLog, type LoggedDocument } from '../log';
import { readNumbers } from '../readLog';
import { batchReference } from '../reference';
import { settleTime } from './settle';
import { voidDocuments } from './void';

/** More than a page of them is no refused row any more; documents above what is left open give way. */
const mostGaps = 250;

/** How often a gap is tried to be filled or read again. */
const tries = 4;

/**
 * Fills the gaps below a number.
 * @param claim the run's own mark
 * @returns the log with what stands in them now; what could not be filled is still a gap of it
 */
export async function closeGaps(
	client: Cin7Client,
	log: BatchLog,
	below: number,
	claim: string,
	settings: DocumentSettings,
): Promise<BatchLog> {
	let current = log;
	for (let attempt = 1; attempt <= tries; attempt += 1) {
		const missing = gaps(current, below).slice(0, mostGaps);
		if (missing.length === 0) break;
		// Somebody's document may be there already, and not be shown yet.
		if (attempt > 1) await client.pause(settleTime);
		const refused = await fill(client, missing, claim, settings, attempt > 1);
		current = await readNumbers(client, current, missing);
		if (attempt === tries) current = withTakenElsewhere(current, below, refused);
	}
	const empty = current.documents.filter(isEmpty);
	if (empty.length > 0) await voidDocuments(client, empty, 'approvedToo');
	return current;
}

/** A document without members: it fills a gap, and is to be void. */
export function isEmpty({ live, manifest }: LoggedDocument): boolean {
	return live && manifest?.payments.length === 0;
}

/**
 * Creates empty documents.
 * @param singly one a call: an account may refuse a whole call for one row
 * @returns the numbers that Cin7 says are taken; meaningful only when asked one by one
 */
async function fill(
	client: Cin7Client,
	numbers: number[],
	claim: string,
	settings: DocumentSettings,
	singly: boolean,
): Promise<Set<number>> {
	const refused = new Set<number>();
	for (const part of singly ? numbers.map((number) => [number]) : [numbers]) {
		const rows = part.map((number) => fillerRow(number, claim, settings));
		const { results } = await client.create(salesOrders, rows);
		const [number] = part;
		const [{ success, errors }] = results;
		const isTaken = errors.some((text) => isTakenNumber(text, batchReference(number)));
		if (singly && !success && isTaken) refused.add(number);
	}
	return refused;
}

/** Cin7 refuses the number time and again, yet no sales order has it: a purchase order or a credit note does. */
function withTakenElsewhere(log: BatchLog, below: number, refused: Set<number>): BatchLog {
	const taken = gaps(log, below).filter((number) => refused.has(number));
	return { ...log, takenElsewhere: new Set([...log.takenElsewhere, ...taken]) };
}

/** Whether Cin7's words say that a reference is in use. */
export function isTakenNumber(text: string, reference: string): boolean {
	const ofReference = text.includes(reference) || /reference/i.test(text);
	return ofReference && /exist|duplicate|unique|taken|in use|already/i.test(text);
}
