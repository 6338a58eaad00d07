// What the accounting sync takes when it comes by.
import type { Books, Row } from '../../invariants/books.mts';
import { dateOf, importOf, isVoid } from '../../invariants/books.mts';

/** Whatever is approved, dated and still to be imported. */
export function importable(books: Books): { resource: 'SalesOrders' | 'CreditNotes'; row: Row }[] {
	const of = (resource: 'SalesOrders' | 'CreditNotes', rows: Iterable<Row>) =>
		[...rows]
			.filter((row) => row.status === 'APPROVED' && !isVoid(row) && dateOf(row) !== null)
			.filter((row) => importOf(row).status === 'NotImported' && importOf(row).date === null)
			.map((row) => ({ resource, row }));
	return [...of('SalesOrders', books.orders.values()), ...of('CreditNotes', books.notes.values())];
}
