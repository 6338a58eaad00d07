// Whether a batch is approved by somebody who has looked: at all of it, once more since it was written. What was changed
// after that look is a person's affair; no look at all is none.
import { faultsOf } from '../invariants/approval.mts';
import type { Books, Document } from '../invariants/books.mts';
import type { Memory } from './readings.mts';
import type { Watch } from './watch.mts';

/** A record that a process wrote. */
export interface Written {
	step: number;
	process: string;
	/** `SalesOrders:101` */
	record: string;
	/** Done after its caller had given up. */
	late: boolean;
}

/** What is wrong with a batch that is approved in this step and could have been seen by then, in sentences. */
export function approvalFaults(
	document: Document,
	books: Books,
	watch: Watch,
	memory: Memory,
	step: number,
): string[] {
	const wrong = faultsOf(document, books, false)
		.filter(({ records }) => !records.some((record) => cameTooLate(record, watch, memory)))
		.map(({ what }) => what);
	const unseen = notLookedAt(document, books, watch, memory, step);
	return [...wrong, ...unseen.map((record) => `${record} was not looked at any more`)];
}

/** Somebody changed the record when the process had read it for the last time. */
function cameTooLate(record: string, { readings, done, written }: Watch, memory: Memory): boolean {
	const seen = readings.lastSeen(record, memory);
	return (
		done.some(
			({ actor, records, step }) => actor !== 'accounting' && records.has(record) && seen < step,
		) ||
		written.some(
			(one) => one.record === record && one.process !== memory.process && seen < one.step,
		)
	);
}

/** The document and its members, where the process has not read them since it marked them and paid the document. */
function notLookedAt(
	{ order, note, manifest }: Document,
	{ paymentsOn }: Books,
	{ readings, written }: Watch,
	memory: Memory,
	step: number,
): string[] {
	const members = [
		...(manifest?.payments ?? []).map(([id]) => `Payments:${id}`),
		...(manifest?.orders ?? []).map(
			([id, kind]) => `${kind === 'S' ? 'SalesOrders' : 'CreditNotes'}:${id}`,
		),
	];
	const value = [order, ...(note ? [note] : [])].flatMap(({ id }) =>
		(paymentsOn.get(id) ?? []).map((payment) => `Payments:${payment.id}`),
	);
	const prepared = new Set([...members, ...value]);
	const lastWrite = written
		.filter(({ record, process }) => prepared.has(record) && process === memory.process)
		// What landed late it may not know of.
		.filter((one) => !one.late && one.step < step)
		.reduce((last, one) => Math.max(last, one.step), -1);
	return [`SalesOrders:${order.id}`, ...members].filter((record) => {
		const look = readings.lastLook(record, memory);
		return look < 0 || look < lastWrite;
	});
}
