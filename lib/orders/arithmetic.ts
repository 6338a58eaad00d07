/**
 * How an order is reckoned before anything is rounded. There are two exact ways, so that the rules are written once:
 * ordinary integers for the short amounts of nearly all orders, and decimals of any size for the rest.
 */
import type { DecimalText, LineItem } from '../cin7/records';
import type { TaxRate } from '../money/taxRate';

/** Whether prices contain their tax, or tax comes on top of them. */
export type TaxBasis = 'included' | 'onTop';

/** Exact reckoning with amounts of type `T`. Malformed text is a RangeError or, out of reach of the quick way, inexact. */
export interface Arithmetic<T> {
	readonly zero: T;
	/** An amount of the order's currency. */
	amount(text: DecimalText): T;
	/** What a line costs: quantity x unit price - discount, the discount being for the whole line. */
	lineAmount(line: LineItem): T;
	plus(a: T, b: T): T;
	opposite(amount: T): T;
	isZero(amount: T): boolean;
	/** Whether the amount is exact; where not, the order is out of this arithmetic's reach. */
	isExact(amount: T): boolean;
	/** The amount rounded to the minor unit, halves away from zero. */
	rounded(amount: T): T;
	/** The amounts in minor units, rounded together to `sum` or else to their own sum, rounded once. */
	toMinor(amounts: readonly T[], sum?: number): number[];
	/** The tax in or on each amount, rounded together to the tax of all of them, rounded once. Null when out of reach. */
	taxes(amounts: readonly T[], rate: TaxRate, basis: TaxBasis): number[] | null;
}
