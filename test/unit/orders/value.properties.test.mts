/** What holds for the value of every order. */
import fc from 'fast-check';
import { orderValue, type OrderComponent, type ValuedOrder } from '../../../lib/orders/value';
import type { Order } from '../../../lib/cin7/records';
import { parse, toText } from '../../../lib/money/decimal';
import { fullArithmetic } from '../../../lib/orders/fullArithmetic';
import { quickArithmetic } from '../../../lib/orders/quickArithmetic';
import { reckon, settle } from '../../../lib/orders/reckoning';
import { aCreditNote, aLine, baskets, expected, orderOf } from './anOrder.mts';

function valued(order: Order): ValuedOrder {
	const value = orderValue(order);
	if ('unclear' in value) throw new Error(value.unclear);
	return value;
}

function taxByRate(components: OrderComponent[]): Map<string, number> {
	const taxes = new Map<string, number>();
	for (const { taxRate, taxMinor } of components) {
		taxes.set(taxRate, (taxes.get(taxRate) ?? 0) + taxMinor);
	}
	return new Map([...taxes].filter(([, tax]) => tax !== 0));
}

const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);

describe('the value of any order', () => {
	it("is its total, made up of its components, with each rate's tax rounded half up once", () => {
		fc.assert(
			fc.property(baskets, (basket) => {
				const { totalMinor, components } = valued(orderOf(basket));
				expect(totalMinor).toBe(expected(basket).totalMinor);
				expect(sum(components.map((component) => component.amountMinor))).toBe(totalMinor);
				expect(taxByRate(components)).toEqual(expected(basket).taxByRate);
			}),
			{ numRuns: 1000 },
		);
	});

	it('gives every component the tax its amount contains, to within a minor unit', () => {
		fc.assert(
			fc.property(baskets, (basket) => {
				for (const { amountMinor, taxMinor, taxRate } of valued(orderOf(basket)).components) {
					const { digits, scale } = parse(taxRate);
					const whole = 100n * 10n ** BigInt(scale) + digits;
					const gap = BigInt(taxMinor) * whole - BigInt(amountMinor) * digits;
					expect(gap < 2n * whole && -gap < 2n * whole).toBe(true);
				}
			}),
		);
	});

	it('is the same for a credit note of the same amounts, all positive or all negative', () => {
		fc.assert(
			fc.property(baskets, (basket) => {
				const order = orderOf(basket);
				const value = valued(order);
				if (value.totalMinor <= 0) return;
				const note = aCreditNote({ ...order, reference: 'CN-1' });
				expect(valued(note)).toEqual(value);
				const negative = (text: string) => toText({ ...parse(text), digits: -parse(text).digits });
				const mirrored = {
					...note,
					total: negative(order.total),
					freightTotal: negative(order.freightTotal),
					surcharge: negative(order.surcharge),
					discountTotal: negative(order.discountTotal),
					lineItems: order.lineItems.map((line) => ({
						...line,
						unitPrice: negative(line.unitPrice),
						discount: negative(line.discount),
					})),
				};
				expect(valued(mirrored)).toEqual(value);
			}),
		);
	});

	it('stays within rounding of a total that is a few minor units off', () => {
		fc.assert(
			fc.property(baskets, fc.integer({ min: -6, max: 6 }), (basket, off) => {
				const { totalMinor } = expected(basket);
				const order = orderOf(basket);
				const scaled = parse(order.total);
				const total = toText({ digits: scaled.digits + BigInt(off), scale: scaled.scale });
				const value = orderValue({ ...order, total });
				if (Math.abs(off) <= basket.lines.length + 1) {
					if ('unclear' in value) throw new Error(value.unclear);
					expect(value.totalMinor).toBe(totalMinor + off);
					expect(sum(value.components.map((part) => part.amountMinor))).toBe(totalMinor + off);
				} else if (basket.discount === 0) {
					expect('unclear' in value).toBe(true);
				}
			}),
		);
	});
});

describe('the two ways to reckon', () => {
	const amount = fc
		.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }))
		.map(([digits, scale]) => toText({ digits: BigInt(digits), scale }));
	const line = fc
		.record({
			qty: fc.oneof(fc.integer({ min: -9, max: 99 }).map(String), amount),
			unitPrice: amount,
			discount: amount,
			taxRate: fc.constantFrom(null, '0', '10', '8.875'),
		})
		.map((fields) => aLine(fields));
	const order = fc.record({
		lineItems: fc.array(line, { maxLength: 4 }),
		freightTotal: amount,
		surcharge: amount,
		discountTotal: amount,
		taxRate: fc.constantFrom('0', '10', '12.5'),
		currencyCode: fc.constantFrom('AUD', 'JPY', 'KWD'),
	});

	it('agree wherever the quick one reaches, which is nearly everywhere', () => {
		let reached = 0;
		fc.assert(
			fc.property(
				order,
				fc.constantFrom('included' as const, 'onTop' as const, 'none' as const),
				fc.constantFrom('rounded' as const, 'exact' as const),
				fc.integer({ min: -5, max: 5 }),
				(fields, basis, lines, off) => {
					const given = aCreditNote(fields);
					const manner = { lines, discount: 'added' as const };
					const quick = reckon(given, quickArithmetic(given.currencyCode), basis, manner);
					if (quick === null) return;
					const full = reckon(given, fullArithmetic(given.currencyCode), basis, manner);
					if (full === null) throw new Error('the full way reaches everything');
					reached += 1;
					expect(quick.sumMinor).toBe(full.sumMinor);
					const total = full.sumMinor + off;
					expect(settle(quick, total)).toEqual(settle(full, total));
				},
			),
			{ numRuns: 1000 },
		);
		expect(reached).toBeGreaterThan(200);
	});
});
