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
