// Payments: each belongs to one sales order or credit note, from which some of its fields follow.
import { RowRefused } from '../account.mts';
import type { Account } from '../account.mts';
import type { Wire } from '../present.mts';
import { creditNotes } from '../resources/creditNotes.mts';
import { payments } from '../resources/payments.mts';
import type { Row } from '../resources/resource.mts';
import { salesOrders } from '../resources/salesOrders.mts';

/** A payment with everything Cin7 fills in. The order may be gone: then its reference is unknown. */
export function completePayment(account: Account, given: Wire): Row {
	const id = typeof given.id === 'number' ? given.id : account.next('payment');
	account.atLeast('payment', id);
	const now = account.now();
	const row: Row = {
		createdDate: now,
		modifiedDate: (given.createdDate as string | undefined) ?? now,
		paymentDate: now,
		amount: 0,
		isAuthorized: true,
		branchId: 0,
		...given,
		id,
	};
	return { ...orderFields(account, row.orderId), ...row };
}

/** What the API refuses of a new payment. */
export function checkNewPayment(account: Account, given: Wire): void {
	if (given.amount === undefined || given.amount === null) {
		throw new RowRefused('The Amount field is required.');
	}
	checkOrder(account, given.orderId);
}

/** A payment after an update through the API. */
export function updatedPayment(account: Account, before: Row, given: Wire): Row {
	if (given.orderId === undefined || given.orderId === before.orderId) {
		return changedPayment(account, before, given);
	}
	checkOrder(account, given.orderId);
	return changedPayment(account, before, { ...given, ...orderFields(account, given.orderId) });
}

/** A payment after any change, also one only a person can make. */
export function changedPayment(account: Account, before: Row, given: Wire): Row {
	return { ...before, ...given, id: before.id, modifiedDate: account.now() };
}

/** Payments show their order's reference, also when it is changed. */
export function movedPayments(account: Account, orderId: number, reference: string): void {
	for (const payment of account.store.having(payments, 'orderId', orderId)) {
		account.store.update(payments, { ...payment, orderRef: reference });
	}
}

function checkOrder(account: Account, orderId: unknown): void {
	if (!orderId) throw new RowRefused('The OrderId field is required.');
	if (orderFields(account, orderId).orderRef === null) {
		throw new RowRefused(`Order ${String(orderId)} was not found.`);
	}
}

function orderFields(account: Account, orderId: unknown): Wire {
	for (const [resource, orderType] of [
		[salesOrders, 'SalesOrder'],
		[creditNotes, 'CreditNote'],
	] as const) {
		const order = account.store.get(resource, Number(orderId));
		if (order !== undefined) {
			const direction = orderType === 'CreditNote' ? -1 : 1;
			return { orderRef: order.reference, orderType, direction };
		}
	}
	return { orderRef: null, orderType: 'Undefined', direction: 1 };
}
