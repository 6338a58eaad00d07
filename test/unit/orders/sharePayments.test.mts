/** Orders with several payments: each payment's part of everything. */
import fc from 'fast-check';
import { shareOut } from '../../../lib/money/share';
import {
	orderValue,
	sharePayments,
	type OrderComponent,
	type ValuedOrder,
} from '../../../lib/orders/value';
import { aLine, anOrder, baskets, orderOf } from './anOrder.mts';

function valued(order: ReturnType<typeof anOrder>): ValuedOrder {
	const value = orderValue(order);
	if ('unclear' in value) throw new Error(value.unclear);
	return value;
}

const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);
const amountOf = (parts: OrderComponent[]) => sum(parts.map((part) => part.amountMinor));
const key = ({ kind, accountCode, taxRate }: OrderComponent) => `${kind} ${accountCode} ${taxRate}`;

/** All payments' parts, added up by component. */
function columns(shares: Map<number, OrderComponent[]>): Map<string, [number, number]> {
	const totals = new Map<string, [number, number]>();
	for (const part of [...shares.values()].flat()) {
		const [amount, tax] = totals.get(key(part)) ?? [0, 0];
		totals.set(key(part), [amount + part.amountMinor, tax + part.taxMinor]);
	}
	return new Map([...totals].filter(([, [amount, tax]]) => amount !== 0 || tax !== 0));
}

const order = valued(
	anOrder({
		total: '120.99',
		lineItems: [aLine({ unitPrice: '110' })],
		freightTotal: '10.99',
	}),
);

describe('sharePayments', () => {
	it('gives a payment of the whole order the whole order', () => {
		expect(sharePayments(order, [{ id: 7, amountMinor: 12099 }]).get(7)).toEqual(order.components);
	});

	it('splits goods, freight and their taxes over a gift card and a card', () => {
		const shares = sharePayments(order, [
			{ id: 7, amountMinor: 5000 },
			{ id: 8, amountMinor: 7099 },
		]);
		expect(shares.get(7)?.map((part) => [part.kind, part.amountMinor, part.taxMinor])).toEqual([
			['goods', 4546, 413],
			['freight', 454, 42],
		]);
		expect(shares.get(8)?.map((part) => [part.kind, part.amountMinor, part.taxMinor])).toEqual([
			['goods', 6454, 587],
			['freight', 645, 58],
		]);
	});

	it('gives a payment batched alone its proportion', () => {
		const shares = sharePayments(order, [{ id: 8, amountMinor: 6050 }]);
		expect(amountOf(shares.get(8) ?? [])).toBe(6050);
		expect(sum((shares.get(8) ?? []).map((part) => part.taxMinor))).toBe(550);
	});

	it('takes a refund on the same order', () => {
		const shares = sharePayments(order, [
			{ id: 7, amountMinor: 13000 },
			{ id: 9, amountMinor: -901 },
		]);
		expect(amountOf(shares.get(7) ?? [])).toBe(13000);
		expect(amountOf(shares.get(9) ?? [])).toBe(-901);
		expect(columns(shares)).toEqual(columns(new Map([[0, order.components]])));
	});

	it('shares an order of nothing over payments that cancel out', () => {
		const exchange = valued(
			anOrder({ lineItems: [aLine({ unitPrice: '110' })], discountTotal: '-110' }),
		);
		const shares = sharePayments(exchange, [
			{ id: 1, amountMinor: 500 },
			{ id: 2, amountMinor: -500 },
		]);
		expect([...shares.values()].map(amountOf)).toEqual([500, -500]);
		expect(columns(shares)).toEqual(columns(new Map([[0, exchange.components]])));
		const nothing = sharePayments({ totalMinor: 0, components: [] }, [{ id: 1, amountMinor: 5 }]);
		expect(nothing.get(1)).toEqual([expect.objectContaining({ kind: 'rounding', amountMinor: 5 })]);
	});

	it('refuses a payment that is given twice', () => {
		const twice = [
			{ id: 7, amountMinor: 6000 },
			{ id: 7, amountMinor: 6099 },
		];
		expect(() => sharePayments(order, twice)).toThrow('Payment 7 was given twice.');
	});

	/** A value and payments that add up to it, or to anything else. */
	const paid = fc
		.record({
			basket: baskets,
			weights: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 }),
			off: fc.oneof(fc.constant(0), fc.integer({ min: -5000, max: 5000 })),
		})
		.map(({ basket, weights, off }) => {
			const value = valued(orderOf(basket));
			const payments = shareOut(value.totalMinor + off, weights).map((amountMinor, i) => ({
				id: (i * 7) % 11,
				amountMinor,
			}));
			return { value, payments };
		});

	it('is exact in rows always, and in columns when the order is paid', () => {
		fc.assert(
			fc.property(paid, ({ value, payments }) => {
				const shares = sharePayments(value, payments);
				for (const { id, amountMinor } of payments) {
					expect(amountOf(shares.get(id) ?? [])).toBe(amountMinor);
				}
				if (sum(payments.map((payment) => payment.amountMinor)) !== value.totalMinor) return;
				expect(columns(shares)).toEqual(columns(new Map([[0, value.components]])));
			}),
			{ numRuns: 1000 },
		);
	});

	it('does not depend on the order in which payments come', () => {
		fc.assert(
			fc.property(paid, ({ value, payments }) => {
				const reversed = sharePayments(value, [...payments].reverse());
				expect(new Map([...reversed].sort())).toEqual(
					new Map([...sharePayments(value, payments)].sort()),
				);
			}),
		);
	});

	it('mirrors: opposite order, opposite payments, opposite parts', () => {
		const mirror = (parts: OrderComponent[]) =>
			parts.map((part) => ({
				...part,
				amountMinor: 0 - part.amountMinor,
				taxMinor: 0 - part.taxMinor,
			}));
		fc.assert(
			fc.property(paid, ({ value, payments }) => {
				if (value.totalMinor === 0) return;
				const opposite = { totalMinor: 0 - value.totalMinor, components: mirror(value.components) };
				const back = payments.map(({ id, amountMinor }) => ({ id, amountMinor: 0 - amountMinor }));
				const shares = sharePayments(value, payments);
				for (const [id, parts] of sharePayments(opposite, back)) {
					expect(parts).toEqual(mirror(shares.get(id) ?? []));
				}
			}),
		);
	});

	it('keeps every part within two minor units of its exact proportion', () => {
		fc.assert(
			fc.property(paid, ({ value, payments }) => {
				if (value.totalMinor === 0) return;
				const shares = sharePayments(value, payments);
				for (const { id, amountMinor } of payments) {
					for (const component of value.components) {
						const part = shares.get(id)?.find((one) => key(one) === key(component));
						const exact = (component.amountMinor * amountMinor) / value.totalMinor;
						expect(Math.abs((part?.amountMinor ?? 0) - exact)).toBeLessThanOrEqual(2);
					}
				}
			}),
		);
	});
});
