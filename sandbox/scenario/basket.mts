// What is on an order, with its totals worked out exactly: lines, freight, surcharge, discount, tax.
// Amounts are minor units of the order's currency. This is the scenario's own arithmetic: the node's
// and the stand-in's are checked against it.
import { minorDigits, roundedQuotient } from './money.mts';
import type { Product } from './products.mts';

export type TaxStatus = 'Incl' | 'Excl' | 'Exempt' | 'Undefined';

export interface BasketLine {
	product: Product;
	/** Thousandths: rope is sold by the metre. */
	quantity: number;
	/** Ten-thousandths of the currency's unit. */
	price: number;
	/** For the whole line, minor units. */
	discount: number;
	/** Percent; null when the line follows its order. */
	taxRate: number | null;
}

export interface BasketParts {
	currency: string;
	taxStatus: TaxStatus;
	/** Percent, of all that has no rate of its own. */
	taxRate: number;
	lines: BasketLine[];
	freight: number;
	surcharge: number;
	/** Positive; Cin7 gives it as a negative `discountTotal`. */
	discount: number;
	/** Some shops round the tax of every line, others that of the whole order. */
	taxRounding: 'order' | 'line';
}

export interface Basket extends BasketParts {
	/** As the prices are: with tax when they include it. */
	productTotal: number;
	/** Tax included. */
	total: number;
}

/** Works out the totals. */
export function totalled(parts: BasketParts): Basket {
	const productTotal = sum(parts.lines.map((line) => lineAmount(line, parts.currency)));
	const extras = parts.freight + parts.surcharge - parts.discount;
	return { ...parts, productTotal, total: productTotal + extras + addedTax(parts) };
}

/** Quantity times price less discount, in minor units, a half rounded away from zero. */
export function lineAmount(line: BasketLine, currency: string): number {
	const scale = 1000 * 10 ** (4 - minorDigits(currency));
	return roundedQuotient(line.quantity * line.price, scale) - line.discount;
}

/** The tax on top of prices that exclude it, per rate. */
function addedTax(parts: BasketParts): number {
	if (parts.taxStatus !== 'Excl') return 0;
	const taxable: Array<[rate: number, amount: number]> = parts.lines.map((line) => [
		line.taxRate ?? parts.taxRate,
		lineAmount(line, parts.currency),
	]);
	taxable.push([parts.taxRate, parts.freight + parts.surcharge - parts.discount]);
	if (parts.taxRounding === 'line') {
		return sum(taxable.map(([rate, amount]) => roundedQuotient(amount * rate, 100)));
	}
	const perRate = new Map<number, number>();
	for (const [rate, amount] of taxable) perRate.set(rate, (perRate.get(rate) ?? 0) + amount);
	return sum([...perRate].map(([rate, amount]) => roundedQuotient(amount * rate, 100)));
}

/** One line, tax included in its price: for cases that are about an exact amount. */
export function plainBasket(
	product: Product,
	amount: number,
	currency = 'AUD',
	taxRate = 10,
): Basket {
	const price = amount * 10 ** (4 - minorDigits(currency));
	return totalled({
		currency,
		taxStatus: 'Incl',
		taxRate,
		lines: [{ product, quantity: 1000, price, discount: 0, taxRate: null }],
		freight: 0,
		surcharge: 0,
		discount: 0,
		taxRounding: 'order',
	});
}

/** What comes back of a basket: its first line alone, or all of it with its freight. */
export function returned(basket: Basket, part: 'firstLine' | 'everything'): Basket {
	if (part === 'everything') return basket;
	return totalled({ ...basket, lines: [basket.lines[0]], freight: 0, surcharge: 0, discount: 0 });
}

function sum(amounts: number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}
