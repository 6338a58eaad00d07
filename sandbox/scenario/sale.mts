// Makes one sales order, one payment, one credit note; who calls says what is special about it.
import { returned } from './basket.mts';
import type { Basket } from './basket.mts';
import { branchIds } from './account.mts';
import { amazonSeller, wooCommerce } from './bot.mts';
import { written } from './calendar.mts';
import type { Expected, Making, OrderDraft, PaymentDraft } from './drafts.mts';
import { currencyRateOn, fillBasket } from './shopping.mts';

/** What is to be so; the rest is drawn. */
export type SaleWish = Partial<OrderDraft> & { channel: string | null; createdAt: number };

const day = 86_400_000;

/** An approved, unpaid sales order that accounting has not seen. */
export function sale(making: Making, wish: SaleWish): OrderDraft {
	const random = making.random('sales');
	const currency = wish.currency ?? wish.basket?.currency ?? 'AUD';
	const basket: Basket = wish.basket ?? fillBasket(random, wish.channel, currency);
	const dispatchedAt = wish.createdAt + random.int(3, 60) * 3_600_000;
	const order: OrderDraft = {
		id: 0,
		kind: 'S',
		reference: making.nextReference(wish.channel, 'S'),
		branchId: usualBranch(wish.channel),
		currency,
		currencyRate: currencyRateOn(random, currency),
		basket,
		total: basket.total,
		customer: random.pick(making.people),
		status: 'APPROVED',
		accounting: { importDate: null, accountingImportStatus: 'NotImported' },
		datedAt: null,
		dispatchedAt: dispatchedAt < making.calendar.now ? dispatchedAt : null,
		refundOf: null,
		signs: 'positive',
		gone: false,
		payments: [],
		wire: {},
		comments: null,
		...wish,
	};
	making.orders.push(order);
	return order;
}

/** Where a channel's orders mostly go. */
export function usualBranch(channel: string | null): number {
	if (channel === wooCommerce) return branchIds.melbourne;
	if (channel === amazonSeller) return branchIds.fremantle;
	return branchIds.sydney;
}

export type PaymentWish = Partial<PaymentDraft> & { method: string; at: number; expect: Expected };

/** Adds a payment, of the order's whole total where no amount is wished. */
export function pay(order: OrderDraft, wish: PaymentWish): PaymentDraft {
	const payment: PaymentDraft = {
		id: 0,
		recordedAt: null,
		stamp: 'utc',
		amount: order.total,
		authorised: true,
		reconciledAt: null,
		batchReference: null,
		comments: '',
		wire: {},
		...wish,
	};
	order.payments.push(payment);
	return payment;
}

/** A sales order of a channel, paid in full in one payment, a few minutes after it was made. */
export function paidSale(
	making: Making,
	wish: Partial<SaleWish> & { channel: string | null },
	payment: PaymentWish,
): OrderDraft {
	const createdAt = payment.at - making.random('sales').int(20, 900) * 1000;
	const order = sale(making, { createdAt, ...wish });
	pay(order, payment);
	return order;
}

/** An approved credit note for goods of a sales order, still to be paid out. */
export function refund(
	making: Making,
	of: OrderDraft,
	wish: Partial<OrderDraft> & { createdAt: number },
	part: 'firstLine' | 'everything' = 'firstLine',
): OrderDraft {
	const basket = wish.basket ?? returned(of.basket, part);
	const note: OrderDraft = {
		...of,
		kind: 'C',
		reference: making.nextReference(of.channel, 'C'),
		basket,
		total: basket.total,
		status: 'APPROVED',
		accounting: { importDate: null, accountingImportStatus: 'NotImported' },
		datedAt: null,
		dispatchedAt: null,
		refundOf: of,
		gone: false,
		payments: [],
		wire: {},
		comments: null,
		...wish,
	};
	making.orders.push(note);
	return note;
}

/** Accounting has imported this order by itself, the morning after it was made. */
export function importedSingly(order: OrderDraft, now: number): void {
	const at = Math.min(order.createdAt + day, now);
	order.accounting = { importDate: written(at), accountingImportStatus: 'Imported' };
	order.datedAt = order.createdAt;
}
