// Orders that need attention are healed: the template in a real n8n, on both accounts.
import type { Order } from '../../sandbox/amazon/order.mts';
import type { AnyField } from '../../sandbox/scenario/scenario.mts';
import {
	cin7Row,
	codes,
	completeOrders,
	dataOf,
	day,
	heldRow,
	withheldFields,
	withoutData,
} from './heldOrders.mts';
import { openShop, releasedAt, type Ran, type Shop } from './needsAttention.mts';

jest.setTimeout(120_000);

type Row = Record<string, any>;

const now = Date.now();
const orders = completeOrders(24, now - 9 * day, now - day);
const reference = (at: number): string => orders[at].orderId;

let shop: Shop;

beforeAll(async () => {
	shop = await openShop();
});

afterAll(async () => {
	await shop?.close();
});

/**
 * Nine orders are held. Amazon has the data of the first five now. Of the others: two lack it still, one was cancelled,
 * one is not confirmed yet. The rest of the account is none of this flow's business.
 */
describe.each([
	['by ID', 'ids', 'reference'],
	['from a date', 'backdate', 'reference'],
	['by ID, as Cin7 downloaded them', 'ids', 'customerOrderNo'],
	['from a date, by a custom field with a prefix', 'backdate', 'orders_1001'],
])('heal %s', (_, way, place) => {
	const released = [0, 1, 2, 3, 4];
	const personTyped = '12 Typed By Hand Road';
	const typedAddress = {
		deliveryFirstName: 'Robin',
		deliveryLastName: 'Example',
		deliveryCity: 'Perth',
		deliveryState: 'WA',
		deliveryPostalCode: '6000',
		deliveryCountry: 'Australia',
	};
	let before: Map<string, Row>;
	let after: Map<string, Row>;
	let ran: Ran;
	let said: Row;

	/** How Cin7 knows the order, and where the id of Amazon stands. */
	const named = (order: Order): AnyField =>
		place === 'reference'
			? {}
			: place === 'customerOrderNo'
				? { reference: `SO-${order.orderId.slice(-7)}`, customerOrderNo: order.orderId }
				: {
						reference: `SO-${order.orderId.slice(-7)}`,
						customerOrderNo: '',
						customFields: { orders_1001: `AMZ-${order.orderId}` },
					};
	const nameOf = (at: number) =>
		place === 'reference' ? reference(at) : `SO-${reference(at).slice(-7)}`;
	const bot = async () =>
		await shop.bot(
			'needs-attention-heal',
			{ way, amazonOrderIdIn: place },
			releasedAt('Processing'),
		);

	beforeAll(async () => {
		const held = orders.slice(0, 9).map((order, at) => {
			// A person typed all of one delivery address, which is another than Amazon's.
			const typed = at === 1 ? { ...typedAddress, deliveryAddress1: personTyped } : {};
			const own = at === 2 ? { freightTotal: 0, discountTotal: 0 } : typed;
			const lines = at === 2 ? ['lineItems'] : [];
			return heldRow(order, [...withheldFields, ...lines], { ...named(order), ...own });
		});
		const moved = cin7Row(orders[9], { ...named(orders[9]), email: '', stage: 'On Hold' });
		const others = orders.slice(10).map((order) => cin7Row(order, named(order)));
		await shop.fill([...held, moved, ...others], orders.map(withoutData));
		const pending = { fulfillment: { ...orders[8].fulfillment, fulfillmentStatus: 'PENDING' } };
		const cancelled = { fulfillment: { ...orders[7].fulfillment, fulfillmentStatus: 'CANCELLED' } };
		await shop.changeOnAmazon({
			...Object.fromEntries([...released, 9].map((at) => [reference(at), dataOf(orders[at])])),
			[reference(7)]: { ...dataOf(orders[7]), ...cancelled },
			[reference(8)]: pending,
		});
		before = await shop.orders();
		ran = await shop.run(await bot());
		after = await shop.orders();
		[said] = ran.items('Say what happened');
	});

	it('releases exactly those whose data is complete now', () => {
		expect(ran.complaint).toBeUndefined();
		const moved = [...after.values()].filter(
			(order) => before.get(order.reference)?.stage !== order.stage,
		);
		expect(moved.map((order) => order.reference).sort()).toEqual(released.map(nameOf).sort());
		for (const order of moved) {
			expect(order).toMatchObject({ stage: 'Processing', dispatchedDate: null });
			expect(order.logisticsStatus).toBe(codes.uponCompletion);
			expect(order.email).toContain('@');
			expect(order.lineItems.length).toBeGreaterThan(0);
		}
	});

	it('touches no other order', () => {
		const touched = [...after.values()].filter(
			(order) => JSON.stringify(order) !== JSON.stringify(before.get(order.reference)),
		);
		expect(touched.map((order) => order.reference).sort()).toEqual(released.map(nameOf).sort());
	});

	it('keeps what a person typed', () => {
		expect(after.get(nameOf(1))?.deliveryAddress1).toBe(personTyped);
		expect(said.notes.join(' ')).toContain(`${nameOf(1)}: What stands in Cin7 was kept`);
	});

	it('says which way it took and why, and what stays', () => {
		expect(said.way).toBe(way);
		expect(said.why).toMatch(/A backdated download takes about 1 call .*by ID it takes 9 \(18 s\)/);
		expect(said.headline).toMatch(/^5 of 9 affected orders were released, downloaded again/);
		expect([...said.released].sort()).toEqual(released.map(nameOf).sort());
		const stay = Object.fromEntries(said.stay.map((one: Row) => [one.reference, one.why]));
		expect(stay[nameOf(7)]).toContain('cancelled');
		if (way === 'ids') expect(stay[nameOf(5)]).toContain('lacks Email Address');
		expect(stay[nameOf(8)]).toContain('not confirmed by Amazon yet');
	});

	it('changes nothing more when it runs again', async () => {
		const books = await shop.books();
		const again = await shop.run(await bot());
		expect(again.complaint).toBeUndefined();
		expect(again.items('Say what happened')[0].headline).toContain('0 of 4 affected orders');
		expect(await shop.books()).toBe(books);
	});
});

