/**
 * Whole quotients of big integers, with the roundings that money needs.
 */

/** The greatest whole number that is not above `numerator / denominator`; the denominator is positive. */
export function floorQuotient(numerator: bigint, denominator: bigint): bigint {
	const quotient = numerator / denominator;
	return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** `numerator / denominator` rounded to a whole number, halves away from zero; the denominator is positive. */
export function roundQuotient(numerator: bigint, denominator: bigint): bigint {
	const doubled = numerator < 0n ? denominator - 2n * numerator : denominator + 2n * numerator;
	const size = doubled / (2n * denominator);
	return numerator < 0n ? -size : size;
}

/**
 * A big integer as an ordinary one.
 * @throws RangeError when it is too large to be exact.
 */
export function safeInteger(value: bigint): number {
	const plain = Number(value);
	if (!Number.isSafeInteger(plain)) {
		throw new RangeError(`${value} minor units are more than can be counted exactly.`);
	}
	return plain;
}
