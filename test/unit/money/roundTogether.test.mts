/** Rounding amounts so that they still add up. */
import fc from 'fast-check';
import { roundTogether, roundTogetherExactly } from '../../../lib/money/roundTogether';

const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);

describe('roundTogether', () => {
	it.each([
		{ numerators: [5, 5], denominator: 10, rounded: [1, 0] },
		{ numerators: [33, 33, 34], denominator: 100, rounded: [0, 0, 1] },
		{ numerators: [15, 25], denominator: 10, rounded: [2, 2] },
		{ numerators: [-15, -25], denominator: 10, rounded: [-2, -2] },
		{ numerators: [25, -5], denominator: 10, rounded: [3, -1] },
		{ numerators: [5, -5], denominator: 10, rounded: [1, -1] },
		{ numerators: [-5, 5], denominator: 10, rounded: [-1, 1] },
		{ numerators: [], denominator: 10, rounded: [] },
	])('$numerators over $denominator are $rounded', ({ numerators, denominator, rounded }) => {
		expect(roundTogether(numerators, denominator)).toEqual(rounded);
	});

	it('rounds towards a sum, but leaves what is whole', () => {
		expect(roundTogether([14, 14, 20], 10, 6)).toEqual([2, 2, 2]);
		expect(roundTogether([14, 14, 20], 10, 4)).toEqual([1, 1, 2]);
		expect(roundTogether([14, 14, 20], 10, 99)).toEqual([2, 2, 2]);
		expect(roundTogether([-14, -14, -20], 10, -6)).toEqual([-2, -2, -2]);
	});

	const amounts = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 12 });
	const denominators = fc.integer({ min: 1, max: 20_000 });

	it('adds up to the sum rounded once, and moves no amount by a whole unit', () => {
		fc.assert(
			fc.property(amounts, denominators, (numerators, denominator) => {
				const rounded = roundTogether(numerators, denominator);
				const total = sum(numerators);
				const half = Math.floor((2 * Math.abs(total) + denominator) / (2 * denominator));
				expect(Math.abs(sum(rounded))).toBe(half);
				rounded.forEach((amount, i) => {
					expect(Math.abs(amount * denominator - numerators[i])).toBeLessThan(denominator);
				});
			}),
		);
	});

	it('mirrors: opposite amounts give opposite results', () => {
		fc.assert(
			fc.property(amounts, denominators, (numerators, denominator) => {
				const opposite = numerators.map((amount) => 0 - amount);
				expect(roundTogether(opposite, denominator)).toEqual(
					roundTogether(numerators, denominator).map((amount) => 0 - amount),
				);
			}),
		);
	});

	it('is the same in ordinary and in big integers', () => {
		const goal = fc.option(fc.integer({ min: -500, max: 500 }), { nil: undefined });
		fc.assert(
			fc.property(amounts, denominators, goal, (numerators, denominator, wanted) => {
				expect(roundTogetherExactly(numerators.map(BigInt), BigInt(denominator), wanted)).toEqual(
					roundTogether(numerators, denominator, wanted),
				);
			}),
		);
	});

	it('takes amounts near the largest it can count', () => {
		const most = Number.MAX_SAFE_INTEGER;
		expect(roundTogether([most, -most, most], 1)).toEqual([most, -most, most]);
		expect(roundTogether([most, most], 2)).toEqual([(most + 1) / 2, (most - 1) / 2]);
	});
});
