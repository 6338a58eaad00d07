/**
 * An order's own sum: its parts, the tax of each, and what they come to. Tax is rounded once per order and rate.
 */
import type { Order } from '../cin7/records';
import { noTax, type TaxRate } from '../money/taxRate';
import type { Arithmetic, TaxBasis } from './arithmetic';
import { roundingComponent, type OrderComponent } from './components';
import { orderParts, type Manner, type Part } from './parts';

export interface Reckoning<T> {
	readonly arithmetic: Arithmetic<T>;
	readonly basis: TaxBasis | 'none';
	readonly parts: Part<T>[];
	/** By part, in minor units. */
	readonly prices: number[];
	readonly taxes: number[];
	/** What a customer pays by this reckoning: prices, and the taxes where they come on top. */
	readonly sumMinor: number;
}

/** Reckons an order; null when that is out of the arithmetic's reach. Throws a RangeError for unreadable amounts. */
export function reckon<T>(
	order: Order,
	arithmetic: Arithmetic<T>,
	basis: TaxBasis | 'none',
	manner: Manner,
): Reckoning<T> | null {
	const parts = orderParts(order, arithmetic, basis !== 'none', manner);
	for (const part of parts) if (!arithmetic.isExact(part.amount)) return null;
	const taxes = basis === 'none' ? parts.map(() => 0) : taxesOf(parts, arithmetic, basis);
	if (taxes === null) return null;
	const prices = arithmetic.toMinor(amountsOf(parts));
	const sumMinor = basis === 'onTop' ? total(prices) + total(taxes) : total(prices);
	if (!Number.isSafeInteger(sumMinor)) {
		throw new RangeError('They add up to more than can be counted exactly.');
	}
	return { arithmetic, basis, parts, prices, taxes, sumMinor };
}

function taxesOf<T>(parts: Part<T>[], arithmetic: Arithmetic<T>, basis: TaxBasis): number[] | null {
	if (parts.length > 0 && haveOneRate(parts)) {
		return arithmetic.taxes(amountsOf(parts), parts[0].rate, basis);
	}
	const taxes = parts.map(() => 0);
	for (const rate of ratesOf(parts)) {
		if (rate.text === noTax.text) continue;
		const rounded = arithmetic.taxes(amountsOf(ofRate(parts, rate)), rate, basis);
		if (rounded === null) return null;
		let next = 0;
		for (let i = 0; i < parts.length; i++) {
			if (parts[i].rate.text === rate.text) taxes[i] = rounded[next++];
		}
	}
	return taxes;
}

/** As those of nearly all orders do. */
function haveOneRate<T>(parts: readonly Part<T>[]): boolean {
	for (const { rate } of parts) if (rate.text !== parts[0].rate.text) return false;
	return true;
}

/** The different rates, of which orders have one or two. */
function ratesOf<T>(parts: readonly Part<T>[]): TaxRate[] {
	return parts
		.filter(({ rate }, i) => parts.findIndex((part) => part.rate.text === rate.text) === i)
		.map(({ rate }) => rate);
}

function ofRate<T>(parts: readonly Part<T>[], { text }: TaxRate): Part<T>[] {
	return parts.filter((part) => part.rate.text === text);
}

function amountsOf<T>(parts: readonly Part<T>[]): T[] {
	return parts.map((part) => part.amount);
}

/**
 * The components of an order whose total is `totalMinor`, which lies within rounding of the reckoning's sum. Fractions of
 * a minor unit are rounded towards the total; what then remains (a shop that rounds tax line by line, say) is a component
 * of its own without tax, as Cin7's own accounting sync sends such a cent as a rounding line. The tax is always the lines'.
 */
export function settle<T>(reckoning: Reckoning<T>, totalMinor: number): OrderComponent[] {
	const { arithmetic, basis, parts } = reckoning;
	const { taxes } = reckoning;
	let { prices } = reckoning;
	let rest = totalMinor - reckoning.sumMinor;
	if (rest !== 0) {
		const goal = total(prices) + rest;
		prices = arithmetic.toMinor(amountsOf(parts), goal);
		rest = goal - total(prices);
	}
	const components: OrderComponent[] = [];
	for (let i = 0; i < parts.length; i++) {
		const { kind, accountCode, rate } = parts[i];
		const taxMinor = taxes[i];
		const amountMinor = basis === 'onTop' ? prices[i] + taxMinor : prices[i];
		if (amountMinor === 0 && taxMinor === 0) continue;
		components.push({ kind, accountCode, taxRate: rate.text, amountMinor, taxMinor });
	}
	if (rest !== 0) components.push(roundingComponent(rest));
	return components;
}

function total(amounts: readonly number[]): number {
	let sum = 0;
	for (const amount of amounts) sum += amount;
	return sum;
}
