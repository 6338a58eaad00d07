// Orders whose total is not simply the sum of their parts: a shop that rounds in its own way, totals
// that Cin7 gives in the account's own currency, and totals that nothing explains.
import { plainBasket, totalled } from '../basket.mts';
import type { Basket } from '../basket.mts';
import { amazonSeller, shopify, wooCommerce } from '../bot.mts';
import { someMoment } from '../due.mts';
import { skipped } from '../drafts.mts';
import type { Making } from '../drafts.mts';
import { roundedQuotient, wireAmount } from '../money.mts';
import { productByCode } from '../products.mts';
import { paidSale, pay, sale } from '../sale.mts';
import { fillBasket } from '../shopping.mts';

/** Makes them all. */
export function makeTotalCases(making: Making): void {
	centsOff(making);
	inHomeCurrency(making);
	unclear(making);
}

/** One cent more or less than the parts: paid as the shop says, batched as paid. */
function centsOff(making: Making): void {
	const random = making.random('cents off');
	for (const [channel, method, off] of [
		[shopify, 'Shopify Payments', 1],
		[shopify, 'Afterpay', -1],
		[wooCommerce, 'Stripe', -1],
		[wooCommerce, 'PayPal', 1],
	] as const) {
		const basket = fillBasket(random, channel, 'AUD');
		const when = someMoment(making, 'cents off', channel, method);
		paidSale(making, { channel, basket, total: basket.total + off }, { method, ...when });
	}
}

/** `total` in AUD although everything else, payments too, is in the order's currency. */
function inHomeCurrency(making: Making): void {
	for (const [channel, method, currency, rate] of [
		[shopify, 'PayPal', 'NZD', 10_873],
		[shopify, 'Shopify Payments', 'USD', 6_612],
		[amazonSeller, 'Amazon', 'NZD', 10_921],
	] as const) {
		const basket = evenBasket(channel, currency);
		const home = roundedQuotient(basket.total * 10_000, rate);
		paidSale(
			making,
			{ channel, currency, currencyRate: rate, basket, wire: { total: wireAmount(home, 'AUD') } },
			{ method, ...someMoment(making, 'home totals', channel, method) },
		);
	}
}

/** Whole pieces and round prices, so that its parts have one sum however they are rounded. */
function evenBasket(channel: string, currency: string): Basket {
	const jacket = plainBasket(productByCode('JKT-M'), 20_790, currency, currency === 'NZD' ? 15 : 0);
	const [line] = plainBasket(productByCode('SHK-06'), 975, currency).lines;
	const freight = channel === amazonSeller ? 0 : 1_250;
	return totalled({ ...jacket, lines: [...jacket.lines, { ...line, quantity: 2_000 }], freight });
}

/** Paid in full as Cin7 has the total, but the lines come to something else. */
function unclear(making: Making): void {
	for (const [channel, method, off] of [
		[shopify, 'PayPal', 200],
		[wooCommerce, 'Stripe', -550],
		[amazonSeller, 'Amazon', 1_000],
	] as const) {
		const { at } = someMoment(making, 'unclear totals', channel, method);
		const basket = plainBasket(productByCode('LMP-USB'), 2_999);
		const order = sale(making, { channel, basket, total: 2_999 + off, createdAt: at - 60_000 });
		pay(order, { method, at, expect: skipped('totalUnclear') });
	}
}
