/** Whole batches: hundreds of orders with three rates, their documents and their tax. */
import fc from 'fast-check';
import { batchLines } from '../../../lib/batching/lines';
import { shareOut } from '../../../lib/money/share';
import { orderValue, sharePayments, type OrderComponent } from '../../../lib/orders/value';
import { baskets, expected, orderOf, type Basket } from '../orders/anOrder.mts';
import { amountMinor, byRate, expectExact, sum, taxMinor } from './exactLines.mts';

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
			fc.constant<number[]>([1]),
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
			{ numRuns: 8 },
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
			{ numRuns: 5 },
		);
	});
});
