/** Payments that wait for their orders, which are read later, page by page. */
import type { Payment } from '../cin7/records';

export interface WaitingPayment {
	payment: Payment;
	/** One of the open payments that a run decides about, rather than a further payment of an order. */
	isOpen: boolean;
}

export interface WaitingPayments {
	has(orderId: number): boolean;
	/** All payments that name this order, in order of id; they wait no longer. Empty where there are none. */
	take(orderId: number): WaitingPayment[];
	/** The rest of them, order by order. */
	takeAll(): { orderId: number; payments: WaitingPayment[] }[];
}

/** Both lists in any order. Reading can bring a payment twice: it counts once, as open where it is among the open. */
export function waitingPayments(
	open: readonly Payment[],
	others: readonly Payment[],
): WaitingPayments {
	// Nearly every order has one payment: a list for each would take as much memory as the payments do.
	const byOrder = new Map<number, Payment | Payment[]>();
	for (const payment of open) add(payment, byOrder);
	const notOpen = new Set<number>();
	for (const payment of others) if (add(payment, byOrder)) notOpen.add(payment.id);

	function take(orderId: number): WaitingPayment[] {
		const found = byOrder.get(orderId);
		if (found === undefined) return [];
		byOrder.delete(orderId);
		if (!Array.isArray(found)) return [{ payment: found, isOpen: !notOpen.has(found.id) }];
		return found
			.sort((a, b) => a.id - b.id)
			.map((payment) => ({ payment, isOpen: !notOpen.has(payment.id) }));
	}

	return {
		has: (orderId) => byOrder.has(orderId),
		take,
		takeAll: () => [...byOrder.keys()].map((orderId) => ({ orderId, payments: take(orderId) })),
	};
}

/** @returns whether it is a new one */
function add(payment: Payment, byOrder: Map<number, Payment | Payment[]>): boolean {
	const known = byOrder.get(payment.orderId);
	if (known === undefined) {
		byOrder.set(payment.orderId, payment);
		return true;
	}
	const list = Array.isArray(known) ? known : [known];
	if (list.some(({ id }) => id === payment.id)) return false;
	byOrder.set(payment.orderId, [...list, payment]);
	return true;
}
