/**
 * The fast way from decimal text to an integer: for the short plain amounts that nearly all orders are made of.
 * A million orders have some twenty million amounts, and big integers for each would take minutes.
 */
import type { DecimalText } from '../cin7/records';

/** 10^0 to 10^15: all that are exact as ordinary integers and useful here. */
export const powersOfTen: readonly number[] = [
	1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
	10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
	1_000_000_000_000_000,
];

/** Text of up to this many characters cannot overflow while its digits are read. */
const longestText = 15;

/**
 * Plain decimal text times 10^scale as a safe integer: `("12.5", 2)` is 1250.
 * NaN when this way cannot tell exactly: more decimals than the scale has, too long, an exponent, or not a number at all;
 * the caller then takes the exact way, which also knows what is malformed.
 */
export function scaledInteger(text: DecimalText, scale: number): number {
	const length = text.length;
	if (length > longestText) return NaN;
	const negative = text.charCodeAt(0) === 45;
	let position = negative ? 1 : 0;
	const start = position;
	let value = 0;
	for (; position < length; position++) {
		const digit = text.charCodeAt(position) - 48;
		if (digit < 0 || digit > 9) break;
		value = value * 10 + digit;
	}
	if (position === start) return NaN;
	let decimals = 0;
	if (position < length) {
		if (text.charCodeAt(position) !== 46 || position === length - 1) return NaN;
		for (position++; position < length; position++) {
			const digit = text.charCodeAt(position) - 48;
			if (digit < 0 || digit > 9) return NaN;
			if (decimals < scale) {
				value = value * 10 + digit;
				decimals++;
			} else if (digit !== 0) return NaN;
		}
	}
	value *= powersOfTen[scale - decimals];
	if (!Number.isSafeInteger(value)) return NaN;
	return negative ? 0 - value : value;
}
