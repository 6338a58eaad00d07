/**
 * The order a payment is on. A payment carries an id without saying reliably of what: its `orderType` may be
 * `Undefined`, and sales orders and credit notes could use the same ids.
 */
import type { CreditNote, Payment, SalesOrder } from '../cin7/records';
import { nameKey } from '../orders/channel';

export type FoundOrder = { kind: 'S'; order: SalesOrder } | { kind: 'C'; order: CreditNote };

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

/** null when the order is neither among the sales orders nor among the credit notes. */
export function findOrder(
	payment: Payment,
	salesOrders: Map<number, SalesOrder>,
	creditNotes: Map<number, CreditNote>,
): FoundOrder | null {
	const type = nameKey(payment.orderType);
	if (otherKinds.has(type)) return null;
	const sale = salesOrders.get(payment.orderId);
	const note = creditNotes.get(payment.orderId);
	const asSale: FoundOrder | null = sale ? { kind: 'S', order: sale } : null;
	const asNote: FoundOrder | null = note ? { kind: 'C', order: note } : null;
	if (type === 'salesorder') return asSale ?? ifNamed(payment, asNote);
	if (type === 'creditnote') return asNote ?? ifNamed(payment, asSale);
	if (asSale && asNote) return ifNamed(payment, asSale) ?? ifNamed(payment, asNote) ?? asSale;
	return asSale ?? asNote;
}

function ifNamed(payment: Payment, found: FoundOrder | null): FoundOrder | null {
	return found && nameKey(found.order.reference) === nameKey(payment.orderRef) ? found : null;
}
