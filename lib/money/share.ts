/**
 * Sharing an amount out: no cent is lost, none invented.
 */
import { roundTogether, roundTogetherExactly } from './roundTogether';

/**
 * Shares `total` (minor units) out in proportion to `weights` (safe integers), by largest remainder: the shares add up to
 * the total exactly, each is its exact part rounded up or down, and equal remainders go by position. Weights may be
 * negative, as a discount is; where they add up to nothing their sizes count, where all are 0 each counts the same.
 * A negative total gives the mirror image of the positive one.
 * @throws RangeError when there is no weight to share by, or an amount is too large to be exact.
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
	if (weights.length === 0) {
		if (total === 0) return [];
		throw new RangeError(`There is nothing to share ${total} minor units among.`);
	}
	let sum = 0;
	let size = 0;
	for (const weight of weights) {
		sum += weight;
		size += Math.abs(weight);
	}
	if (size === 0)
		return shareOut(
			total,
			weights.map(() => 1),
		);
	if (sum === 0) return shareOut(total, weights.map(Math.abs));
	if (size > Number.MAX_SAFE_INTEGER) {
		throw new RangeError('The amounts to share by are more than can be counted exactly.');
	}
	return partsOf(total, sum, weights);
}

/**
 * Each amount times `part / whole`, rounded up or down so that together they are the sum of all times `part / whole`,
 * rounded once. Exact for any safe integers; `whole` is not 0.
 */
export function partsOf(part: number, whole: number, amounts: readonly number[]): number[] {
	const factor = whole < 0 ? 0 - part : part;
	const products = amounts.map((amount) => amount * factor);
	if (products.every(Number.isSafeInteger)) return roundTogether(products, Math.abs(whole));
	const exact = amounts.map((amount) => BigInt(amount) * BigInt(factor));
	return roundTogetherExactly(exact, BigInt(Math.abs(whole)));
}
