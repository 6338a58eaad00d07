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

/** null when the order is neither among the sales orders nor among the credit notes. Both by id. */
export function findOrder(
	payment: Payment,
	salesOrders: Map<number, TenderedOrder>,
	creditNotes: Map<number, TenderedOrder>,
): TenderedOrder | null {
	const type = nameKey(payment.orderType);
	if (otherKinds.has(type)) return null;
	const sale = salesOrders.get(payment.orderId) ?? null;
	const note = creditNotes.get(payment.orderId) ?? null;
	if (type === 'salesorder') return sale ?? ifNamed(payment, note);
	if (type === 'creditnote') return note ?? ifNamed(payment, sale);
	if (sale && note) return ifNamed(payment, sale) ?? ifNamed(payment, note) ?? sale;
	return sale ?? note;
}

function ifNamed(payment: Payment, found: TenderedOrder | null): TenderedOrder | null {
	return found && nameKey(found.order.reference) === nameKey(payment.orderRef) ? found : null;
}
