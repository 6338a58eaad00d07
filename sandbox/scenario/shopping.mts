// Fills baskets at random: how people shop at each channel, in which currency, at which taxes.
import { lineAmount, totalled } from './basket.mts';
import type { Basket, BasketLine, TaxStatus } from './basket.mts';
import { amazonSeller, shopify } from './bot.mts';
import { minorDigits } from './money.mts';
import { products } from './products.mts';
import type { Product } from './products.mts';
import type { Random } from './random.mts';

/** Home prices are in AUD; rates are ten-thousandths of foreign units for one AUD. */
const usualRates: Record<string, number> = { AUD: 10_000, NZD: 10_873, USD: 6_612, JPY: 973_500 };

/** The rate of a day, a little up and down; 10,000 for the home currency. */
export function currencyRateOn(random: Random, currency: string): number {
	const usual = usualRates[currency] ?? 10_000;
	return currency === 'AUD'
		? usual
		: usual + random.int(-120, 120) * (currency === 'JPY' ? 100 : 1);
}

/** A basket as people fill it at this channel. Its total is above zero. */
export function fillBasket(random: Random, channel: string | null, currency: string): Basket {
	const { taxStatus, taxRate } = taxesOf(random, channel, currency);
	const taxed = taxStatus === 'Incl' || taxStatus === 'Excl';
	const lines = Array.from(
		{
			length: random.weighted([
				[1, 50],
				[2, 28],
				[3, 15],
				[5, 7],
			]),
		},
		() => fillLine(random, currency, taxStatus, taxed ? taxRate : null),
	);
	const freight = random.chance(0.55) ? money(random.pick([995, 1250, 1895]), currency) : 0;
	const surcharge = random.chance(0.07) ? money(random.pick([150, 285]), currency) : 0;
	const discount = random.chance(0.12) ? tenthOf(lines, currency) : 0;
	return totalled({
		currency,
		taxStatus,
		taxRate,
		lines,
		freight,
		surcharge,
		discount,
		taxRounding: random.chance(0.12) ? 'line' : 'order',
	});
}

/** Ten percent off what is taxed as the order is. */
function tenthOf(lines: BasketLine[], currency: string): number {
	const followers = lines.filter(
		(line) => line.taxRate !== 0 || line.product.taxFree === undefined,
	);
	const goods = followers.reduce((sum, line) => sum + lineAmount(line, currency), 0);
	return Math.floor(goods / 10);
}

interface Taxes {
	taxStatus: TaxStatus;
	taxRate: number;
}

/** 10 % at home, 15 % to New Zealand, none on exports. */
function taxesOf(random: Random, channel: string | null, currency: string): Taxes {
	if (currency === 'USD') {
		return {
			taxStatus: random.weighted([
				['Exempt', 7],
				['Undefined', 1],
				['Excl', 2],
			]),
			taxRate: 0,
		};
	}
	const taxRate = currency === 'NZD' ? 15 : 10;
	if (channel === amazonSeller) return { taxStatus: 'Incl', taxRate };
	const including = channel === shopify ? 0.85 : 0.3;
	return { taxStatus: random.chance(including) ? 'Incl' : 'Excl', taxRate };
}

function fillLine(
	random: Random,
	currency: string,
	taxStatus: TaxStatus,
	orderRate: number | null,
): BasketLine {
	const product = random.pick(products);
	const quantity = product.byLength ? random.int(8, 150) * 50 + random.pick([0, 0, 5, 33]) : 1000;
	const pieces = product.byLength
		? 1
		: random.weighted([
				[1, 70],
				[2, 20],
				[3, 10],
			]);
	// Wholesale price lists without tax go down to hundredths of a cent.
	const fine = taxStatus === 'Excl' && currency === 'AUD' && random.chance(0.2) ? 55 : 0;
	const price = money(product.price, currency) * 10 ** (4 - minorDigits(currency)) + fine;
	const taxRate = lineRate(random, product, orderRate);
	const line = { product, quantity: quantity * pieces, price, discount: 0, taxRate };
	if (!random.chance(0.15)) return line;
	return { ...line, discount: Math.floor((lineAmount(line, currency) * random.int(5, 20)) / 100) };
}

/** Food is free of tax; other lines state the order's rate, or leave it to the order. */
function lineRate(random: Random, product: Product, orderRate: number | null): number | null {
	if (orderRate === null) return null;
	if (product.taxFree) return 0;
	return random.chance(0.4) ? orderRate : null;
}

/** A price in home cents as the shop asks it in another currency, in that currency's minor units. */
export function money(cents: number, currency: string): number {
	if (currency === 'NZD') return Math.round((cents * 1.1) / 5) * 5;
	if (currency === 'USD') return Math.round((cents * 0.7) / 5) * 5;
	if (currency === 'JPY') return Math.max(10, Math.round(cents / 10) * 10);
	return cents;
}
