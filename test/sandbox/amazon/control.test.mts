// The control API and the page, as far as they are Amazon's.
import { emptyScenario } from '../../../sandbox/scenario/scenario.mts';
import { control, name, openSandbox, order, orders, token } from './openSandbox.mts';
import type { Running } from './openSandbox.mts';
import { plainOrder, rowsWith, start } from './openSeller.mts';

let sandbox: Running;
beforeAll(async () => {
	sandbox = await openSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => control(sandbox, 'POST', '/reset', {}));

it('gives working credentials, of an application with and of one without personal data', async () => {
	expect(sandbox.line.credentials.amazon).toEqual({
		clientId: expect.stringMatching(/^amzn1\.application-oa2-client\.[\da-f]{32}$/),
		clientSecret: expect.stringMatching(/^amzn1\.oa2-cs\.v1\.[\da-f]{64}$/),
		refreshToken: expect.stringMatching(/^Atzr\|/),
		region: 'custom',
		spApiUrl: sandbox.line.amazon,
		lwaUrl: sandbox.line.lwa,
	});
	const { orderId } = orders[0];
	expect((await order(sandbox, orderId)).buyer).toEqual(name);
	expect(await order(sandbox, orderId, 'amazonWithoutPersonalData')).not.toHaveProperty('buyer');
});

it('shows the account and changes its roles', async () => {
	const { body } = await control(sandbox, 'GET', '/amazon/account');
	expect(body).toMatchObject({
		now: start,
		sellerId: 'A1TEST',
		apps: [{ name: 'amazon', revoked: false }, { name: 'amazonWithoutPersonalData' }],
	});
	expect(JSON.stringify(body)).not.toMatch(/Atzr|oa2-cs/);
	await control(sandbox, 'POST', '/amazon/roles', { roles: [] });
	expect(await order(sandbox, orders[0].orderId)).not.toHaveProperty('buyer');
	expect((await control(sandbox, 'POST', '/amazon/roles', { roles: 'all' })).status).toBe(400);
});

it('adds and changes orders', async () => {
	const later = plainOrder(3);
	const { createdTime: _, lastUpdatedTime: __, ...fresh } = later;
	expect((await control(sandbox, 'POST', '/amazon/orders', { orders: [fresh] })).body).toEqual({
		added: 1,
	});
	expect((await control(sandbox, 'GET', `/amazon/orders/${later.orderId}`)).body).toMatchObject({
		createdTime: start,
		lastUpdatedTime: start,
	});
	const path = `/amazon/orders/${orders[1].orderId}`;
	const set = {
		recipient: { deliveryAddress: { name: 'Maeve Abernook', city: 'Newtown' } },
		fulfillment: { fulfilledBy: null, fulfillmentServiceLevel: 'STANDARD' },
	};
	const changed = await control(sandbox, 'POST', path, {
		set,
		items: { 21: { quantityOrdered: 5 } },
	});
	expect(changed.body).toMatchObject({
		createdTime: orders[1].createdTime,
		lastUpdatedTime: start,
		recipient: set.recipient,
		fulfillment: { fulfillmentStatus: 'UNSHIPPED', fulfillmentServiceLevel: 'STANDARD' },
		orderItems: [{ quantityOrdered: 5, product: { sellerSku: 'SHK-06' } }],
	});
	expect(changed.body.fulfillment).not.toHaveProperty('fulfilledBy');
	expect((await control(sandbox, 'GET', '/amazon/orders')).body.orders).toHaveLength(3);
	for (const [where, body, message] of [
		['/amazon/orders', { orders: [fresh] }, 'exists already'],
		[
			'/amazon/orders',
			{ orders: [{ ...fresh, orderId: 'x' }] },
			'orders[0].orderId must have the form',
		],
		['/amazon/orders', { orders: fresh }, 'orders must be an array'],
		['/amazon/orders/503-1111111-1111111', {}, 'There is no order'],
		[path, { items: { 9: {} } }, 'has no item 9'],
		[path, { set: { orderItems: null } }, 'orderItems must be an array'],
	] as const) {
		const refused = await control(sandbox, 'POST', where, body);
		expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining(message)]);
	}
	expect((await control(sandbox, 'GET', '/amazon/orders/503-1111111-1111111')).status).toBe(404);
	expect((await control(sandbox, 'GET', '/amazon/orders')).body.orders).toHaveLength(3);
});

it('makes as many ordinary orders as wanted', async () => {
	const generate = { count: 250, from: '2026-05-01T00:00:00Z', until: '2026-06-01T00:00:00Z' };
	expect((await control(sandbox, 'POST', '/amazon/orders', { generate })).body).toEqual({
		added: 250,
	});
	const more = { ...generate, first: 3_000_000 };
	expect((await control(sandbox, 'POST', '/amazon/orders', { generate: more })).body).toEqual({
		added: 250,
	});
	expect((await control(sandbox, 'GET', '/amazon/orders')).body.orders).toHaveLength(502);
	for (const wrong of [{}, { ...more, count: 0 }, { ...more, until: more.from }, more, 5]) {
		expect((await control(sandbox, 'POST', '/amazon/orders', { generate: wrong })).status).toBe(
			400,
		);
	}
});

