// searchOrders and getOrder: windows, filters, what is in an answer when, who may call.
import {
	closeSellers,
	everything,
	idsOf,
	minutes,
	openSeller,
	plainOrder,
	rowsWith,
	start,
} from './openSeller.mts';
import { dataSets } from '../../../sandbox/amazon/order.mts';

afterEach(closeSellers);

const all = { lastUpdatedAfter: '2026-05-01T00:00:00Z' };
const before = (ms: number) => new Date(Date.parse(start) - ms).toISOString();

it('says up to when it looked: the end given, or two minutes ago', async () => {
	const { search } = openSeller();
	expect((await search(all)).body.lastUpdatedBefore).toBe('2026-06-02T01:28:00.000Z');
	const end = '2026-05-30T10:00:00+10:00';
	expect((await search({ ...all, lastUpdatedBefore: end })).body.lastUpdatedBefore).toBe(
		'2026-05-30T00:00:00.000Z',
	);
	const created = (await search({ createdAfter: '2026-05-01T00:00:00Z' })).body;
	expect(created.createdBefore).toBe('2026-06-02T01:28:00.000Z');
	expect(created).not.toHaveProperty('lastUpdatedBefore');
	expect((await search({ ...all, lastUpdatedBefore: before(2 * minutes) })).status).toBe(200);
});

it('includes both ends of the window', async () => {
	const updated = ['09:59:59.999', '10:00:00.000', '11:00:00.000', '11:00:00.001'];
	const orders = updated.map((time, n) =>
		plainOrder(n, { lastUpdatedTime: `2026-06-01T${time}Z` }),
	);
	const { search } = openSeller({ rows: rowsWith(orders) });
	const found = await search({
		lastUpdatedAfter: '2026-06-01T10:00:00Z',
		lastUpdatedBefore: '2026-06-01T11:00:00Z',
	});
	expect(idsOf(found)).toEqual([orders[1].orderId, orders[2].orderId]);
});

it('filters by marketplace, status and fulfilment', async () => {
	const { search, amazon } = openSeller();
	const orders = amazon.store.list(100, 0);
	const expected = (keep: (order: (typeof orders)[number]) => boolean) =>
		orders
			.filter(keep)
			.map(({ orderId }) => orderId)
			.sort();
	for (const [parameters, keep] of [
		[
			{ marketplaceIds: 'A1VC38T7YXB528,A19VAU5U5O7RUS' },
			(order) => order.salesChannel.marketplaceId !== 'A39IBJ37TRP1C6',
		],
		[{ fulfilledBy: 'AMAZON' }, (order) => order.fulfillment?.fulfilledBy === 'AMAZON'],
		[
			{ fulfillmentStatuses: 'SHIPPED,PENDING', fulfilledBy: 'MERCHANT,AMAZON' },
			(order) => ['SHIPPED', 'PENDING'].includes(order.fulfillment?.fulfillmentStatus ?? ''),
		],
	] as [Record<string, string>, (order: (typeof orders)[number]) => boolean][]) {
		const ids = idsOf(await search({ ...all, ...parameters }));
		expect(ids.length).toBeGreaterThan(0);
		expect(ids.length).toBeLessThan(30);
		expect(ids).toEqual(expected(keep));
	}
});

it('answers data sets only as they are asked for', async () => {
	const { search, order, amazon } = openSeller();
	amazon.setRoles(['Direct-to-Consumer Shipping', 'Tax Invoicing']);
	amazon.set({ pendingPrices: 'shown' });
	const plain = (await search(all)).body.orders;
	for (const one of plain) {
		expect(Object.keys(one)).toEqual(expect.arrayContaining(['orderId', 'salesChannel']));
		for (const name of ['buyer', 'recipient', 'proceeds', 'fulfillment', 'packages', 'tax']) {
			expect(one).not.toHaveProperty(name);
		}
		for (const item of one.orderItems) {
			expect(item.product.price.unitPrice.amount).toMatch(/^\d/);
			expect(item).not.toHaveProperty('proceeds');
			expect(item).not.toHaveProperty('fulfillment');
		}
	}
	const whole = (await search({ ...all, includedData: everything })).body.orders;
	const seen = new Set<string>();
	for (const set of dataSets) {
		const some = (await search({ ...all, includedData: set })).body.orders;
		some.forEach((one: any, n: number) => {
			for (const name of Object.keys(one)) {
				if (!(name in plain[n])) seen.add(`${set} ${name}`);
				if (name !== 'orderItems') expect(one[name]).toEqual(whole[n][name]);
			}
			for (const name of Object.keys(one.orderItems[0])) {
				if (!(name in plain[n].orderItems[0])) seen.add(`${set} item.${name}`);
			}
		});
	}
	expect([...seen].sort()).toEqual([
		'BUYER buyer',
		'CANCELLATION item.cancellation',
		'EXPENSE item.expense',
		'FULFILLMENT fulfillment',
		'FULFILLMENT item.fulfillment',
		'PACKAGES packages',
		'PAYMENT payment',
		'PROCEEDS item.proceeds',
		'PROCEEDS proceeds',
		'PROMOTION item.promotion',
		'RECIPIENT recipient',
		'TAX item.tax',
	]);
	const [{ orderId }] = whole;
	expect((await order(orderId, everything)).body).toEqual({ order: whole[0] });
	expect((await order(orderId)).body).toEqual({ order: plain[0] });
});

