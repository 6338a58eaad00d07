/** The lines of a batch document: they add up to the members, and show exactly the members' tax. */
import fc from 'fast-check';
import { batchLines } from '../../../lib/batching/lines';
import type { BatchLine } from '../../../lib/batching/plan.types';
import { parse } from '../../../lib/money/decimal';
import { shareOut } from '../../../lib/money/share';
import { orderValue, sharePayments, type OrderComponent } from '../../../lib/orders/value';
import { baskets, expected, orderOf, type Basket } from '../orders/anOrder.mts';

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

const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);

/** The tax an amount contains, rounded half up: what Cin7 and accounting compute from the document. */
function containedTax(amountMinor: number, percent: string): number {
	const { digits, scale } = parse(percent);
	const whole = 100n * 10n ** BigInt(scale) + digits;
	const size = BigInt(Math.abs(amountMinor)) * digits;
	return Number((2n * size + whole) / (2n * whole)) * (amountMinor < 0 ? -1 : 1) + 0;
}

function byRate(items: { taxRate: string }[], of: (item: never) => number): Map<string, number> {
	const sums = new Map<string, number>();
	for (const item of items) {
		sums.set(item.taxRate, (sums.get(item.taxRate) ?? 0) + of(item as never));
	}
	return new Map([...sums].filter(([, amount]) => amount !== 0));
}
const taxMinor = (item: { taxMinor: number }) => item.taxMinor;
const amountMinor = (item: { amountMinor: number }) => item.amountMinor;

/** Everything that must hold of the lines of a batch. */
function expectExact(parts: OrderComponent[], document: BatchLine[]): void {
	expect(sum(document.map(amountMinor))).toBe(sum(parts.map(amountMinor)));
	const membersTax = byRate(parts, taxMinor);
	expect(byRate(document, taxMinor)).toEqual(membersTax);
	for (const line of document) {
		expect(containedTax(line.amountMinor, line.taxRate)).toBe(line.taxMinor);
		expect(line.amountMinor).not.toBe(0);
	}
	for (const [rate, amount] of byRate(document, amountMinor)) {
		expect(containedTax(amount, rate)).toBe(membersTax.get(rate) ?? 0);
	}
	expect(document.filter((line) => line.kind === 'rounding').length).toBeLessThanOrEqual(1);
}

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

interface Sale {
	basket: Basket;
	credit: boolean;
	tenders: number[];
}

/** What two batches, say one of PayPal and one of cards, hold of some orders and credit notes. */
function batchesOf(sales: Sale[], currency: string): [OrderComponent[], OrderComponent[]] {
	const batches: [OrderComponent[], OrderComponent[]] = [[], []];
	for (const { basket, credit, tenders } of sales) {
		const value = orderValue(orderOf({ ...basket, currency }));
		if ('unclear' in value) throw new Error(value.unclear);
		const payments = shareOut(value.totalMinor, tenders).map((amount, id) => ({
			id,
			amountMinor: amount,
		}));
		for (const [id, parts] of sharePayments(value, payments)) {
			for (const one of parts) {
				const sign = credit ? -1 : 1;
				batches[id === 0 ? 0 : 1].push({
					...one,
					amountMinor: sign * one.amountMinor,
					taxMinor: sign * one.taxMinor,
				});
			}
		}
	}
	return batches;
}

describe('batches of hundreds of orders', () => {
	const sale: fc.Arbitrary<Sale> = fc.record({
		basket: baskets,
		credit: fc.nat(9).map((one) => one === 0),
		tenders: fc.oneof(
			fc.constant([1]),
			fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 3 }),
		),
	});

	it.each(['AUD', 'JPY', 'KWD'])('have the tax of their members per rate, in %s', (currency) => {
		fc.assert(
			fc.property(fc.array(sale, { minLength: 100, maxLength: 300, size: 'max' }), (sales) => {
				const batches = batchesOf(sales, currency);
				for (const parts of batches) expectExact(parts, batchLines(parts, currency));

				const together = new Map<string, number>();
				let total = 0;
				for (const { basket, credit } of sales) {
					const sign = credit ? -1 : 1;
					const { taxByRate, totalMinor } = expected({ ...basket, currency });
					total += sign * totalMinor;
					for (const [rate, tax] of taxByRate) {
						together.set(rate, (together.get(rate) ?? 0) + sign * tax);
					}
				}
				const all = batches.flatMap((parts) => batchLines(parts, currency));
				expect(sum(all.map(amountMinor))).toBe(total);
				expect(byRate(all, taxMinor)).toEqual(
					new Map([...together].filter(([, tax]) => tax !== 0)),
				);
			}),
			{ numRuns: 15 },
		);
	});

	it('have little rounding: a fraction of a minor unit of tax for each order', () => {
		fc.assert(
			fc.property(fc.array(sale, { minLength: 200, maxLength: 200, size: 'max' }), (sales) => {
				for (const parts of batchesOf(sales, 'AUD')) {
					const rounding = batchLines(parts, 'AUD').find((line) => line.kind === 'rounding');
					expect(Math.abs(rounding?.amountMinor ?? 0)).toBeLessThan(sales.length * 2);
				}
			}),
			{ numRuns: 10 },
		);
	});
});
