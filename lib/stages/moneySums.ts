/** Sums of lines before tax is looked at, in minor units: each line rounded, as Cin7 does it. */
import { roundToMinor } from '../money/currency';
import { add, multiply, negate, parse } from '../money/decimal';

interface Priced {
	qty: string;
	unitPrice: string;
	/** For the whole line. */
	discount: string;
}

/** The sum of quantity times price less discount; blank amounts count as 0. */
export function sumMinor(lines: readonly Priced[], currency: string): number {
	return lines.reduce((sum, { qty, unitPrice, discount }) => {
		const price = multiply(parse(orZero(qty)), parse(orZero(unitPrice)));
		return sum + roundToMinor(add(price, negate(parse(orZero(discount)))), currency);
	}, 0);
}

/** Blank amounts are 0. */
export function orZero(amount: string): string {
	return amount === '' ? '0' : amount;
}
