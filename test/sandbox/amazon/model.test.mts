// Every answer is one that Amazon's own model allows, with nothing in it that the model does not have.
import { createAmazon } from '../../../sandbox/amazon/amazon.mts';
import { dataSets } from '../../../sandbox/amazon/order.mts';
import { amazonRows } from '../../../sandbox/scenario/amazon/rows.mts';
import { closeSellers, everything, grantOf, hours, openSeller, start } from './openSeller.mts';
import type { Called, OpenSeller } from './openSeller.mts';
import { strictly } from './models.mts';

afterEach(closeSellers);

const searchAnswer = strictly('orders_2026-01-01', 'SearchOrdersResponse');
const orderAnswer = strictly('orders_2026-01-01', 'GetOrderResponse');
const errorList = strictly('orders_2026-01-01', 'ErrorList');
const participationsAnswer = strictly('sellers', 'GetMarketplaceParticipationsResponse');

const all = { lastUpdatedAfter: '2024-06-03T00:00:00Z' };

function openDefault(): OpenSeller {
	return openSeller({ rows: amazonRows({ seed: 1, now: start }) });
}

async function everyPage(seller: OpenSeller, parameters: Record<string, string>) {
	const pages: Called[] = [];
	let token: string | undefined;
	do {
		pages.push(await seller.search({ ...parameters, ...(token && { paginationToken: token }) }));
		token = pages[pages.length - 1].body.pagination?.nextToken;
	} while (token !== undefined);
	return pages;
}

it('refuses what a closed model must refuse', () => {
	const good = { orders: [], lastUpdatedBefore: '2026-06-02T01:28:00.000Z' };
	expect(searchAnswer(good)).toEqual([]);
	for (const bad of [
		{ ...good, payload: {} },
		{ ...good, orders: [{}] },
		{ ...good, lastUpdatedBefore: 'today' },
		{ ...good, pagination: { token: 'x' } },
		{ pagination: {} },
	]) {
		expect(searchAnswer(bad)).not.toEqual([]);
	}
	expect(orderAnswer({ order: { orderId: '1' } })).not.toEqual([]);
	expect(errorList({ errors: [{ code: 'x', message: null }] })).not.toEqual([]);
});

it.each(['none', 'everything', ...dataSets])('searches with %s', async (asked) => {
	const seller = openDefault();
	const includedData = asked === 'everything' ? everything : asked;
	const pages = await everyPage(seller, {
		...all,
		maxResultsPerPage: '90',
		...(asked !== 'none' && { includedData }),
	});
	expect(pages.length).toBeGreaterThan(4);
	expect(pages.flatMap(({ body }) => searchAnswer(body))).toEqual([]);
});

it('searches by creation, and finds nothing', async () => {
	const seller = openDefault();
	const searches: Record<string, string>[] = [
		{ createdAfter: '2026-05-20T00:00:00Z' },
		{ createdAfter: '2026-05-20T00:00:00Z', createdBefore: '2026-05-21T00:00:00Z' },
		{ lastUpdatedAfter: start },
		{ ...all, fulfilledBy: 'MERCHANT', fulfillmentStatuses: 'CANCELLED', includedData: everything },
	];
	for (const parameters of searches) {
		const { status, body } = await seller.search(parameters);
		expect([status, ...searchAnswer(body)]).toEqual([200]);
	}
});

it.each([
	['the usual roles', undefined],
	['no role', []],
	['every role', ['Direct-to-Consumer Delivery (Restricted)', 'Tax Invoicing (Restricted)']],
])('gets each order with %s', async (_name, roles) => {
	const seller = openDefault();
	if (roles !== undefined) seller.amazon.setRoles(roles);
	const orders = seller.amazon.store.list(10_000, 0);
	expect(orders.length).toBeGreaterThanOrEqual(400);
	for (const { orderId } of orders) {
		const { status, body } = await seller.order(orderId, everything);
		expect([orderId, status, ...orderAnswer(body)]).toEqual([orderId, 200]);
	}
});

it('gets the same orders when they are older', async () => {
	const seller = openDefault();
	await seller.time.advance(30 * 24 * hours);
	const pages = await everyPage(seller, { ...all, includedData: everything });
	expect(pages.flatMap(({ body }) => searchAnswer(body))).toEqual([]);
});

it('lists marketplaces', async () => {
	const { status, body } = await openDefault().get('/sellers/v1/marketplaceParticipations');
	expect([status, ...participationsAnswer(body)]).toEqual([200]);
	expect(body.payload).toHaveLength(3);
});

it('refuses in the form of the model', async () => {
	const seller = openDefault();
	const path = '/orders/2026-01-01/orders';
	const refusals: Called[] = [
		await seller.search({}),
		await seller.search({ ...all, includedData: 'ALL' }),
		await seller.search({ ...all, paginationToken: 'no' }),
		await seller.order('503-0000000-0000000'),
		await seller.order('12'),
		await seller.get(path, '', {}),
		await seller.get(path, '', { 'x-amz-access-token': 'Atza|no' }),
		await seller.get('/orders/v0/orders'),
		await seller.get(path, '', { 'user-agent': 'x'.repeat(501) }),
	];
	seller.amazon.set({ limits: 'real', plans: { searchOrders: { rate: 0.0056, burst: 1 } } });
	await seller.search(all);
	refusals.push(await seller.search(all));
	for (const effect of ['throttled', 'outage', 'unavailable'] as const) {
		seller.amazon.faults.add({ match: {}, effect: { type: effect } });
		const token = { 'x-amz-access-token': 'x' };
		refusals.push(await seller.get(path, '', token));
	}
	seller.amazon.faults.add({ match: {}, effect: { type: 'status', status: 500 } });
	refusals.push(await seller.get(path, '', { 'x-amz-access-token': 'x' }));
	expect(refusals.map(({ status }) => status)).toEqual([
		400, 400, 400, 404, 400, 403, 403, 403, 400, 429, 429, 400, 503, 500,
	]);
	expect(refusals.flatMap(({ body }) => errorList(body))).toEqual([]);
});

it('answers as the model in an account that has nothing', async () => {
	const amazon = createAmazon();
	const headers = { 'content-type': 'application/json' };
	const body = JSON.stringify(grantOf(amazon.apps[0]));
	const granted = await amazon.handle({
		method: 'POST',
		path: '/auth/o2/token',
		query: '',
		headers,
		body,
	});
	const token = JSON.parse(granted.body).access_token as string;
	const answer = await amazon.handle({
		method: 'GET',
		path: '/orders/2026-01-01/orders',
		query: 'lastUpdatedAfter=2026-01-01T00:00:00Z',
		headers: { 'x-amz-access-token': token },
		body: '',
	});
	expect(searchAnswer(JSON.parse(answer.body))).toEqual([]);
	amazon.close();
});
