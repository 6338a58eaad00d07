/**
 * Which amounts, tax included, show exactly a given tax: the arithmetic behind the lines of a batch document.
 */
import { floorQuotient, safeInteger } from '../money/quotient';
import type { TaxRate } from '../money/taxRate';

/** Amounts in minor units, tax included, from `least` to `most`. */
export interface AmountRange {
	readonly least: number;
	readonly most: number;
}

/**
 * The amounts whose contained tax at `rate`, rounded to the minor unit, is `taxMinor`. Amounts whose tax lies halfway
 * between two minor units are left out, so that it does not matter how halves are rounded. The rate is above 0 and at most
 * 100 percent, so that there is always such an amount.
 */
export function amountsShowing(taxMinor: number, rate: TaxRate): AmountRange {
	// amount x part / (whole + part) lies strictly between tax - 1/2 and tax + 1/2.
	const gross = rate.whole + rate.part;
	const doubled = 2n * BigInt(taxMinor);
	const above = (doubled - 1n) * gross;
	const below = (doubled + 1n) * gross;
	return {
		least: safeInteger(floorQuotient(above, 2n * rate.part) + 1n),
		most: safeInteger(0n - floorQuotient(0n - below, 2n * rate.part) - 1n),
	};
}

/** The amount within the range that is nearest to `amount`. */
export function nearestWithin({ least, most }: AmountRange, amount: number): number {
	return Math.min(Math.max(amount, least), most);
}
