// Orders that are paid in more than one way, in part, or too much. An order goes into batches whole
// or not at all.
import { plainBasket } from '../basket.mts';
import { amazonSeller, shopify, wooCommerce } from '../bot.mts';
import { moment, someAfternoon, someMoment } from '../due.mts';
import type { Moment } from '../due.mts';
import { skipped } from '../drafts.mts';
import type { Expected, Making } from '../drafts.mts';
import { productByCode } from '../products.mts';
import { pay, sale } from '../sale.mts';
import type { SaleWish } from '../sale.mts';

/** Makes them all. */
export function makeTenderCases(making: Making): void {
	splitBatchedWhole(making);
	splitOtherwise(making);
	for (const [channel, method] of [
		[shopify, 'PayPal'],
		[wooCommerce, 'Stripe'],
		[amazonSeller, 'Amazon'],
	] as const) {
		partAndOverPaid(making, channel, method);
	}
}

/** Every payment is due in this window: each goes into its own group. */
function splitBatchedWhole(making: Making): void {
	const random = making.random('split');
	for (let count = 0; count < 8; count++) {
		const { day, time } = someAfternoon(making, 'split');
		const currency = random.pick(['AUD', 'AUD', 'NZD']);
		const shares = [random.int(2, 9) / 10, 1];
		payIn(making, { channel: shopify, currency, createdAt: 0 }, shares, [
			['PayPal', moment(making, shopify, 'PayPal', day, time)],
			['Afterpay', moment(making, shopify, 'Afterpay', day, time)],
		]);
	}
	for (let count = 0; count < 4; count++) {
		const { day, time } = someAfternoon(making, 'split');
		payIn(
			making,
			{ channel: wooCommerce, createdAt: 0 },
			[1 / 3, 2 / 3, 1],
			[
				['Stripe', moment(making, wooCommerce, 'Stripe', day, '10:20:00')],
				['Stripe', moment(making, wooCommerce, 'Stripe', day, time)],
				['PayPal', moment(making, wooCommerce, 'PayPal', day + 1, '09:14:59')],
			],
		);
	}
	for (let count = 0; count < 3; count++) {
		// The same type twice: the same batch on one day, two batches on two.
		const { day } = someAfternoon(making, 'split');
		payIn(
			making,
			{ channel: amazonSeller, createdAt: 0 },
			[0.5, 1],
			[
				['Amazon', moment(making, amazonSeller, 'Amazon', day, '12:00:00')],
				['Amazon', moment(making, amazonSeller, 'Amazon', day + count, '20:00:00')],
			],
		);
	}
}

/** One payment holds the other back. */
function splitOtherwise(making: Making): void {
	const lastDay = (method: string, time: string) => moment(making, shopify, method, -1, time);
	for (let count = 0; count < 4; count++) {
		const { day, time } = someAfternoon(making, 'held back');
		const { at } = moment(making, shopify, 'PayPal', day, time);
		payIn(
			making,
			{ channel: shopify, createdAt: 0 },
			[0.4, 1],
			[
				['Gift Card', { at: at - 5000, expect: skipped('ignored') }],
				['PayPal', { at, expect: skipped('otherTenderIgnored') }],
			],
		);
		// The rest was paid after the last cut-off of the window.
		payIn(
			making,
			{ channel: shopify, createdAt: 0 },
			[0.25, 1],
			[
				['Afterpay', { at, expect: skipped('otherTenderPending') }],
				['Shopify Payments', lastDay('Shopify Payments', `12:0${count}:00`)],
			],
		);
	}
	for (let count = 0; count < 2; count++) {
		const { at } = someMoment(making, 'held back', shopify, 'Afterpay');
		payIn(
			making,
			{ channel: shopify, createdAt: 0 },
			[0.5, 0.75, 1],
			[
				['Afterpay', { at, expect: skipped('otherTenderIgnored') }],
				['Gift Card', { at: at + 1000, expect: skipped('ignored') }],
				['PayPal', lastDay('PayPal', '17:10:00')],
			],
		);
		payIn(
			making,
			{ channel: wooCommerce, createdAt: 0 },
			[0.5, 1],
			[
				['Stripe', { at, expect: skipped('otherTenderPending') }],
				['Stripe', moment(making, wooCommerce, 'Stripe', -1, '13:00:00')],
			],
		);
	}
}

function partAndOverPaid(making: Making, channel: string, method: string): void {
	const { at } = someMoment(making, 'part paid', channel, method);
	const partly = skipped('partlyPaid');
	payIn(making, { channel, createdAt: 0 }, [0.5], [[method, { at, expect: partly }]]);
	payIn(
		making,
		{ channel, createdAt: 0 },
		[0.3, 0.6],
		[
			[method, { at: at + 60_000, expect: partly }],
			[method, { at: at + 7_200_000, expect: partly }],
		],
	);
	// A cent is a cent.
	const over = skipped('overPaid');
	const basket = plainBasket(productByCode('DRY-20'), 4450);
	const cent = sale(making, { channel, basket, createdAt: at });
	pay(cent, { method, at: at + 1000, amount: 4449, expect: partly });
	const tip = sale(making, { channel, basket, createdAt: at });
	pay(tip, { method, at: at + 2000, amount: 4500, expect: over });
	const doubled = sale(making, { channel, createdAt: at });
	pay(doubled, { method, at: at + 3000, expect: over });
	pay(doubled, { method, at: at + 4000, expect: over });
}

/** Pays an order up to the given shares of its total, one after the other, each in its own way. */
function payIn(
	making: Making,
	wish: SaleWish,
	shares: number[],
	payments: Array<[method: string, when: Moment | { at: number; expect: Expected }]>,
): void {
	const createdAt = Math.min(...payments.map(([, { at }]) => at)) - 90_000;
	const order = sale(making, { ...wish, createdAt });
	let paid = 0;
	payments.forEach(([method, when], index) => {
		const upTo = Math.round(order.total * shares[index]);
		pay(order, { method, ...when, amount: upTo - paid });
		paid = upTo;
	});
}
