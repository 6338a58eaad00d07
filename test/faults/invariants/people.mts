// What is a person's affair: what people have changed, and what they were told to look at.
import type { Outcome } from '../lab/experiment.mts';
import type { Watch } from '../lab/watch.mts';
import type { Books, Document } from './books.mts';

/**
 * A person changed the document, its credit note or payment, or a member of it, and the last run says so. Documents that
 * share an order wait for one another.
 */
export function inSomebodysHands(document: Document, outcome: Outcome): boolean {
	const told = new Set(
		outcome.rounds[1].reports.flatMap((report) => report.told.map(({ reference }) => reference)),
	);
	const tied = tiedTo(document, outcome.rounds[1].books, outcome.watch);
	return (
		tied.some(({ order }) => told.has(order.reference)) &&
		tied.some(({ order }) => concernsPeople(order.reference, outcome))
	);
}

/**
 * The document itself and all that share orders with it, one by way of another.
 * @param watch void ones as well that a person has made so
 */
export function tiedTo(document: Document, { documents }: Books, watch?: Watch): Document[] {
	const others = documents.filter(
		({ live, order }) => live || watch?.touchedByPeople([`SalesOrders:${order.id}`]),
	);
	const tied = new Set([document]);
	const orders = new Set<number>();
	for (const one of tied) {
		for (const [id] of one.remembered?.orders ?? []) orders.add(id);
		for (const other of others) {
			if (other.remembered?.orders.some(([id]) => orders.has(id))) tied.add(other);
		}
	}
	return [...tied];
}

/**
 * Whether a person has changed a document or a member of it; or Cin7 dropped its list when it was created, and whoever
 * created it died before it could make it void: nobody but a person can tell such a draft from one that was written over.
 * @param tied or one that shares an order with it
 */
export function concernsPeople(reference: string, outcome: Outcome, tied = false): boolean {
	const document = outcome.rounds[1].books.documents.find(
		({ order }) => order.reference === reference,
	);
	if (!document) return false;
	const { order, note, remembered } = document;
	if (outcome.watch.undone.has(order.id)) return true;
	if (remembered === null && order.status === 'DRAFT' && !wasLeftInPeace(order.id, outcome)) {
		return true;
	}
	if (tied) {
		const { rounds, watch } = outcome;
		return tiedTo(document, rounds[1].books, watch).some((other) =>
			concernsPeople(other.order.reference, outcome),
		);
	}
	return outcome.watch.touchedByPeople([
		`SalesOrders:${order.id}`,
		`CreditNotes:${note?.id ?? 0}`,
		`Payments on ${order.id}`,
		`Payments on ${note?.id ?? 0}`,
		...(remembered?.payments ?? []).map(([id]) => `Payments:${id}`),
		...(remembered?.orders ?? []).flatMap(([id, kind]) => [
			`${kind === 'S' ? 'SalesOrders' : 'CreditNotes'}:${id}`,
			`Payments on ${id}`,
		]),
	]);
}

/** Who created the document came to an end of its own, and had the time to see what Cin7 made of it. */
function wasLeftInPeace(id: number, { results, watch }: Outcome): boolean {
	const result = results.get(watch.made.get(id)?.process ?? '');
	return result !== undefined && result !== 'killed' && 'value' in result;
}

/**
 * Members of void documents that stay marked until a person has done something by hand, and is told so: nobody knows what
 * they were before, or they may be booked elsewhere.
 */
export function waitingMembers(outcome: Outcome): { payments: Set<number>; orders: Set<string> } {
	const told = new Set(
		outcome.rounds[1].reports.flatMap((report) => report.told.map(({ reference }) => reference)),
	);
	const waiting = outcome.rounds[1].books.documents.filter(
		({ live, order: { reference } }) =>
			!live && told.has(reference) && concernsPeople(reference, outcome),
	);
	return {
		payments: new Set(
			waiting.flatMap(({ remembered }) => remembered?.payments.map(([id]) => id) ?? []),
		),
		orders: new Set(
			waiting.flatMap(
				({ remembered }) => remembered?.orders.map(([id, kind]) => `${kind}${id}`) ?? [],
			),
		),
	};
}

/** Orders that somebody other than a run has changed, or whose payments, with all that is tied to them. */
export function touchedOrders({ watch, before }: Outcome): Set<number> {
	const touched = new Set<number>();
	for (const { records } of watch.done) {
		for (const record of records) {
			const [kind, id] = record.split(/:| on /);
			const number = Number(id);
			if (record.startsWith('Payments:')) touched.add(before.payments.get(number)?.orderId ?? 0);
			else touched.add(number);
			// A document's members: what becomes of them is a person's affair as well.
			for (const [orderId] of watch.manifests.get(number)?.orders ?? []) {
				if (kind === 'SalesOrders') touched.add(orderId);
			}
		}
	}
	return touched;
}

export function wasImported(orderId: number, { watch }: Outcome): boolean {
	return watch.imports.some(({ record }) => record.endsWith(`:${orderId}`));
}
