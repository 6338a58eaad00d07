// The merchant's Amazon account of the default scenario holds what it promises.
import { fulfillmentStatuses } from '../../../sandbox/amazon/order.mts';
import type { Money, Order } from '../../../sandbox/amazon/order.mts';
import { defaultScenario } from '../../../sandbox/scenario/default.mts';
import { amazonOrders } from '../../../sandbox/scenario/amazon/orders.mts';
import { amazonRows } from '../../../sandbox/scenario/amazon/rows.mts';
import { checkScenario } from '../../../sandbox/scenario/load.mts';
import { minorDigits } from '../../../sandbox/scenario/money.mts';
import { start } from './openSeller.mts';

const rows = amazonRows({ seed: 1, now: start });
const orders = rows.orders as Order[];
const money = (order: Order) => (order.proceeds as { grandTotal?: Money } | undefined)?.grandTotal;
const address = (order: Order) => order.recipient?.deliveryAddress;
const having = (test: (order: Order) => unknown) => orders.filter((order) => test(order)).length;

/** Whole minor units; the amount must have exactly the decimals of its currency. */
function minor({ amount, currencyCode }: Money): number {
	const digits = minorDigits(currencyCode);
	expect(amount).toMatch(digits === 0 ? /^-?\d+$/ : /^-?\d+\.\d{2}$/);
	return Number(amount.replace('.', ''));
}

it('is the same for the same seed, to the byte, and another for another', () => {
	expect(JSON.stringify(amazonRows({ seed: 1, now: start }))).toBe(JSON.stringify(rows));
	expect(JSON.stringify(amazonRows({ seed: 2, now: start }))).not.toBe(JSON.stringify(rows));
});

it.each([0, 1, 2, 3])('is accepted as part of the default scenario of seed %d', (seed) => {
	const scenario = defaultScenario({ seed, now: start });
	expect(() => checkScenario(JSON.parse(JSON.stringify(scenario)))).not.toThrow();
	expect(scenario.amazon?.orders.length).toBeGreaterThanOrEqual(400);
});

it('sells on three marketplaces with three currencies, yen among them', () => {
	for (const currency of ['AUD', 'JPY', 'SGD']) {
		expect(having((order) => money(order)?.currencyCode === currency)).toBeGreaterThan(20);
	}
	const ids = new Set(orders.map(({ salesChannel }) => salesChannel.marketplaceId));
	expect([...ids].sort()).toEqual(
		rows.marketplaceParticipations.map((one: any) => one.marketplace.id).sort(),
	);
});

it('has every status, of both fulfilments', () => {
	for (const status of fulfillmentStatuses) {
		const many = ['PENDING_AVAILABILITY', 'UNFULFILLABLE'].includes(status) ? 2 : 10;
		expect([
			status,
			having(({ fulfillment }) => fulfillment?.fulfillmentStatus === status) >= many,
		]).toEqual([status, true]);
	}
	for (const by of ['MERCHANT', 'AMAZON']) {
		expect(having(({ fulfillment }) => fulfillment?.fulfilledBy === by)).toBeGreaterThan(120);
	}
});

it('has what orders have: several items, promotions, shipping, gift wrap, tax, packages', () => {
	const text = (part: string) => having((order) => JSON.stringify(order).includes(part));
	expect(having(({ orderItems }) => orderItems.length > 1)).toBeGreaterThan(60);
	expect(
		having(({ orderItems }) => orderItems.some((item) => item.quantityOrdered > 1)),
	).toBeGreaterThan(60);
	for (const part of ['"SHIPPING"', '"TAX"', '"DISCOUNT"', 'promotionId']) {
		expect([part, text(part) > 60]).toEqual([part, true]);
	}
	expect(text('"GIFT_WRAP"')).toBeGreaterThan(20);
	expect(text('giftMessage')).toBeGreaterThan(10);
	expect(having(({ packages }) => packages)).toBeGreaterThan(60);
});

