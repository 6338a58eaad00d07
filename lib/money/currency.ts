/**
 * Currencies and their minor units: money here is a whole number of cents, yen or fils beside its currency.
 */
import type { DecimalText } from '../cin7/records';
import { remembered } from '../remembered';
import { parse, powerOfTen, type Decimal } from './decimal';
import { roundQuotient, safeInteger } from './quotient';
import { scaledInteger } from './scaled';

/**
 * Currencies whose minor unit is not a hundredth: ISO 4217 table A.1, as published by its maintenance agency (SIX).
 */
const exceptions: ReadonlyMap<string, number> = new Map([
	...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI'].map(
		(code) => [code, 0] as const,
	),
	...['VND', 'VUV', 'XAF', 'XOF', 'XPF'].map((code) => [code, 0] as const),
	...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
	...['CLF', 'UYW'].map((code) => [code, 4] as const),
]);

/** How many decimals a currency's minor unit has: 2 for AUD, 0 for JPY, 3 for KWD. Any case; 2 for unknown codes. */
export const currencyDigits = remembered(
	(code: string): number => exceptions.get(code.trim().toUpperCase()) ?? 2,
);

/**
 * An amount in minor units: `("12.3", "AUD")` is 1230. Null when it has a fraction smaller than the minor unit or is too
 * large to be exact.
 * @throws RangeError when the text is not a decimal number.
 */
export function toMinor(text: DecimalText, currency: string): number | null {
	const digits = currencyDigits(currency);
	const quick = scaledInteger(text, digits);
	if (!Number.isNaN(quick)) return quick;
	const decimal = parse(text);
	const shifted = decimal.digits * powerOfTen(digits);
	const divisor = powerOfTen(decimal.scale);
	if (shifted % divisor !== 0n) return null;
	const minor = Number(shifted / divisor);
	return Number.isSafeInteger(minor) ? minor : null;
}

/**
 * An amount rounded to minor units, halves away from zero: 0.125 AUD is 13, -0.125 AUD is -13.
 * @throws RangeError when it is too large to be exact.
 */
export function roundToMinor(decimal: Decimal, currency: string): number {
	const shifted = decimal.digits * powerOfTen(currencyDigits(currency));
	return safeInteger(roundQuotient(shifted, powerOfTen(decimal.scale)));
}

/** Minor units as decimal text with all of the currency's decimals: `123.40`, `-0.05`, JPY `1200`. */
export function toText(minor: number, currency: string): DecimalText {
	const digits = currencyDigits(currency);
	const sign = minor < 0 ? '-' : '';
	const all = String(Math.abs(minor)).padStart(digits + 1, '0');
	if (digits === 0) return sign + all;
	return `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`;
}
