/**
 * Exact decimals: what Cin7 writes as a number, kept as digits and a scale, so that no amount ever becomes a float.
 */
import type { DecimalText } from '../cin7/records';

/** `digits / 10^scale`, such as `{ digits: -125n, scale: 1 }` for -12.5. The scale is never negative. */
export interface Decimal {
	readonly digits: bigint;
	readonly scale: number;
}

export const zero: Decimal = { digits: 0n, scale: 0 };

/** Plain or with an exponent: a number of JSON turned into text may read `1e-7` or `1.5e+21`. */
const decimalPattern = /^(-?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Longer than any number of JSON; keeps a damaged answer from costing minutes. */
const longestText = 400;

/**
 * Reads decimal text.
 * @throws RangeError, naming the text, when it is not a decimal number.
 */
export function parse(text: DecimalText): Decimal {
	const match = text.length > longestText ? null : decimalPattern.exec(text);
	if (match === null) throw new RangeError(`"${text.slice(0, 40)}" is not a decimal number.`);
	const [, whole, fraction = '', exponent = '0'] = match;
	const digits = BigInt(whole + fraction);
	const scale = fraction.length - parseInt(exponent, 10);
	return scale >= 0 ? { digits, scale } : { digits: digits * powerOfTen(-scale), scale: 0 };
}

/** `10^exponent`, exact. */
export function powerOfTen(exponent: number): bigint {
	return 10n ** BigInt(exponent);
}

/** The digits of a decimal at a finer scale than its own. */
function digitsAt(decimal: Decimal, scale: number): bigint {
	return scale === decimal.scale
		? decimal.digits
		: decimal.digits * powerOfTen(scale - decimal.scale);
}

/** The digits of several decimals at the finest of their scales. */
export function align(decimals: readonly Decimal[]): { digits: bigint[]; scale: number } {
	const scale = decimals.reduce((finest, decimal) => Math.max(finest, decimal.scale), 0);
	return { digits: decimals.map((decimal) => digitsAt(decimal, scale)), scale };
}

/** The exact sum. */
export function add(a: Decimal, b: Decimal): Decimal {
	const scale = Math.max(a.scale, b.scale);
	return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

/** The same amount with the other sign. */
export function negate(decimal: Decimal): Decimal {
	return { digits: -decimal.digits, scale: decimal.scale };
}

/** The exact product. */
export function multiply(a: Decimal, b: Decimal): Decimal {
	return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
	const scale = Math.max(a.scale, b.scale);
	const difference = digitsAt(a, scale) - digitsAt(b, scale);
	if (difference === 0n) return 0;
	return difference < 0n ? -1 : 1;
}

/** Plain text without an exponent or needless zeros: `-12.5`, `0`, `1200`. */
export function toText({ digits, scale }: Decimal): DecimalText {
	const sign = digits < 0n ? '-' : '';
	const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
	const whole = all.slice(0, all.length - scale);
	const fraction = all.slice(all.length - scale).replace(/0+$/, '');
	return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}
