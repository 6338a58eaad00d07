/**
 * The order a payment is on. A payment carries an id without saying reliably of what: its `orderType` may be
 * `Undefined`, and sales orders and credit notes could use the same ids.
 */
import type { Payment } from '../cin7/records';
import { nameKey } from '../orders/channel';
import type { TenderedOrder } from './tenders';

/** Cin7's other kinds of order, which are never batched even when a sales order has the same id. */
const otherKinds = new Set(
	[
		'Adjustment',
		'BinLocationTransfer',
		'BomMaster',
		'BranchTransfer',
		'ProductionJob',
		'PurchaseOrder',
		'PurchaseQuote',
		'Quote',
		'SupplierConsignment',
		'SupplierCreditNote',
	].map(nameKey),
);

/**
 * Which of the two it is on, or neither.
 * @param sale the sales order with the id that the payment names; null where there is none
 * @param note the credit note with that id
 */
export function findOrder(
	payment: Payment,
	sale: TenderedOrder | null,
	note: TenderedOrder | null,
): TenderedOrder | null {
	const type = nameKey(payment.orderType);
	if (type === 'salesorder') return sale ?? ifNamed(payment, note);
	if (type === 'creditnote') return note ?? ifNamed(payment, sale);
	if (otherKinds.has(type)) return null;
	if (sale && note) return ifNamed(payment, sale) ?? ifNamed(payment, note) ?? sale;
	return sale ?? note;
}

/** Whether a payment says that it is on a credit note. */
export function isOnCreditNote({ orderType }: Payment): boolean {
	return nameKey(orderType) === 'creditnote';
}

function ifNamed(payment: Payment, found: TenderedOrder | null): TenderedOrder | null {
	return found && nameKey(found.order.reference) === nameKey(payment.orderRef) ? found : null;
}