it('has what is missing or unusual', () => {
	for (const [what, count] of Object.entries({
		buyer: having((order) => order.buyer === undefined),
		'e-mail': having((order) => order.buyer && !order.buyer.buyerEmail),
		address: having((order) => !address(order)),
		street: having((order) => address(order) && !address(order)?.addressLine1),
		city: having((order) => address(order) && !address(order)?.city),
		name: having((order) => address(order) && !address(order)?.name),
		items: having(({ orderItems }) => orderItems.length === 0),
		SKU: having(({ orderItems }) => orderItems.some(({ product }) => !product.sellerSku)),
		proceeds: having((order) => order.proceeds === undefined),
		'a single word': having((order) => /^\S+$/.test(String(order.buyer?.buyerName ?? ' '))),
		'another script': having((order) => /[^ -\u024f]/.test(address(order)?.name ?? '')),
		'a long line': having((order) => (address(order)?.addressLine1?.length ?? 0) >= 60),
		'a business': having(({ programs }) =>
			(programs as string[] | undefined)?.includes('AMAZON_BUSINESS'),
		),
		'a replacement': having(({ associatedOrders }) => associatedOrders),
		'an unknown value': having((order) => JSON.stringify(order).includes('TIDE')),
		'no sale of Amazon': having(({ salesChannel }) => salesChannel.channelName === 'NON_AMAZON'),
		'Amazon collects the tax': having((order) => JSON.stringify(order).includes('FACILITATOR')),
	})) {
		expect([what, count >= 2]).toEqual([what, true]);
	}
});

it('adds up: items to their total, items to the order', () => {
	let included = 0;
	for (const order of orders) {
		if (order.proceeds === undefined || order.orderItems.length === 0) continue;
		let sum = 0;
		for (const item of order.orderItems) {
			const { proceedsTotal, breakdowns } = item.proceeds as any;
			const part = (type: string) => {
				const found = breakdowns.find((one: any) => one.type === type);
				if (found === undefined) return 0;
				const details = found.detailedBreakdowns as any[] | undefined;
				const subtotal = minor(found.subtotal);
				if (details)
					expect(details.reduce((all, { value }) => all + minor(value), 0)).toBe(subtotal);
				return subtotal;
			};
			const unit = item.product.price?.unitPrice as Money;
			expect(part('ITEM')).toBe(minor(unit) * item.quantityOrdered);
			const before =
				part('ITEM') + part('SHIPPING') + part('GIFT_WRAP') - Math.abs(part('DISCOUNT'));
			const total = minor(proceedsTotal);
			expect([before, before + part('TAX')]).toContain(total);
			if (part('TAX') !== 0 && total === before) included += 1;
			sum += total;
		}
		expect([order.orderId, minor(money(order) as Money)]).toEqual([order.orderId, sum]);
	}
	expect(included).toBeGreaterThan(50);
});

it('keeps times in their order, and numbers apart', () => {
	const ids = new Set(orders.map(({ orderId }) => orderId));
	expect(ids.size).toBe(orders.length);
	const items = orders.flatMap(({ orderItems }) => orderItems.map((item) => item.orderItemId));
	expect(new Set(items).size).toBe(items.length);
	for (const { createdTime, lastUpdatedTime } of orders) {
		expect(lastUpdatedTime >= createdTime && lastUpdatedTime < start).toBe(true);
	}
	const { salesOrders, creditNotes } = defaultScenario({ seed: 1, now: start }).cin7;
	const taken = [...salesOrders, ...creditNotes].filter(({ reference }) =>
		ids.has(reference ?? ''),
	);
	expect(taken).toEqual([]);
});

it('gives as many as wanted, and others from another number on', () => {
	const made = (first: number) =>
		amazonOrders({ count: 1_000, from: '2026-05-01T00:00:00Z', until: start, first });
	const ids = new Set([...made(1), ...made(1_001)].map(({ orderId }) => orderId));
	expect(ids.size).toBe(2_000);
	expect(() => amazonOrders({ count: 1, from: start, until: start })).toThrow(
		'until must be after from',
	);
});
