// Whole quotients in ordinary numbers are those of big integers, up to the last safe integer.
import fc from 'fast-check';
import { floorOf, floorQuotient, nearestOf, roundQuotient } from '../../../lib/money/quotient';

const safe = fc.maxSafeInteger();
const denominator = fc.oneof(
	fc.integer({ min: 1, max: 1_000_000 }),
	fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);
/** Beside a multiple of the denominator, where a rounded quotient could end up on the wrong side. */
const beside = fc
	.tuple(fc.nat(Number.MAX_SAFE_INTEGER), denominator, fc.constantFrom(-1, 0, 1))
	.map(([size, by, off]) => [size - (size % by) + off, by] as const)
	.filter(([size]) => Number.isSafeInteger(size));
const pairs = fc.oneof(fc.tuple(safe, denominator), beside);

it('rounds down as big integers do', () => {
	fc.assert(
		fc.property(pairs, ([numerator, by]) => {
			for (const one of [numerator, 0 - numerator]) {
				expect(floorOf(one, by)).toBe(Number(floorQuotient(BigInt(one), BigInt(by))));
			}
		}),
		{ numRuns: 2_000 },
	);
});

it('rounds to the nearest as big integers do, or says that it cannot', () => {
	fc.assert(
		fc.property(pairs, ([numerator, by]) => {
			const nearest = nearestOf(numerator, by);
			if (2 * Math.abs(numerator) + by > Number.MAX_SAFE_INTEGER) expect(nearest).toBeNaN();
			else expect(nearest).toBe(Number(roundQuotient(BigInt(numerator), BigInt(by))));
		}),
		{ numRuns: 2_000 },
	);
});

it('has no negative zero', () => {
	expect(floorOf(-0, 7)).toBe(0);
	expect(nearestOf(-1, 7)).toBe(0);
	expect(nearestOf(-0, 7)).toBe(0);
});
