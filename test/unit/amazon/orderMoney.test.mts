import fc from 'fast-check';
import { effectiveRate } from '../../../lib/amazon/orders/effectiveRate';
import { linePrice } from '../../../lib/amazon/orders/linePrice';
import { defaultOrderOptions } from '../../../lib/amazon/orders/options';
import { orderMoney } from '../../../lib/amazon/orders/orderMoney';
import { salesOrderOf } from '../../../lib/amazon/orders/salesOrder';
import { toMinor } from '../../../lib/money/currency';
import { anOrder, gbp, inEngland, usd, wireItem } from './anOrder.mts';

const facilitator = { taxCollections: [{ model: 'MARKETPLACE_FACILITATOR' }] };

/** An order of one item with these breakdowns, `[type, amount, {detail: amount}]`. */
function charged(
	grandTotal: string | null,
	breakdowns: [string, string, Record<string, string>?][],
	changes: Record<string, unknown> = {},
) {
	const item = wireItem({
		proceeds: {
			breakdowns: breakdowns.map(([type, amount, details = {}]) => ({
				type,
				subtotal: usd(amount),
				detailedBreakdowns: Object.entries(details).map(([subtype, value]) => ({
					subtype,
					value: usd(value),
				})),
			})),
		},
		...changes,
	});
	return anOrder({
		proceeds: grandTotal === null ? null : { grandTotal: usd(grandTotal) },
		orderItems: [item],
	});
}

