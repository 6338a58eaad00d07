// The client and the download against the stand-in for Amazon: what the two, written apart from each other, take for its API.
import { AccessTokens } from '../../../lib/amazon/api/accessTokens';
import { accountKey, type SellerAccount } from '../../../lib/amazon/api/account';
import { createAmazonClient } from '../../../lib/amazon/api/client';
import type { AmazonOrder } from '../../../lib/amazon/api/records';
import type { Transport } from '../../../lib/amazon/api/transport';
import { checkAccount } from '../../../lib/amazon/checkAccount';
import { downloadUpdated } from '../../../lib/amazon/download/downloadUpdated';
import { readProgress, type Progress } from '../../../lib/amazon/download/progress';
import { settingsMark, type DownloadSettings } from '../../../lib/amazon/download/settings';
import { startAt, startFrom, type Start } from '../../../lib/amazon/download/start';
import { defaultOrderOptions } from '../../../lib/amazon/orders/options';
import { salesOrderOf } from '../../../lib/amazon/orders/salesOrder';
import { draftItem } from '../../../lib/orders/draftItem';
import { createAmazon, type AmazonOptions } from '../../../sandbox/amazon/amazon.mts';
import { exampleApp } from '../../../sandbox/amazon/apps.mts';
import { virtualTime } from '../../../sandbox/cin7/time.mts';
import { amazonOrders } from '../../../sandbox/scenario/amazon/orders.mts';
import { amazonRows } from '../../../sandbox/scenario/amazon/rows.mts';
import { everythingOf } from '../../amazon/everythingOf.mts';
import { refusalOf } from './fakeAmazon.mts';

const at = Date.UTC(2026, 5, 2, 1, 30);
const day = 86_400_000;
const rows = amazonRows({ seed: 7, now: new Date(at).toISOString() });

function setting(options: AmazonOptions = {}) {
	const time = virtualTime(at);
	const amazon = createAmazon({ clock: time, scheduler: time, rows, ...options });
	const { clientId, clientSecret, refreshToken } = exampleApp;
	const account: SellerAccount = {
		clientId,
		clientSecret,
		refreshToken,
		endpoints: { spApi: 'https://amazon.example', lwa: 'https://amazon.example/auth/o2/token' },
	};
	const transport: Transport = async ({ method, url, headers, form = '' }) => {
		const { pathname, search } = new URL(url);
		const answer = await amazon.handle({
			method,
			path: pathname,
			query: search.slice(1),
			headers: Object.fromEntries(
				Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
			),
			body: form,
		});
		if (answer.status === 0) return { noAnswer: 'ETIMEDOUT' };
		if (answer.transport === 'brokenOff') return { noAnswer: 'ECONNRESET' };
		const lower = Object.entries(answer.headers).map(([name, value]) => [
			name.toLowerCase(),
			value,
		]);
		return { ...answer, headers: Object.fromEntries(lower) };
	};
	const clock = { now: () => time.now(), sleep: (ms: number) => time.after(ms) };
	const client = createAmazonClient({
		account,
		tokens: new AccessTokens(),
		transport,
		...clock,
		random: () => 0.5,
	});
	const settings = everythingOf(accountKey(account));
	const go = async (start: Start, changes: Partial<DownloadSettings> = {}) =>
		await time.settle(downloadUpdated(client, { ...settings, ...changes }, start, time.now));
	/** As the next execution finds it. */
	const resumed = (progress: Progress, changes: Partial<DownloadSettings> = {}) => {
		const read = readProgress(JSON.stringify(progress));
		if (read === null) throw new Error('there is a Progress');
		return startFrom(read, settingsMark({ ...settings, ...changes }), time.now());
	};
	const calls = (name: string) =>
		amazon.log.list().filter(({ resource }) => resource === name).length;
	return { amazon, time, account, transport, clock, client, settings, go, resumed, calls };
}

const monthAgo = (now = at) => startAt(now - 32 * day, now);

async function everything(
	world: ReturnType<typeof setting>,
	changes: Partial<DownloadSettings> = {},
): Promise<{ orders: AmazonOrder[]; executions: number }> {
	const orders: AmazonOrder[] = [];
	let next = monthAgo();
	for (let executions = 1; ; executions++) {
		const { orders: got, progress } = await world.go(next, changes);
		orders.push(...got);
		if (progress.state === 'complete') return { orders, executions };
		await world.time.advance(progress.waitSeconds * 1000);
		next = world.resumed(progress, changes);
	}
}

