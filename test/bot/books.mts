// What stands in an account's books, so that two accounts can be compared: without what differs from run to run.

type Row = Record<string, unknown>;

/** The ledger as the stand-in gives it, in memory or over its control API. */
export interface Books {
	salesOrders: Row[];
	creditNotes: Row[];
	payments: Row[];
}

/**
 * One line for each sales order, credit note and payment, sorted. Left out are ids that are given late (a payment names
 * its order by reference instead), when something was written, and the mark by which a run knows its own documents.
 */
export function booksOf({ salesOrders, creditNotes, payments }: Books): string[] {
	const orders = [...salesOrders, ...creditNotes];
	const references = new Map(orders.map(({ id, reference }) => [id, reference]));
	return [...orders, ...payments]
		.map(({ id: _id, createdDate: _created, modifiedDate: _modified, ...row }) => {
			if ('orderId' in row) row.orderId = references.get(row.orderId) ?? row.orderId;
			const lines = ((row.lineItems ?? []) as Row[]).map(
				({ id: _line, transactionId: _order, createdDate: _made, ...line }) => line,
			);
			const text = JSON.stringify({ ...row, lineItems: lines });
			return text.replace(/\\"claim\\":\\"[^"]*\\"/g, '');
		})
		.sort();
}

/** What is in one of two books only, a few lines of it, each around the place where it differs; none when they agree. */
export function differing(expected: readonly string[], found: readonly string[]): string[] {
	const missing = without(expected, found);
	const added = without(found, expected);
	const pairs = Array.from({ length: Math.max(missing.length, added.length) }, (_, index) => {
		const [was = '', is = ''] = [missing[index], added[index]];
		const at = [...was].findIndex((letter, position) => letter !== is[position]);
		const part = (text: string) => text.slice(Math.max(0, at - 120), Math.max(0, at) + 120) || '-';
		return `expected ${part(was)}\nfound    ${part(is)}`;
	});
	const more = pairs.length > 5 ? [`and ${pairs.length - 5} more`] : [];
	return [...pairs.slice(0, 5), ...more];
}

/** Lines of the first that the second has not, as often as it has them not. */
function without(lines: readonly string[], others: readonly string[]): string[] {
	const left = new Map<string, number>();
	for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
	return lines.filter((line) => {
		const count = left.get(line) ?? 0;
		left.set(line, count - 1);
		return count <= 0;
	});
}
