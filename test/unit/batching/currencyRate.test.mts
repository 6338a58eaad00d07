/** The currency rate of a batch. */
import fc from 'fast-check';
import { averageRate, type RatedAmount } from '../../../lib/batching/currencyRate';
import { toText } from '../../../lib/money/decimal';

const rated = (...pairs: [amountMinor: number, rate: string | null][]): RatedAmount[] =>
	pairs.map(([amountMinor, rate]) => ({ amountMinor, rate }));

describe('averageRate', () => {
	it('is 1 when all rates are 1', () => {
		expect(averageRate(rated([1000, '1'], [500, '1.0']))).toBe('1');
	});

	it('is the rate that all members share, to its last digit', () => {
		expect(averageRate(rated([1000, '0.6512345678901'], [-5, '0.6512345678901']))).toBe(
			'0.6512345678901',
		);
	});

	it('makes the batch worth in home currency what its members are worth', () => {
		// 60 USD at 0.60 and 80 USD at 0.80 are 100 AUD each: 140 USD for 200 AUD.
		expect(averageRate(rated([6000, '0.6'], [8000, '0.8']))).toBe('0.7');
	});

	it('weighs members by amount, and credit notes by size', () => {
		expect(averageRate(rated([300, '1'], [100, '2']))).toBe('1.14285714');
		expect(averageRate(rated([300, '1'], [-100, '2']))).toBe('1.14285714');
		expect(averageRate(rated([-300, '1'], [-100, '2']))).toBe('1.14285714');
		expect(averageRate(rated([300, '1'], [0, '2']))).toBe('1');
	});

	it.each([
		['a rate is missing', rated([100, '0.6'], [100, null])],
		['a rate is 0', rated([100, '0.6'], [100, '0'])],
		['a rate is negative', rated([100, '-0.6'])],
		['all amounts are 0', rated([0, '0.6'], [0, '0.7'])],
		['there are no members', []],
	])('is unknown when %s', (_name, members) => {
		expect(averageRate(members)).toBeNull();
	});

	it('refuses a rate that is not a number', () => {
		expect(() => averageRate(rated([100, 'AUD']))).toThrow('"AUD"');
	});

	const rate = fc
		.tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 8 }))
		.map(([digits, scale]) => toText({ digits: BigInt(digits), scale }));
	const members = fc.array(
		fc.record({ amountMinor: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), rate }),
		{ minLength: 1, maxLength: 20 },
	);

	it('does not depend on order, sign, or how payments are split', () => {
		fc.assert(
			fc.property(members, (some) => {
				const average = averageRate(some);
				expect(averageRate([...some].reverse())).toBe(average);
				expect(averageRate(some.map((one) => ({ ...one, amountMinor: 0 - one.amountMinor })))).toBe(
					average,
				);
				const split = some.flatMap(({ amountMinor, rate: own }) => {
					const half = Math.trunc(amountMinor / 2);
					return rated([half, own], [amountMinor - half, own]);
				});
				expect(averageRate(split)).toBe(average);
			}),
		);
	});

	it('lies between the lowest and the highest rate', () => {
		fc.assert(
			fc.property(members, (some) => {
				const average = averageRate(some);
				if (average === null) return;
				const rates = some
					.filter((one) => one.amountMinor !== 0)
					.map((one) => parseFloat(one.rate));
				expect(parseFloat(average)).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-8);
				expect(parseFloat(average)).toBeLessThanOrEqual(Math.max(...rates) + 1e-8);
			}),
		);
	});
});