describe('the money of an order', () => {
	it('has freight, gift wrap and discounts where they belong', () => {
		const order = charged('27.50', [
			['ITEM', '20.00'],
			['SHIPPING', '6.00'],
			['GIFT_WRAP', '4.50'],
			['DISCOUNT', '-3.00', { ITEM: '-2.00', SHIPPING: '-1.00' }],
		]);
		const money = orderMoney(order, false);
		expect(money).toMatchObject({
			freight: 500,
			surcharge: 450,
			discount: 0,
			total: 2750,
			agrees: true,
		});
		expect(money.lines[0]).toMatchObject({ amount: 2000, discount: 200 });
	});

	it('reads a discount by its size, whichever sign it has', () => {
		for (const sign of ['', '-']) {
			const order = charged('18.00', [
				['ITEM', '20.00'],
				['DISCOUNT', `${sign}2.00`],
			]);
			expect(orderMoney(order, false)).toMatchObject({ total: 1800, agrees: true });
		}
	});

	it('includes the seller’s tax in the prices, whether Amazon puts it on top or not', () => {
		const onTop = charged('23.80', [
			['ITEM', '20.00'],
			['TAX', '3.80', { ITEM: '3.80' }],
		]);
		expect(orderMoney(onTop, false)).toMatchObject({ total: 2380, ownTax: 380, agrees: true });
		expect(orderMoney(onTop, true)).toMatchObject({ total: 2380, agrees: true });
		const within = charged('23.80', [
			['ITEM', '23.80'],
			['TAX', '3.80'],
		]);
		for (const order of [onTop, within]) {
			const { draft } = salesOrderOf(order, defaultOrderOptions);
			expect(draft).toMatchObject({
				taxStatus: 'Incl',
				lineItems: [{ unitPrice: '23.80', taxRate: '19' }],
			});
		}
	});

	it('leaves out tax that the marketplace collects, whether the total counts it or not', () => {
		const lines: [string, string][] = [
			['ITEM', '20.00'],
			['TAX', '1.65'],
		];
		for (const total of ['21.65', '20.00']) {
			const { draft, amazon } = salesOrderOf(
				charged(total, lines, { tax: facilitator }),
				defaultOrderOptions,
			);
			expect(draft).toMatchObject({
				taxStatus: 'Exempt',
				lineItems: [{ unitPrice: '20.00' }],
				payments: [{ amount: '20.00' }],
			});
			expect(draft.lineItems[0]).not.toHaveProperty('taxRate');
			expect(amazon).toMatchObject({
				totalsAgree: true,
				marketplaceTax: '1.65',
				orderTotal: '20.00',
			});
		}
		// Prices that hold it, of which the seller gets the rest.
		const held = orderMoney(
			charged(
				'20.00',
				[
					['ITEM', '21.65'],
					['TAX', '1.65'],
				],
				{ tax: facilitator },
			),
			true,
		);
		expect(held).toMatchObject({ total: 2000, agrees: true });
	});

	it('tells items whose tax the marketplace collects from those whose tax is the seller’s', () => {
		const taxed = {
			breakdowns: [
				{ type: 'ITEM', subtotal: usd('20.00') },
				{ type: 'TAX', subtotal: usd('2.00') },
			],
		};
		const order = anOrder({
			proceeds: { grandTotal: usd('44.00') },
			orderItems: [
				wireItem({ proceeds: taxed, tax: facilitator }),
				wireItem({ orderItemId: '900002', proceeds: taxed }),
			],
		});
		const { draft, amazon } = salesOrderOf(order, defaultOrderOptions);
		expect(draft.taxStatus).toBe('Incl');
		expect(draft.lineItems).toMatchObject([
			{ unitPrice: '20.00', taxRate: '0' },
			{ unitPrice: '22.00', taxRate: '10' },
		]);
		expect(amazon).toMatchObject({
			orderTotal: '42.00',
			marketplaceTax: '2.00',
			totalsAgree: true,
		});
	});

	it('splits tax on freight from tax on goods', () => {
		const order = charged('31.20', [
			['ITEM', '20.00'],
			['SHIPPING', '6.00'],
			['TAX', '5.20', { ITEM: '4.00', SHIPPING: '1.20' }],
		]);
		const money = orderMoney(order, false);
		expect(money).toMatchObject({ freight: 720, total: 3120, agrees: true });
		expect(money.lines[0]).toMatchObject({ amount: 2400, tax: 400 });
	});

	it('takes kinds that only the order breaks down, and counts no kind twice', () => {
		const order = anOrder({
			proceeds: {
				grandTotal: usd('27.00'),
				breakdowns: [
					{ type: 'ITEM', subtotal: usd('20.00') },
					{ type: 'SHIPPING', subtotal: usd('5.00') },
					{ type: 'DELIVERY_TIP', status: 'FINALIZED', subtotal: usd('2.00') },
				],
			},
		});
		expect(orderMoney(order, false)).toMatchObject({
			freight: 500,
			surcharge: 200,
			total: 2700,
			agrees: true,
		});
	});

	it('shares tax that only the order names among its lines', () => {
		const half = { breakdowns: [{ type: 'ITEM', subtotal: usd('10.00') }] };
		const order = anOrder({
			proceeds: {
				grandTotal: usd('23.80'),
				breakdowns: [{ type: 'TAX', subtotal: usd('3.80') }],
			},
			orderItems: [wireItem({ proceeds: half }), wireItem({ orderItemId: '2', proceeds: half })],
		});
		const { draft, amazon } = salesOrderOf(order, defaultOrderOptions);
		expect(draft.lineItems).toMatchObject([
			{ unitPrice: '11.90', taxRate: '19' },
			{ unitPrice: '11.90', taxRate: '19' },
		]);
		expect(amazon.totalsAgree).toBe(true);
	});

	it('shares a discount that only the order names, so that the rate is of what is left', () => {
		const only = (type: string, amount: string) => ({ type, subtotal: gbp(amount) });
		const goods = { proceedsTotal: gbp('24.00'), breakdowns: [only('ITEM', '24.00')] };
		const order = anOrder({
			salesChannel: inEngland,
			proceeds: {
				grandTotal: gbp('18.00'),
				breakdowns: [only('ITEM', '24.00'), only('DISCOUNT', '-6.00'), only('TAX', '3.00')],
			},
			orderItems: [wireItem({ proceeds: goods, product: { sellerSku: 'MUG' } })],
		});
		const { draft, amazon } = salesOrderOf(order, defaultOrderOptions);
		expect(draft.lineItems).toMatchObject([
			{ unitPrice: '24.00', discount: '6.00', taxRate: '20' },
		]);
		expect(draft.discountTotal).toBe('0.00');
		expect(amazon).toMatchObject({ orderTotal: '18.00', totalsAgree: true });
	});

	it('keeps as the order’s what a discount takes off beyond the lines', () => {
		const only = (type: string, amount: string) => ({ type, subtotal: usd(amount) });
		const order = anOrder({
			proceeds: {
				grandTotal: usd('0.00'),
				breakdowns: [only('SHIPPING', '5.00'), only('DISCOUNT', '-25.00')],
			},
		});
		const { draft, amazon } = salesOrderOf(order, defaultOrderOptions);
		expect(draft).toMatchObject({
			freightTotal: '5.00',
			discountTotal: '-5.00',
			lineItems: [{ discount: '20.00' }],
			payments: [],
		});
		expect(amazon.totalsAgree).toBe(true);
	});

	it('takes nothing of a cancelled item from what the order adds up', () => {
		const priced = (amount: string, shipping: string) => ({
			breakdowns: [
				{ type: 'ITEM', subtotal: usd(amount) },
				{ type: 'SHIPPING', subtotal: usd(shipping) },
			],
		});
		const order = anOrder({
			proceeds: {
				grandTotal: usd('20.00'),
				breakdowns: priced('40.00', '5.00').breakdowns,
			},
			orderItems: [
				wireItem(),
				wireItem({
					orderItemId: '2',
					proceeds: priced('20.00', '5.00'),
					cancellation: { cancellationExecution: { cancelledBy: 'BUYER' } },
					fulfillment: { quantityFulfilled: 0, quantityUnfulfilled: 0 },
				}),
			],
		});
		expect(orderMoney(order, false)).toMatchObject({ freight: 0, total: 2000, agrees: true });
	});

	it('counts a kind that Amazon added since', () => {
		const order = charged('21.00', [
			['ITEM', '20.00'],
			['RECYCLING_FEE', '1.00'],
		]);
		expect(orderMoney(order, false)).toMatchObject({ surcharge: 100, total: 2100, agrees: true });
	});

	it('shows the difference when Amazon’s own numbers do not add up', () => {
		const { draft, amazon } = salesOrderOf(
			charged('19.00', [['ITEM', '20.00']]),
			defaultOrderOptions,
		);
		expect(amazon.totalsAgree).toBe(false);
		expect(amazon.totalsNote).toMatch(/20\.00 USD.*19\.00 USD/);
		expect(draft.payments[0].amount).toBe('19.00');
	});

	it('says so when amounts are in several currencies', () => {
		const item = wireItem({ proceeds: { breakdowns: [{ type: 'ITEM', subtotal: gbp('20.00') }] } });
		const { amazon } = salesOrderOf(anOrder({ orderItems: [item] }), defaultOrderOptions);
		expect(amazon.totalsAgree).toBe(false);
		expect(amazon.totalsNote).toContain('several currencies');
	});

	it('leaves the rate to Cin7 where prices include tax and Amazon names none', () => {
		const item = wireItem({ proceeds: { breakdowns: [{ type: 'ITEM', subtotal: gbp('20.00') }] } });
		const order = anOrder({
			salesChannel: inEngland,
			proceeds: { grandTotal: gbp('20.00') },
			orderItems: [item],
		});
		const { draft } = salesOrderOf(order, defaultOrderOptions);
		expect(draft.taxStatus).toBe('Incl');
		expect(draft.lineItems[0]).not.toHaveProperty('taxRate');
		expect(salesOrderOf(anOrder(), defaultOrderOptions).draft.taxStatus).toBe('Exempt');
	});
});

