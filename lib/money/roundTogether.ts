/**
 * Rounding several amounts so that they still add up: the largest remainder method (Hamilton's).
 */
import { floorOf, floorQuotient, nearestOf, roundQuotient, safeInteger } from './quotient';

/**
 * Rounds each `numerators[i] / denominator` up or down to a whole number, so that the results add up to `sum`, by default
 * the total of all rounded once, halves away from zero. The largest fractions are rounded up, equal ones by position.
 * What is whole stays, so a `sum` out of reach is met as nearly as rounding can. The denominator is positive; opposite
 * amounts give opposite results.
 * @throws RangeError when a result is too large to be exact.
 */
export function roundTogether(
	numerators: readonly number[],
	denominator: number,
	sum?: number,
): number[] {
	let total = 0;
	let size = 0;
	for (const numerator of numerators) {
		total += numerator;
		size += Math.abs(numerator);
	}
	if (2 * size + denominator > Number.MAX_SAFE_INTEGER) {
		return roundTogetherExactly(numerators.map(BigInt), BigInt(denominator), sum);
	}
	// One amount, which most orders have, has nothing to add up with.
	if (numerators.length === 1 && sum === undefined) return [nearestOf(total, denominator)];
	const mirrored = total === 0 ? firstIsNegative(numerators) : total < 0;
	const sign = mirrored ? -1 : 1;
	const rounded = numerators.map((numerator) => floorOf(sign * numerator, denominator));
	const rests = numerators.map((numerator, i) => sign * numerator - rounded[i] * denominator);
	const nearest = nearestOf(Math.abs(total), denominator);
	roundUpLargest(rounded, rests, sum === undefined ? nearest : sign * sum);
	// `0 -` rather than a sign, which would make zero negative.
	return mirrored ? rounded.map((amount) => 0 - amount) : rounded;
}

/** As `roundTogether`, for amounts of any size. */
export function roundTogetherExactly(
	numerators: readonly bigint[],
	denominator: bigint,
	sum?: number,
): number[] {
	const total = numerators.reduce((all, numerator) => all + numerator, 0n);
	const mirrored = total === 0n ? firstIsNegative(numerators) : total < 0n;
	const amounts = mirrored ? numerators.map((numerator) => -numerator) : numerators;
	const floors = amounts.map((amount) => floorQuotient(amount, denominator));
	const rests = amounts.map((amount, i) => amount - floors[i] * denominator);
	const rounded = floors.map(safeInteger);
	const nearest = safeInteger(roundQuotient(mirrored ? -total : total, denominator));
	roundUpLargest(rounded, rests, sum === undefined ? nearest : mirrored ? 0 - sum : sum);
	return mirrored ? rounded.map((amount) => 0 - amount) : rounded;
}

/** Opposite amounts must give opposite results also when they add up to nothing. */
function firstIsNegative(amounts: readonly number[] | readonly bigint[]): boolean {
	for (const amount of amounts) if (amount != 0) return amount < 0;
	return false;
}

/** Adds one to as many amounts as `goal` asks, those with the largest rests first; whole amounts stay. */
function roundUpLargest(
	amounts: number[],
	rests: readonly number[] | readonly bigint[],
	goal: number,
): void {
	let missing = goal;
	for (const amount of amounts) missing -= amount;
	if (missing <= 0) return;
	const positions: number[] = [];
	for (let i = 0; i < rests.length; i++) if (rests[i] > 0) positions.push(i);
	if (missing < positions.length) {
		positions.sort((a, b) => (rests[a] === rests[b] ? a - b : rests[a] > rests[b] ? -1 : 1));
	}
	for (const position of positions.slice(0, missing)) amounts[position] += 1;
}
