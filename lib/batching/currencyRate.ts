/**
 * The currency rate of a batch: the one at which it is worth, in the account's currency, what its members are worth.
 */
import type { DecimalText } from '../cin7/records';
import { add, parse, powerOfTen, toText, zero, type Decimal } from '../money/decimal';
import { roundQuotient } from '../money/quotient';

/** A member's amount (minor units of the batch's currency) and its order's rate, as Cin7 gives it. */
export interface RatedAmount {
	readonly amountMinor: number;
	readonly rate: DecimalText | null;
}

/** What members of one rate come to. Added up in ordinary numbers while those are exact, which is a hundred times faster. */
interface RateSum {
	readonly rate: Decimal;
	size: bigint;
	/** Not in `size` yet. */
	recent: number;
}

const mostRecent = 2 ** 52;

function settle(sum: RateSum): void {
	sum.size += BigInt(sum.recent);
	sum.recent = 0;
}

const rateDigits = 8;

/** A quotient may not come out even; this many decimals leave what is cut off far below the last digit of a rate. */
const guardDigits = 40;

/**
 * The members' average rate, weighted by what they are worth in the account's currency, to 8 decimals. A rate is units of
 * the members' currency for one unit of the account's, so that is the sum of amounts over the sum of amounts / rate; a
 * rate that all members share is given as it is. Credit notes count by size. Null when a member has no positive rate, or
 * when all amounts are 0.
 * @throws RangeError when a rate is not a decimal number
 */
export function averageRate(members: Iterable<RatedAmount>): DecimalText | null {
	const amounts = new Map<DecimalText, RateSum>();
	for (const { amountMinor, rate: text } of members) {
		if (text === null) return null;
		let sum = amounts.get(text);
		if (sum === undefined) {
			const rate = parse(text);
			if (rate.digits <= 0n) return null;
			sum = { rate, size: 0n, recent: 0 };
			amounts.set(text, sum);
		}
		const size = Math.abs(amountMinor);
		if (size + sum.recent > mostRecent) settle(sum);
		if (size > mostRecent) sum.size += BigInt(size);
		else sum.recent += size;
	}
	for (const sum of amounts.values()) settle(sum);
	const counting = [...amounts.values()].filter(({ size }) => size > 0n);
	if (counting.length === 0) return null;
	const texts = new Set(counting.map(({ rate }) => toText(rate)));
	if (texts.size === 1) return [...texts][0];

	let total = 0n;
	let home = zero;
	for (const { rate, size } of counting) {
		total += size;
		const scaled = size * powerOfTen(rate.scale + guardDigits);
		home = add(home, { digits: scaled / rate.digits, scale: guardDigits });
	}
	const average = roundQuotient(total * powerOfTen(guardDigits + rateDigits), home.digits);
	return toText({ digits: average, scale: rateDigits });
}
