/**
 * Rounding several amounts so that they still add up: the largest remainder method (Hamilton's).
 */
import { floorQuotient, roundQuotient, safeInteger } from './quotient';

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
	if (numerators.length === 1 && sum === undefined) {
		const alone = roundAlone(numerators[0], denominator);
		if (Number.isSafeInteger(alone)) return [alone];
	}
	let total = 0;
	let size = 0;
	for (const numerator of numerators) {
		total += numerator;
		size += Math.abs(numerator);
	}
	if (2 * size + denominator > Number.MAX_SAFE_INTEGER) {
		return roundTogetherExactly(numerators.map(BigInt), BigInt(denominator), sum);
	}
	const mirrored = total === 0 ? firstIsNegative(numerators) : total < 0;
	const rounded: number[] = [];
	let whole = true;
	for (const numerator of numerators) {
		const amount = mirrored ? 0 - numerator : numerator;
		let rest = amount % denominator;
		if (rest < 0) rest += denominator;
		if (rest !== 0) whole = false;
		rounded.push((amount - rest) / denominator);
	}
	if (!whole) {
		const doubled = denominator + 2 * Math.abs(total);
		const nearest = (doubled - (doubled % (2 * denominator))) / (2 * denominator);
		const goal = sum === undefined ? nearest : mirrored ? 0 - sum : sum;
		const rests = numerators.map((numerator, i) =>
			mirrored ? 0 - numerator - rounded[i] * denominator : numerator - rounded[i] * denominator,
		);
		roundUpLargest(rounded, rests, goal);
	}
	return mirrored ? rounded.map((amount) => 0 - amount) : rounded;
}

/** One amount, which most orders have, has nothing to add up with. NaN where this way would not be exact. */
function roundAlone(numerator: number, denominator: number): number {
	const doubled = 2 * Math.abs(numerator) + denominator;
	if (!(doubled <= Number.MAX_SAFE_INTEGER)) return NaN;
	const size = (doubled - (doubled % (2 * denominator))) / (2 * denominator);
	return numerator < 0 ? 0 - size : size;
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
	rests.forEach((rest: number | bigint, i: number) => {
		if (rest > 0) positions.push(i);
	});
	positions.sort((a, b) => (rests[a] === rests[b] ? a - b : rests[a] > rests[b] ? -1 : 1));
	for (const position of positions.slice(0, missing)) amounts[position] += 1;
}