describe('the price of a line', () => {
	it('is exact to the cent when it does not divide', () => {
		expect(linePrice(3, 1000, 0)).toEqual({ unitMinor: 334, discountMinor: 2 });
		expect(linePrice(3, 999, 50)).toEqual({ unitMinor: 333, discountMinor: 50 });
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 500 }),
				fc.integer({ min: 0, max: 10_000_000 }),
				fc.integer({ min: 0, max: 100_000 }),
				(quantity, amount, discount) => {
					const line = linePrice(quantity, amount, discount);
					expect(quantity * line.unitMinor - line.discountMinor).toBe(amount - discount);
					expect(line.discountMinor - discount).toBeLessThan(quantity);
					expect(line.discountMinor).toBeGreaterThanOrEqual(discount);
				},
			),
		);
	});
});

describe('the rate of a line', () => {
	it.each([
		[2000, 333, 'GB', '20'],
		[99, 17, 'GB', '20'],
		[1070, 70, 'DE', '7'],
		[1078, 98, 'JP', '10'],
		[10825, 825, 'US', '8.25'],
		[500, 0, 'GB', '0'],
		[0, 0, 'GB', '0'],
		[100, 100, 'GB', '0'],
	])('%i holding %i in %s is %s', (gross, tax, country, rate) => {
		expect(effectiveRate(gross, tax, country)).toBe(rate);
	});
});

