// What a run that came to its end made, has seen since, and keeps quiet about: drafts that nobody is told of.
import type { Books, Document } from '../invariants/books.mts';
import { live } from '../invariants/books.mts';
import { tiedTo } from '../invariants/people.mts';
import type { Report } from './bots.mts';
import type { Watch } from './watch.mts';

/** One sentence for each such document. Others than runs, and runs that gave up, report nothing and give none. */
export function unsaid(watch: Watch, process: string, result: unknown): string[] {
	// A reading may have hidden from it what it made.
	if (!isReport(result) || watch.readings.sawOld(process)) return [];
	const named = new Set([...result.done, ...result.told.map(({ reference }) => reference)]);
	const memory = watch.readings.memory(process);
	const books = watch.books();
	// Documents that share an order wait for one another: one of them is told of.
	const isNamed = (document: Document) =>
		tiedTo(document, books).some(({ order }) => named.has(order.reference));
	return live(books)
		.filter(({ order, remembered }) => order.status !== 'APPROVED' && remembered?.payments.length)
		.filter((document) => !isNamed(document) && !isOutrun(document, books))
		.filter(({ order: { id } }) => {
			const made = watch.made.get(id);
			return (
				made?.process === process &&
				watch.readings.lastSeen(`SalesOrders:${id}`, memory) > made.step
			);
		})
		.map(({ order }) => `${process} has made ${order.reference}, a draft, and does not say so`);
}

/** An earlier one lists what it lists: it holds nothing, and any later run makes it void. */
function isOutrun({ order, remembered }: Document, books: Books): boolean {
	const earlier = live(books).filter((other) => other.order.reference < order.reference);
	const listed = new Set(
		earlier.flatMap((other) => other.remembered?.payments.map(([id]) => id) ?? []),
	);
	return remembered?.payments.some(([id]) => listed.has(id)) ?? false;
}

function isReport(value: unknown): value is Report {
	const { told, done } = (value ?? {}) as Partial<Report>;
	return Array.isArray(told) && Array.isArray(done);
}
