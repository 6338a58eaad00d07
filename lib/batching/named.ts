/** The words that every message shares: orders, payments and amounts as a person knows them. */
import type { Payment } from '../cin7/records';
import { toMinor, toText } from '../money/currency';

/** As much of an order as messages name it by. */
export interface Named {
	kind: 'S' | 'C';
	order: { reference: string };
}

/** As much of a payment and its order as messages speak of. */
export interface Spoken {
	payment: Payment;
	order: (Named & { currency: string }) | null;
}

/** `12.30 AUD`; without a currency just the number. */
export function currencyText(minor: number, currency: string): string {
	return `${toText(minor, currency)} ${currency}`.trim();
}

/** `Order #1042` or `Credit note CN-7`, to begin a sentence with. */
export function noun(order: Named): string {
	return `${order.kind === 'S' ? 'Order' : 'Credit note'} ${order.order.reference}`;
}

/** The same within a sentence. */
export function nounWithin(order: Named): string {
	return `${order.kind === 'S' ? 'order' : 'credit note'} ${order.order.reference}`;
}

/** What was paid, as Cin7 shows it: `12.30 AUD`. */
export function amountText({ payment, order }: Spoken): string {
	const currency = order?.currency ?? '';
	const minor = toMinor(payment.amount, currency);
	return minor === null || currency === ''
		? `${payment.amount} ${currency}`.trim()
		: currencyText(minor, currency);
}

/** `PayPal`, or words for a payment without a type. */
export function methodText({ payment }: Pick<Spoken, 'payment'>): string {
	return payment.method.trim() || 'no payment type';
}

/** `The PayPal payment of 12.30 AUD on order #1042`, to begin a sentence with. */
export function paymentText(tender: Spoken): string {
	const { payment, order } = tender;
	const method = payment.method.trim();
	const on = order ? nounWithin(order) : `order ${payment.orderRef || payment.orderId}`;
	return `The ${method === '' ? '' : `${method} `}payment of ${amountText(tender)} on ${on}`;
}
