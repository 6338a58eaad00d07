/**
 * Reckoning in decimals of any size and scale: for the few orders that the quick way cannot tell exactly.
 */
import { currencyDigits } from '../money/currency';
import {
	add,
	align,
	multiply,
	negate,
	parse,
	powerOfTen,
	zero,
	type Decimal,
} from '../money/decimal';
import { roundQuotient } from '../money/quotient';
import { roundTogetherExactly } from '../money/roundTogether';
import type { Arithmetic } from './arithmetic';

/** The full way for orders of a currency. Malformed text throws a RangeError that names it. */
export function fullArithmetic(currency: string): Arithmetic<Decimal> {
	const minorDigits = currencyDigits(currency);
	const perUnit = powerOfTen(minorDigits);
	const round = (amounts: readonly Decimal[], part: bigint, whole: bigint, sum?: number) => {
		const { digits, scale } = align(amounts);
		const numerators = digits.map((amount) => amount * perUnit * part);
		return roundTogetherExactly(numerators, powerOfTen(scale) * whole, sum);
	};
	return {
		zero,
		amount: parse,
		lineAmount: ({ qty, unitPrice, discount }) =>
			add(multiply(parse(qty), parse(unitPrice)), negate(parse(discount))),
		plus: add,
		opposite: negate,
		isZero: (amount) => amount.digits === 0n,
		isExact: () => true,
		rounded: ({ digits, scale }) => ({
			digits: roundQuotient(digits * perUnit, powerOfTen(scale)),
			scale: minorDigits,
		}),
		toMinor: (amounts, sum) => round(amounts, 1n, 1n, sum),
		taxes: (amounts, { part, whole }, basis) =>
			round(amounts, part, basis === 'onTop' ? whole : whole + part),
	};
}