describe('the stand-in’s month of orders', () => {
	it('comes whole, and every order’s amounts agree with Amazon’s total', async () => {
		const world = setting();
		const { orders } = await everything(world);
		expect(orders.length).toBe(rows.orders.length);
		expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(orders.length);
		const off: string[] = [];
		const options = { ...defaultOrderOptions, personalData: true };
		for (const order of orders) {
			const { draft, amazon } = salesOrderOf(order, options);
			const item = draftItem(draft);
			const sum =
				item.lineItems.reduce((all, line) => all + line.qty * line.unitPrice - line.discount, 0) +
				item.freightTotal +
				item.surcharge +
				item.discountTotal;
			expect(sum).toBeCloseTo(Number(amazon.orderTotal), 6);
			const isSaid = order.proceeds !== null;
			if (!isSaid) expect(draft.payments).toEqual([]);
			if (!amazon.totalsAgree && !amazon.itemsMissing && isSaid)
				off.push(`${order.orderId} ${amazon.totalsNote}`);
		}
		expect(off).toEqual([]);
		expect(world.calls('searchOrders')).toBe(Math.ceil(orders.length / 100));
		expect(world.calls('token')).toBe(1);
	});

	it.each(['absent', 'null', 'emptyText'] as const)(
		'is the same whether Amazon leaves withheld fields %s',
		async (withheldFields) => {
			const world = setting({ settings: { withheldFields } });
			const { orders } = await everything(world);
			const drafts = orders.map((order) =>
				salesOrderOf(order, { ...defaultOrderOptions, personalData: true }),
			);
			const absent = await everything(setting());
			expect(drafts).toEqual(
				absent.orders.map((order) =>
					salesOrderOf(order, { ...defaultOrderOptions, personalData: true }),
				),
			);
		},
	);

	it('has nothing personal unless asked for', async () => {
		const { orders } = await everything(setting(), { personalData: false });
		const given = JSON.stringify(orders.map((order) => salesOrderOf(order, defaultOrderOptions)));
		const people = rows.orders.flatMap((order: any) => [
			order.buyer?.buyerName,
			order.buyer?.buyerEmail,
			order.recipient?.deliveryAddress?.name,
			order.recipient?.deliveryAddress?.addressLine1,
			order.recipient?.deliveryAddress?.phone,
		]);
		const planted = [...new Set(people)].filter((text) => text?.trim().length > 6);
		expect(planted.length).toBeGreaterThan(100);
		expect(planted.filter((text) => given.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
		expect(orders.every(({ buyer, recipient }) => buyer === null && recipient === null)).toBe(true);
	});

	it('can be had by marketplace, fulfilment and status', async () => {
		const { orders } = await everything(setting(), {
			marketplaceIds: ['A1VC38T7YXB528'],
			fulfilledBy: ['AMAZON'],
			fulfillmentStatuses: ['SHIPPED', 'CANCELLED'],
		});
		expect(orders.length).toBeGreaterThan(10);
		for (const { salesChannel, fulfillment } of orders) {
			expect(salesChannel.marketplaceId).toBe('A1VC38T7YXB528');
			expect(fulfillment?.fulfilledBy).toBe('AMAZON');
			expect(['SHIPPED', 'CANCELLED']).toContain(fulfillment?.fulfillmentStatus);
		}
	});
});

const many = (count: number) => ({
	...rows,
	orders: amazonOrders({
		count,
		from: new Date(at - 30 * day).toISOString(),
		until: new Date(at - 300_000).toISOString(),
	}),
});

describe('many orders', () => {
	it('1,000 cost ten calls and one token', async () => {
		const world = setting({ rows: many(1000) });
		expect((await everything(world)).orders).toHaveLength(1000);
		expect([world.calls('searchOrders'), world.calls('token')]).toEqual([10, 1]);
	});

	it('come over resumed executions within Amazon’s limits, none lost or doubled', async () => {
		const world = setting({ rows: many(2400), settings: { limits: 'real' } });
		const { orders, executions } = await everything(world, { maxPages: 100 });
		expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(2400);
		expect(orders).toHaveLength(2400);
		// 20 calls are there at once; after that one comes with each wait.
		expect(executions).toBe(5);
		expect(world.time.now() - at).toBeLessThan(5 * 180_000);
	}, 30_000);
});

describe('faults', () => {
	const twelvePages = many(1150);

	it.each(['throttled', 'outage', 'malformed', 'brokenOff'] as const)(
		'page 7 of 12: %s. What came before is given out; the next execution has the rest',
		async (type) => {
			const world = setting({ rows: twelvePages });
			world.amazon.faults.add({
				match: { operation: 'searchOrders', nth: 7, times: 4 },
				effect: { type },
			});
			const first = await world.go(monthAgo(), { maxPages: 20 });
			expect(first.orders).toHaveLength(600);
			expect(first.progress.state).toBe('more');
			world.amazon.faults.clear();
			const rest = await world.go(world.resumed(first.progress), { maxPages: 20 });
			expect(rest.progress.state).toBe('complete');
			const ids = [...first.orders, ...rest.orders].map(({ orderId }) => orderId);
			expect(new Set(ids).size).toBe(1150);
			expect(ids).toHaveLength(1150);
		},
	);

	it('an access token that expires between two pages is replaced', async () => {
		const world = setting();
		world.amazon.faults.add({
			match: { operation: 'searchOrders', nth: 2 },
			effect: { type: 'expireTokens' },
		});
		const { progress } = await world.go(monthAgo());
		expect(progress.state).toBe('complete');
		expect(world.calls('token')).toBe(2);
	});

	it('a page token that expired over night starts the window again', async () => {
		const world = setting({ rows: twelvePages });
		const { progress } = await world.go(monthAgo(), { maxPages: 3 });
		await world.time.advance(25 * 3_600_000);
		const again = await world.go(world.resumed(progress), { maxPages: 20 });
		expect(again.progress.message).toContain('24 hours');
		expect(again.orders).toHaveLength(1150);
		const refused = setting({ rows: twelvePages });
		const { progress: other } = await refused.go(monthAgo(), { maxPages: 3 });
		refused.amazon.faults.add({
			match: { operation: 'searchOrders' },
			effect: { type: 'refusePaginationToken' },
		});
		const restarted = await refused.go(refused.resumed(other), { maxPages: 20 });
		expect(restarted.progress.message).toContain('starts again');
		expect(restarted.orders).toHaveLength(1150);
	});

	it('changes while a window is paged through come with the next one', async () => {
		const world = setting({ rows: twelvePages });
		const { orders, progress } = await world.go(monthAgo(), { maxPages: 3 });
		const [{ orderId }] = orders;
		world.amazon.changeOrder({ orderId, set: { programs: ['PRIME'] } });
		await world.time.advance(600_000);
		const rest = await world.go(world.resumed(progress), { maxPages: 20 });
		expect(rest.progress.state).toBe('complete');
		const next = await world.go(world.resumed(rest.progress));
		expect(next.orders.map((order) => order.orderId)).toContain(orderId);
	});

	it.each([
		['revoked', { type: 'revokeToken' }, 'credentials', /refresh token/],
		['no role', { type: 'status', status: 403, code: 'Unauthorized' }, 'permission', /role/],
		['429 from the first call', { type: 'throttled' }, 'limit', /179 seconds/],
		['an outage', { type: 'outage' }, 'refused', /Amazon’s own/],
	])('%s at the first page is said, and nothing moves', async (_name, effect, kind, words) => {
		const world = setting();
		world.amazon.faults.add({
			match: { operation: 'searchOrders', times: 0 },
			effect: effect as any,
		});
		const failure = await refusalOf(world.go(monthAgo()));
		expect(failure.kind).toBe(kind);
		expect(`${failure.message} ${failure.description}`).toMatch(words);
		expect(`${failure.message} ${failure.description}`).not.toMatch(/Atz|amzn1/);
	});
});

describe('the check of a credential', () => {
	const check = async (world: ReturnType<typeof setting>, changes: Partial<SellerAccount> = {}) =>
		await world.time.settle(
			checkAccount({ ...world.account, ...changes }, 'custom', {
				transport: world.transport,
				...world.clock,
			}),
		);

	it('accepts one that works, and one that only cannot list marketplaces', async () => {
		expect(await check(setting())).toBe('Amazon accepted the credential.');
		const noList = setting({ settings: { refusedOperations: ['getMarketplaceParticipations'] } });
		expect(await check(noList)).toContain('Selling Partner Insights');
	});

	it('tells what is wrong', async () => {
		const secret = await refusalOf(check(setting(), { clientSecret: 'old' }));
		expect(secret.message).toContain('client secret');
		const token = await refusalOf(check(setting(), { refreshToken: 'Atzr|x' }));
		expect(token.message).toContain('refresh token');
		const role = setting({ settings: { refusedOperations: ['getOrder', 'searchOrders'] } });
		expect((await refusalOf(check(role))).message).toContain('does not let this app read orders');
		const region = setting({ settings: { endpointRegion: 'other' } });
		expect((await refusalOf(check(region))).description).toContain('region');
	});
});
