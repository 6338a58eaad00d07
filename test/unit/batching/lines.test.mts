/** The lines of a batch document: they add up to the members, and show exactly the members' tax. */
import fc from 'fast-check';
import { batchLines } from '../../../lib/batching/lines';
import type { BatchLine } from '../../../lib/batching/plan.types';
import type { OrderComponent } from '../../../lib/orders/value';
import { containedTax, expectExact } from './exactLines.mts';

type PartRow = [
	kind: OrderComponent['kind'],
	account: string,
	rate: string,
	amount: number,
	tax: number,
];

const part = ([kind, accountCode, taxRate, amountMinor, taxMinor]: PartRow): OrderComponent => ({
	kind,
	accountCode,
	taxRate,
	amountMinor,
	taxMinor,
});
const row = (line: BatchLine): PartRow => [
	line.kind,
	line.accountCode,
	line.taxRate,
	line.amountMinor,
	line.taxMinor,
];
const lines = (...rows: PartRow[]) => batchLines(rows.map(part), 'AUD').map(row);

describe('batchLines', () => {
	it('adds up parts of one kind, account and rate', () => {
		expect(
			lines(
				['goods', '200', '10', 1100, 100],
				['goods', '200', '10', 2200, 200],
				['goods', '205', '10', 1100, 100],
				['goods', '200', '15', 1150, 150],
				['freight', '', '10', 550, 50],
				['goods', '200', '10', -1100, -100],
			),
		).toEqual([
			['goods', '200', '15', 1150, 150],
			['goods', '200', '10', 2200, 200],
			['goods', '205', '10', 1100, 100],
			['freight', '', '10', 550, 50],
		]);
	});

	it('takes rates by value', () => {
		expect(lines(['goods', '', '10', 11, 1], ['goods', '', '10.0', 11, 1])).toEqual([
			['goods', '', '10', 22, 2],
		]);
	});

	it('has goods first, then freight, surcharge, discount and rounding, whatever order the parts are in', () => {
		const rows: PartRow[] = [
			['rounding', '', '0', 1, 0],
			['discount', '', '10', -110, -10],
			['surcharge', '', '10', 220, 20],
			['freight', '', '10', 550, 50],
			['goods', '', '0', 100, 0],
			['goods', '', '10', 1100, 100],
		];
		const kinds = ['goods', 'goods', 'freight', 'surcharge', 'discount', 'rounding'];
		expect(lines(...rows).map(([kind]) => kind)).toEqual(kinds);
		expect(lines(...rows.reverse()).map(([kind]) => kind)).toEqual(kinds);
	});

	it('leaves a line alone that shows its tax', () => {
		// 11.05 contains 1.0045: 1.00 as it stands.
		expect(lines(['goods', '', '10', 1105, 100])).toEqual([['goods', '', '10', 1105, 100]]);
	});

	it('moves a line just so far that it shows its tax, and balances on the rounding line', () => {
		// Three members of 0.17: 0.015 of tax, 0.02 each; 0.51 would show 0.05.
		const member: PartRow = ['goods', '', '10', 17, 2];
		expect(lines(member, member, member)).toEqual([
			['goods', '', '10', 61, 6],
			['rounding', '', '0', -10, 0],
		]);
	});

	it('moves what shows no tax at all to the rounding line', () => {
		const member: PartRow = ['goods', '', '10', 5, 0];
		expect(lines(member, member)).toEqual([
			['goods', '', '10', 5, 0],
			['rounding', '', '0', 5, 0],
		]);
	});

	it('nudges lines that are right by themselves until their rate is too', () => {
		// Each contains 1.0045 and shows 1.00; the four together contain 4.018 and would show 4.02.
		const off: PartRow[] = ['a', 'b', 'c', 'd'].map((account) => [
			'goods',
			account,
			'10',
			1105,
			100,
		]);
		const parts = off.map(part);
		expect(containedTax(4 * 1105, '10')).toBe(402);
		expectExact(parts, batchLines(parts, 'AUD'));
		expect(lines(...off).at(-1)).toEqual(['rounding', '', '0', 15, 0]);
	});

	it('merges the rounding of members with its own', () => {
		expect(
			lines(
				['rounding', '', '0', 2, 0],
				['goods', '', '10', 1100, 100],
				['rounding', '', '0', -2, 0],
			),
		).toEqual([['goods', '', '10', 1100, 100]]);
	});

	it('drops lines of nothing', () => {
		expect(lines(['goods', '', '10', 1100, 100], ['goods', '', '10', -1100, -100])).toEqual([]);
		expect(lines()).toEqual([]);
	});

	it.each([
		['a rate out of bounds', [['goods', '', '101', 100, 50]] as PartRow[], 'not between 0 and 100'],
		['tax without a rate', [['goods', '', '0', 100, 5]] as PartRow[], '0.05 AUD of tax'],
		[
			'more than can be counted',
			[1, 2].map((): PartRow => ['goods', '', '0', Number.MAX_SAFE_INTEGER, 0]),
			'A batch in AUD adds up to more',
		],
	])('refuses %s', (_name, rows, why) => {
		expect(() => lines(...rows)).toThrow(RangeError);
		expect(() => lines(...rows)).toThrow(why);
	});
});

/** Parts of any sign and size whose taxes have little to do with their amounts: the worst that could come. */
const wildParts = fc.array(
	fc
		.record({
			kind: fc.constantFrom('goods' as const, 'freight' as const, 'discount' as const),
			accountCode: fc.constantFrom('', '200', '205', '210', '260'),
			taxRate: fc.constantFrom('0', '10', '15', '8.875', '100', '0.01'),
			amountMinor: fc.integer({ min: -100_000, max: 100_000 }),
			taxMinor: fc.integer({ min: -20_000, max: 20_000 }),
		})
		.map((wild) => (wild.taxRate === '0' ? { ...wild, taxMinor: 0 } : wild)),
	{ maxLength: 60 },
);

describe('the lines of any parts', () => {
	it('add up exactly and show exactly their tax, per line and per rate', () => {
		fc.assert(
			fc.property(wildParts, (parts) => expectExact(parts, batchLines(parts, 'AUD'))),
			{ numRuns: 1000 },
		);
	});

	it('do not depend on the order of the parts', () => {
		const shuffled = wildParts.chain((parts) =>
			fc.shuffledSubarray(parts, { minLength: parts.length }).map((other) => ({ parts, other })),
		);
		fc.assert(
			fc.property(shuffled, ({ parts, other }) => {
				expect(batchLines(other, 'AUD')).toEqual(batchLines(parts, 'AUD'));
			}),
		);
	});

	it('mirror: opposite parts give opposite lines', () => {
		const opposite = <T extends OrderComponent>(parts: T[]): T[] =>
			parts.map((one) => ({
				...one,
				amountMinor: 0 - one.amountMinor,
				taxMinor: 0 - one.taxMinor,
			}));
		fc.assert(
			fc.property(wildParts, (parts) => {
				expect(batchLines(opposite(parts), 'AUD')).toEqual(opposite(batchLines(parts, 'AUD')));
			}),
		);
	});
});
