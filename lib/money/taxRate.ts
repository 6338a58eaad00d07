/**
 * Tax rates as fractions, so that tax is computed exactly whatever the rate: 10, 12.5, 8.875 percent.
 */
import type { DecimalText } from '../cin7/records';
import { parse, powerOfTen, toText } from './decimal';

/** A rate of `part / whole`; prices without tax are `whole`, prices with tax `whole + part`. */
export interface TaxRate {
	/** Percent, normalised: `10`, `12.5`, `0`. Equal rates have equal text. */
	readonly text: DecimalText;
	readonly part: bigint;
	readonly whole: bigint;
	/** The same as ordinary integers, NaN where those would not be exact. */
	readonly safePart: number;
	readonly safeWhole: number;
}

/** An account has a handful of rates and its orders name them millions of times. */
const known = new Map<DecimalText, TaxRate>();
const mostKnown = 1_000;

/**
 * Reads a rate in percent.
 * @throws RangeError, naming the rate, when it is not a number from 0 to 100 (Cin7's own bounds).
 */
export function taxRate(percent: DecimalText): TaxRate {
	return known.get(percent) ?? readRate(percent);
}

function readRate(percent: DecimalText): TaxRate {
	const decimal = parse(percent);
	const text = toText(decimal);
	const { digits: part, scale } = parse(text);
	const whole = powerOfTen(scale + 2);
	if (part < 0n || part > whole) {
		throw new RangeError(`A tax rate of ${text} percent is not between 0 and 100.`);
	}
	const safe = whole < powerOfTen(13);
	const rate = known.get(text) ?? {
		text,
		part,
		whole,
		safePart: safe ? Number(part) : NaN,
		safeWhole: safe ? Number(whole) : NaN,
	};
	if (known.size < mostKnown) known.set(text, rate).set(percent, rate);
	return rate;
}

export const noTax = taxRate('0');
