// Marks that point at no live batch, and were not there before.
import type { Outcome } from '../lab/experiment.mts';
import type { Books, Row } from './books.mts';
import { importOf, isOfBatch, isVoid, live } from './books.mts';
import { waitingMembers } from './people.mts';

export function strayPayments(books: Books, outcome: Outcome): string[] {
	const { before, watch } = outcome;
	const waiting = waitingMembers(outcome).payments;
	const listed = new Set(
		live(books).flatMap(({ remembered }) => remembered?.payments.map(([id]) => id) ?? []),
	);
	return [...books.payments.values()]
		.filter(({ id, orderRef }) => !isOfBatch(orderRef) && !listed.has(id) && !waiting.has(id))
		.flatMap(({ id, reconcileDate, comments }) => {
			if (watch.touchedByPeople([`Payments:${id}`])) return [];
			const was = before.payments.get(id);
			const found: string[] = [];
			if ((reconcileDate ?? null) !== (was?.reconcileDate ?? null)) {
				found.push(`payment ${id} is reconciled ${reconcileDate}, and in no live batch`);
			}
			if (String(comments ?? '').startsWith('BATCH-')) {
				found.push(`payment ${id} says "${comments}", and is in no live batch`);
			}
			return found;
		});
}

export function strayOrders(books: Books, outcome: Outcome): string[] {
	const { before, watch } = outcome;
	const waiting = waitingMembers(outcome).orders;
	const listed = new Set(
		live(books).flatMap(
			({ remembered }) => remembered?.orders.map(([id, kind]) => `${kind}${id}`) ?? [],
		),
	);
	const found: string[] = [];
	for (const [kind, rows, was] of [
		['S', books.orders, before.orders],
		['C', books.notes, before.notes],
	] as const) {
		for (const [id, row] of rows) {
			const key = `${kind}${id}`;
			if (isOfBatch(row.reference) || listed.has(key) || waiting.has(key)) continue;
			const resource = kind === 'S' ? 'SalesOrders' : 'CreditNotes';
			if (isVoid(row) || watch.touchedByPeople([`${resource}:${id}`])) continue;
			const status = importOf(was.get(id) ?? row).status;
			if (importOf(row).status === 'DoNotImport' && status !== 'DoNotImport') {
				found.push(`order ${row.reference} is DoNotImport, and in no live batch`);
			}
			const date = (one: Row | undefined) => one?.invoiceDate ?? one?.creditNoteDate ?? null;
			// What accounting took on that date stays as it is: it may come by between a date and Do Not Import.
			if (date(row) !== date(was.get(id)) && importOf(row).date === null) {
				found.push(`order ${row.reference} is dated ${date(row)}, and in no live batch`);
			}
		}
	}
	return found;
}
