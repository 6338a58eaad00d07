// Did the run leave alone what it did not batch? What an order or a payment is to accounting must be as it was before.

import type { BatchDocument } from './documents.mts';
import { batchOrderIds } from './documents.mts';
import type { Ledger, LedgerOrder, LedgerPayment } from './ledger.mts';
import { byId } from './ledger.mts';

/**
 * @param before the ledger as it was when the run began
 * @returns sentences about what changed and should not have
 */
export function checkUntouched(
	documents: BatchDocument[],
	before: Ledger,
	after: Ledger,
): string[] {
	const members = new Set(
		documents.flatMap(({ manifest }) => manifest?.orders.map(([id]) => id) ?? []),
	);
	const own = batchOrderIds(after);
	const isOther = (orderId: number): boolean => !members.has(orderId) && !own.has(orderId);
	return [
		...changed(
			before.salesOrders,
			after.salesOrders,
			orderMarks,
			({ id }) => isOther(id),
			'Sales order',
		),
		...changed(
			before.creditNotes,
			after.creditNotes,
			orderMarks,
			({ id }) => isOther(id),
			'Credit note',
		),
		...changed(
			before.payments,
			after.payments,
			paymentMarks,
			(one) => isOther(one.orderId),
			'Payment',
		),
	];
}

function changed<T extends { id: number }>(
	before: T[],
	after: T[],
	marks: (row: T) => string,
	isOther: (row: T) => boolean,
	what: string,
): string[] {
	const now = byId(after);
	return before.filter(isOther).flatMap((row) => {
		const current = now.get(row.id);
		if (current === undefined) return [`${what} ${row.id} is gone.`];
		const [was, is] = [marks(row), marks(current)];
		return was === is ? [] : [`${what} ${row.id} is in no batch, and went from ${was} to ${is}.`];
	});
}

function orderMarks({
	status,
	invoiceDate,
	creditNoteDate,
	accountingAttributes,
}: LedgerOrder): string {
	const { importDate, accountingImportStatus } = accountingAttributes ?? {};
	return JSON.stringify([status, invoiceDate, creditNoteDate, accountingImportStatus, importDate]);
}

function paymentMarks({ amount, method, isAuthorized, reconcileDate }: LedgerPayment): string {
	return JSON.stringify([amount, method, isAuthorized, reconcileDate]);
}