it('takes authorisations back and rotates secrets', async () => {
	await control(sandbox, 'POST', '/amazon/authorisation', { app: 'amazon', revoked: true });
	expect((await token(sandbox)).body.error).toBe('invalid_grant');
	expect((await token(sandbox, 'amazonWithoutPersonalData')).status).toBe(200);
	await control(sandbox, 'POST', '/reset', {});
	expect((await token(sandbox)).status).toBe(200);
	const { body } = await control(sandbox, 'POST', '/amazon/secret', { graceMs: 1000 });
	expect(body).toEqual({
		clientId: sandbox.line.credentials.amazon.clientId,
		clientSecret: expect.stringMatching(/^amzn1\.oa2-cs/),
	});
	expect((await token(sandbox)).status).toBe(200);
	await control(sandbox, 'POST', '/clock', { advance: 1000 });
	expect((await token(sandbox)).body.error).toBe('invalid_client');
	sandbox.line.credentials.amazon.clientSecret = body.clientSecret;
	expect((await token(sandbox)).status).toBe(200);
	await control(sandbox, 'POST', '/clock', { now: start });
	expect((await control(sandbox, 'POST', '/amazon/secret', { app: 'x' })).status).toBe(400);
});

it('logs and counts requests, and clears them', async () => {
	await order(sandbox, orders[0].orderId);
	const { body } = await control(sandbox, 'GET', '/amazon/log');
	expect(body).toMatchObject({ total: 2, counts: { 'POST token': 1, 'GET getOrder': 1 } });
	expect(body.requests[1]).toMatchObject({
		at: start,
		key: 'amazon',
		status: 200,
		rows: 1,
		userAgent: 'node',
	});
	expect(JSON.stringify(body)).not.toMatch(/Atz|oa2-cs/);
	await control(sandbox, 'POST', '/amazon/log/clear', {});
	expect((await control(sandbox, 'GET', '/amazon/log')).body).toEqual({
		total: 0,
		counts: {},
		requests: [],
	});
});

it('changes settings, and refuses those that do not fit', async () => {
	const set = (changes: object) => control(sandbox, 'POST', '/amazon/settings', changes);
	expect((await set({ withheldFields: 'null' })).body.withheldFields).toBe('null');
	expect((await control(sandbox, 'GET', '/amazon/settings')).body).toMatchObject({
		withheldFields: 'null',
		plans: { searchOrders: { rate: 0.0056, burst: 20 } },
	});
	expect(
		(await set({ plans: { getOrder: { rate: 1, burst: 1 } } })).body.plans.searchOrders.burst,
	).toBe(20);
	await set({ withheldFields: 'absent', plans: { getOrder: { rate: 0.5, burst: 30 } } });
	for (const [changes, message] of [
		[{ colour: 'red' }, "'colour'"],
		[{ withheldFields: 'gone' }, 'withheldFields'],
		[{ plans: { getOrder: { rate: 0, burst: 1 } } }, 'plans.getOrder.rate'],
		[{ latency: 5 }, 'latency'],
	] as const) {
		const { status, body } = await set(changes);
		expect([status, body.message]).toEqual([400, expect.stringContaining(message)]);
	}
});

it('adds, lists and removes faults', async () => {
	await control(sandbox, 'POST', '/amazon/faults', [
		{ effect: { type: 'unavailable' }, match: { times: 0 } },
	]);
	expect((await token(sandbox)).status).toBe(503);
	expect((await control(sandbox, 'GET', '/amazon/faults')).body.faults).toMatchObject([{ hit: 1 }]);
	expect((await control(sandbox, 'DELETE', '/amazon/faults')).body).toEqual({ faults: [] });
	expect((await token(sandbox)).status).toBe(200);
	expect((await control(sandbox, 'POST', '/amazon/faults', { effect: { type: 'x' } })).status).toBe(
		400,
	);
});

it('resets to another scenario, or to one without Amazon', async () => {
	const other = { ...emptyScenario(start), amazon: rowsWith([plainOrder(7)]) };
	expect((await control(sandbox, 'POST', '/reset', { scenario: other })).body.amazonOrders).toBe(1);
	expect((await control(sandbox, 'GET', '/amazon/orders')).body.orders[0].orderId).toBe(
		plainOrder(7).orderId,
	);
	expect(
		(await control(sandbox, 'POST', '/reset', { scenario: emptyScenario(start) })).body
			.amazonOrders,
	).toBe(0);
	expect((await control(sandbox, 'GET', '/amazon/account')).body.marketplaceParticipations).toEqual(
		[],
	);
});

it('shows the orders as the service holds them, escaped', async () => {
	for (const [path, text] of [
		['', '<b>2</b>Amazon orders'],
		['amazon', orders[0].orderId],
		['amazon?page=x', orders[1].orderId],
		[`amazon/${orders[0].orderId}`, 'a@example.com'],
		['requests', '<h2>Amazon</h2>'],
	]) {
		const answer = await fetch(`${sandbox.line.page}${path}`);
		const page = await answer.text();
		expect([path, answer.status]).toEqual([path, 200]);
		expect(page).toContain(text);
		expect(page).not.toMatch(/<script|<img/);
	}
	expect((await fetch(`${sandbox.line.page}amazon/503-1111111-1111111`)).status).toBe(404);
});
