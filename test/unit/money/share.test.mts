/** Sharing amounts out. */
import fc from 'fast-check';
import { partsOf, shareOut } from '../../../lib/money/share';

const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);
const opposite = (amounts: number[]) => amounts.map((amount) => 0 - amount);

describe('shareOut', () => {
	it.each([
		{ total: 100, weights: [1, 1, 1], shares: [34, 33, 33] },
		{ total: 5, weights: [3, 1], shares: [4, 1] },
		{ total: 1, weights: [1, 1], shares: [1, 0] },
		{ total: 10, weights: [0, 5, 0], shares: [0, 10, 0] },
		{ total: 10, weights: [0, 0, 0], shares: [4, 3, 3] },
		{ total: 0, weights: [2, 3], shares: [0, 0] },
		{ total: 50, weights: [120, -20], shares: [60, -10] },
		{ total: 10, weights: [5, -5], shares: [5, 5] },
		{ total: -100, weights: [1, 1, 1], shares: [-34, -33, -33] },
		{ total: 30, weights: [-1, -2], shares: [10, 20] },
		{ total: 0, weights: [], shares: [] },
	])('$total by $weights is $shares', ({ total, weights, shares }) => {
		expect(shareOut(total, weights)).toEqual(shares);
	});

	it('refuses to share among nobody', () => {
		expect(() => shareOut(1, [])).toThrow(RangeError);
	});

	it('refuses to share by more than it can count', () => {
		const most = Number.MAX_SAFE_INTEGER;
		expect(() => shareOut(1, [most, most])).toThrow(RangeError);
	});

	it('adds up for the largest amounts', () => {
		const most = Number.MAX_SAFE_INTEGER;
		expect(sum(shareOut(most, [most / 7, 3, 1_000_000].map(Math.trunc)))).toBe(most);
	});

	const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), {
		minLength: 1,
		maxLength: 10,
	});
	const total = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

	it('loses and invents nothing, and mirrors', () => {
		fc.assert(
			fc.property(total, weights, (amount, by) => {
				const shares = shareOut(amount, by);
				expect(sum(shares)).toBe(amount);
				expect(shareOut(0 - amount, by)).toEqual(opposite(shares));
			}),
		);
	});

	it('gives each within one unit of its exact part', () => {
		fc.assert(
			fc.property(total, weights, (amount, by) => {
				const all = sum(by);
				if (all === 0) return;
				shareOut(amount, by).forEach((share, i) => {
					const gap = BigInt(share) * BigInt(all) - BigInt(amount) * BigInt(by[i]);
					expect(gap < BigInt(all) && -gap < BigInt(all)).toBe(true);
				});
			}),
		);
	});

	it('gives more weight no less', () => {
		fc.assert(
			fc.property(fc.nat(1_000_000), weights, (amount, by) => {
				const shares = shareOut(amount, by);
				by.forEach((weight, i) =>
					by.forEach((other, j) => {
						if (weight > other) expect(shares[i]).toBeGreaterThanOrEqual(shares[j]);
					}),
				);
			}),
		);
	});
});

describe('partsOf', () => {
	it('is the part of the sum, rounded once', () => {
		expect(partsOf(1, 2, [5, 5])).toEqual([3, 2]);
		expect(partsOf(1, 3, [1, 1])).toEqual([1, 0]);
		expect(partsOf(-1, 2, [5, 5])).toEqual([-3, -2]);
		expect(partsOf(1, -2, [5, 5])).toEqual([-3, -2]);
		expect(partsOf(7, 7, [4, -9])).toEqual([4, -9]);
	});
});