it('gets one order, or says that it is not there', async () => {
	const { order } = openSeller();
	expect((await order('503-0000000-0000000')).status).toBe(404);
	expect((await order('503-0000000-0000000')).body.errors[0].code).toBe('NotFound');
	expect((await order('TEST_CASE_400')).status).toBe(400);
	expect((await order('503-0000000-0000000', 'ALL')).status).toBe(400);
});

it('shows a new or changed order two minutes later, by both operations', async () => {
	const { amazon, search, order, time } = openSeller({ rows: rowsWith([plainOrder(1)]) });
	const [added] = amazon.addOrders([plainOrder(2, { createdTime: start, lastUpdatedTime: start })]);
	const address = { addressLine1: '1 Example Street', city: 'Newtown', countryCode: 'AU' };
	amazon.changeOrder({
		orderId: plainOrder(1).orderId,
		set: { recipient: { deliveryAddress: address }, fulfillment: { fulfillmentStatus: 'SHIPPED' } },
	});
	const recent = { lastUpdatedAfter: start, includedData: 'RECIPIENT,FULFILLMENT' };
	await time.advance(2 * minutes - 1);
	expect((await search(all)).body.orders).toMatchObject([
		{ orderId: plainOrder(1).orderId, lastUpdatedTime: '2026-06-01T01:00:00.000Z' },
	]);
	expect((await search(recent)).body.orders).toEqual([]);
	expect((await order(added.orderId)).status).toBe(404);
	const earlier = (await order(plainOrder(1).orderId, everything)).body.order;
	expect(earlier).toMatchObject({ lastUpdatedTime: '2026-06-01T01:00:00.000Z' });
	expect(earlier).not.toHaveProperty('recipient');
	await time.advance(1);
	expect(idsOf(await search(recent))).toEqual([plainOrder(1).orderId, added.orderId]);
	expect((await search(recent)).body.orders[0]).toMatchObject({
		lastUpdatedTime: start,
		recipient: { deliveryAddress: address },
		fulfillment: { fulfillmentStatus: 'SHIPPED', fulfilledBy: 'MERCHANT' },
	});
	expect((await order(added.orderId)).status).toBe(200);
	expect(idsOf(await search(all))).toEqual([plainOrder(1).orderId, added.orderId]);
});

it('is at the addresses of Amazon, and nowhere else', async () => {
	const { get } = openSeller();
	for (const path of [
		'/',
		'/orders/v0/orders',
		'/orders/2026-01-01/orders/',
		'/sellers/v1/account',
	]) {
		const { status, body } = await get(path);
		expect([status, body.errors[0].code]).toEqual([403, 'Unauthorized']);
	}
});

it('denies operations whose role is missing, and other regions', async () => {
	const { amazon, search, get } = openSeller();
	amazon.set({ refusedOperations: ['searchOrders'] });
	expect((await search(all)).body.errors).toEqual([
		{ code: 'Unauthorized', message: 'Access to requested resource is denied.', details: '' },
	]);
	expect((await get('/sellers/v1/marketplaceParticipations')).status).toBe(200);
	amazon.set({ refusedOperations: [], endpointRegion: 'other' });
	expect((await search(all)).status).toBe(403);
});

it('refuses a User-Agent of more than 500 characters', async () => {
	const { get, accessToken } = openSeller();
	const token = { 'x-amz-access-token': await accessToken() };
	const path = '/sellers/v1/marketplaceParticipations';
	for (const [length, status] of [
		[500, 200],
		[501, 400],
	]) {
		const headers = { ...token, 'user-agent': 'x'.repeat(length) };
		expect((await get(path, '', headers)).status).toBe(status);
	}
});

it('names every request', async () => {
	const { amazon, search } = openSeller();
	const [one, other] = [await search(all), await search({})];
	expect(one.headers['x-amzn-RequestId']).toMatch(/^[\da-f-]{36}$/);
	expect(one.headers['x-amzn-RequestId']).not.toBe(other.headers['x-amzn-RequestId']);
	expect(amazon.log.list().at(-1)).toMatchObject({
		key: 'example',
		resource: 'searchOrders',
		status: 400,
		requestId: other.headers['x-amzn-RequestId'],
	});
});