describe('heal chooses the cheaper way', () => {
	it('by ID for a few', async () => {
		await shop.fill([heldRow(orders[0], withheldFields)], orders);
		await shop.changeOnAmazon({});
		const [said] = (await shop.run(await shop.bot('needs-attention-heal'))).items(
			'Say what happened',
		);
		expect(said).toMatchObject({ way: 'ids', affected: 1, cameBack: 1 });
	});

	it('from a date for many', async () => {
		const many = completeOrders(95, now - 9 * day, now - day, 8);
		await shop.fill(
			many.map((order) => heldRow(order, withheldFields)),
			many,
		);
		await shop.changeOnAmazon({});
		await shop.control('amazon/log/clear', {});
		const ran = await shop.run(await shop.bot('needs-attention-heal'));
		expect(ran.complaint).toBeUndefined();
		const [said] = ran.items('Say what happened');
		expect(said).toMatchObject({ way: 'backdate', affected: 95 });
		expect(said.released).toHaveLength(95);
		const { counts } = await shop.control<{ counts: Record<string, number> }>('amazon/log');
		expect(JSON.stringify(counts)).not.toContain('getOrder');
	});

	it('and goes on when Amazon does not have one of them', async () => {
		const unknown = heldRow(orders[1], withheldFields, { reference: '503-0000000-0000000' });
		await shop.fill([heldRow(orders[0], withheldFields), unknown], orders);
		await shop.changeOnAmazon({});
		const ran = await shop.run(await shop.bot('needs-attention-heal'));
		expect(ran.complaint).toBeUndefined();
		const [said] = ran.items('Say what happened');
		expect(said.released).toEqual([reference(0)]);
		expect(said.download).toContain('503-0000000-0000000');
	});

	it('and ends in red when Amazon does not answer', async () => {
		await shop.fill([heldRow(orders[0], withheldFields)], orders);
		await shop.changeOnAmazon({});
		await shop.control('amazon/authorisation', { revoked: true });
		const books = await shop.books();
		const ran = await shop.run(await shop.bot('needs-attention-heal'));
		await shop.control('amazon/authorisation', { revoked: false });
		expect(ran.complaint).toMatch(/No order came from Amazon.*authori/i);
		expect(await shop.books()).toBe(books);
	});

	it('and says so when nothing is held', async () => {
		await shop.fill(
			orders.map((order) => cin7Row(order)),
			orders,
		);
		const ran = await shop.run(await shop.bot('needs-attention-heal'));
		expect(ran.complaint).toBeUndefined();
		expect(ran.items('Say what happened')[0].headline).toBe('No order of Amazon needs attention.');
	});
});
