// Gives ids, when everything is known, in order of time, as an account in use would have: with gaps,
// because purchase orders, quotes and other accounts take numbers too.
import type { Making, OrderDraft, PaymentDraft } from './drafts.mts';
import type { Random } from './random.mts';

const firstOrderId = 184_211;
const firstPaymentId = 262_907;

/** Numbers the orders and their payments, and sorts the orders. */
export function giveIds(making: Making, gaps: 'usual' | 'few' = 'usual'): void {
	const random = making.random('ids');
	const few = gaps === 'few' ? 0.02 : 0.35;
	const orders = making.orders;
	orders.sort((a, b) => a.createdAt - b.createdAt);
	count(orders, firstOrderId, random, few);
	const payments = orders.flatMap((order) => order.payments);
	payments.sort((a, b) => recordedAt(a) - recordedAt(b));
	count(payments, firstPaymentId, random, few);
}

/** When Cin7 got to know of a payment. */
export function recordedAt(payment: PaymentDraft): number {
	return payment.recordedAt ?? payment.at;
}

function count(
	drafts: Array<OrderDraft | PaymentDraft>,
	first: number,
	random: Random,
	gapChance: number,
): void {
	let id = first;
	for (const draft of drafts) {
		draft.id = id;
		id += random.chance(gapChance) ? random.int(2, 5) : 1;
	}
}