describe('any order that adds up', () => {
	const cents = fc.integer({ min: 0, max: 500_000 });
	const item = fc.record({
		quantity: fc.integer({ min: 1, max: 40 }),
		goods: cents,
		shipping: cents,
		wrap: cents,
		discountPart: fc.integer({ min: 0, max: 100 }),
		tax: fc.integer({ min: 0, max: 30_000 }),
		byMarketplace: fc.boolean(),
	});
	const text = (minor: number) => (minor / 100).toFixed(2);

	it('keeps its total to the cent, its lines exact, its marketplace tax out', () => {
		fc.assert(
			fc.property(
				fc.array(item, { minLength: 1, maxLength: 6 }),
				fc.boolean(),
				(items, counted) => {
					const drafts = items.map((one, index) => {
						const discount = Math.floor((one.goods * one.discountPart) / 100);
						return { ...one, discount, id: String(index) };
					});
					const sum = (pick: (one: (typeof drafts)[number]) => number) =>
						drafts.reduce((all, one) => all + pick(one), 0);
					const marketplace = sum((one) => (one.byMarketplace ? one.tax : 0));
					const seller =
						sum((one) => one.goods + one.shipping + one.wrap - one.discount) +
						sum((one) => (one.byMarketplace ? 0 : one.tax));
					const order = anOrder({
						proceeds: { grandTotal: usd(text(seller + (counted ? marketplace : 0))) },
						orderItems: drafts.map((one) =>
							wireItem({
								orderItemId: one.id,
								quantityOrdered: one.quantity,
								...(one.byMarketplace && { tax: facilitator }),
								proceeds: {
									breakdowns: [
										{ type: 'ITEM', subtotal: usd(text(one.goods)) },
										{ type: 'SHIPPING', subtotal: usd(text(one.shipping)) },
										{ type: 'GIFT_WRAP', subtotal: usd(text(one.wrap)) },
										{ type: 'DISCOUNT', subtotal: usd(text(one.discount)) },
										{ type: 'TAX', subtotal: usd(text(one.tax)) },
									],
								},
							}),
						),
					});
					const { draft, amazon } = salesOrderOf(order, defaultOrderOptions);
					const minor = (amount: string) => toMinor(amount, 'USD') as number;
					const goods = draft.lineItems.reduce(
						(all, line) => all + Number(line.qty) * minor(line.unitPrice) - minor(line.discount),
						0,
					);
					const total =
						goods + minor(draft.freightTotal) + minor(draft.surcharge) + minor(draft.discountTotal);
					expect(amazon.totalsAgree).toBe(true);
					expect(text(total)).toBe(amazon.orderTotal);
					expect(total).toBe(seller);
				},
			),
		);
	});

	it('keeps its total where only the order names freight, discount and tax', () => {
		fc.assert(
			fc.property(
				fc.array(cents, { minLength: 1, maxLength: 5 }),
				cents,
				cents,
				cents,
				fc.boolean(),
				(goods, shipping, discount, tax, taxIncluded) => {
					const charged = goods.reduce((all, one) => all + one, shipping);
					const off = Math.min(discount, charged);
					const net = charged - off;
					const total = taxIncluded ? net : net + tax;
					const only = (type: string, minor: number) => ({ type, subtotal: usd(text(minor)) });
					const order = anOrder({
						proceeds: {
							grandTotal: usd(text(total)),
							breakdowns: [only('SHIPPING', shipping), only('DISCOUNT', -off), only('TAX', tax)],
						},
						orderItems: goods.map((one, index) =>
							wireItem({
								orderItemId: String(index),
								proceeds: { breakdowns: [only('ITEM', one)] },
							}),
						),
					});
					const money = orderMoney(order, taxIncluded);
					// Tax on top of nothing has nothing to stand on.
					if (net === 0) return;
					expect(money).toMatchObject({ total, agrees: true });
					const taxes = money.lines.map((line) => line.tax ?? 0);
					const beside = money.freightTax + money.surchargeTax;
					expect(taxes.reduce((all, one) => all + one, beside)).toBe(tax);
					for (const line of money.lines) {
						expect(line.amount - line.discount).toBeGreaterThanOrEqual(0);
					}
				},
			),
		);
	});
});
