/**
 * An order's own sum: its parts, the tax of each, and what they come to. Tax is rounded once per order and rate.
 */
import type { Order } from '../cin7/records';
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
	const prices = arithmetic.toMinor(parts.map((part) => part.amount));
	const sumMinor = basis === 'onTop' ? total(prices) + total(taxes) : total(prices);
	if (!Number.isSafeInteger(sumMinor)) {
		throw new RangeError('They add up to more than can be counted exactly.');
	}
	return { arithmetic, basis, parts, prices, taxes, sumMinor };
}

function taxesOf<T>(parts: Part<T>[], arithmetic: Arithmetic<T>, basis: TaxBasis): number[] | null {
	if (parts.length === 1) return arithmetic.taxes([parts[0].amount], parts[0].rate, basis);
	const taxes = parts.map(() => 0);
	for (let first = 0; first < parts.length; first++) {
		const { rate } = parts[first];
		const sameRate: number[] = [];
		for (let i = 0; i < parts.length; i++) if (parts[i].rate.text === rate.text) sameRate.push(i);
		if (rate.part === 0n || sameRate[0] < first) continue;
		const amounts = sameRate.map((position) => parts[position].amount);
		const rounded = arithmetic.taxes(amounts, rate, basis);
		if (rounded === null) return null;
		sameRate.forEach((position, i) => (taxes[position] = rounded[i]));
	}
	return taxes;
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
		prices = arithmetic.toMinor(
			parts.map((part) => part.amount),
			goal,
		);
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
