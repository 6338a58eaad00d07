// Rate plans: a bucket per seller, application and operation, filled by the account's clock.
import { newApp } from '../../../sandbox/amazon/apps.mts';
import { rateLimits } from '../../../sandbox/amazon/rateLimits.mts';
import { closeSellers, openSeller, someOrders } from './openSeller.mts';
import type { OpenSeller } from './openSeller.mts';

afterEach(closeSellers);

const all = { lastUpdatedAfter: '2026-05-01T00:00:00Z' };
const participations = '/sellers/v1/marketplaceParticipations';

const calls: Record<
	string,
	(seller: OpenSeller) => Promise<{ status: number; headers: any; body: any }>
> = {
	searchOrders: (seller) => seller.search(all),
	getOrder: (seller) => seller.order(someOrders(1)[0].orderId),
	getMarketplaceParticipations: (seller) => seller.get(participations),
};

it.each([
	['searchOrders', 20, 0.0056, 178_572],
	['getOrder', 30, 0.5, 2000],
	['getMarketplaceParticipations', 15, 0.016, 62_500],
])('%s: %d at once, then %d a second', async (name, burst, rate, refill) => {
	const seller = openSeller({ settings: { limits: 'real' } });
	const call = () => calls[name](seller);
	for (let n = 0; n < burst; n += 1) {
		const { status, headers } = await call();
		expect(status).not.toBe(429);
		expect(headers['x-amzn-RateLimit-Limit']).toBe(String(rate));
	}
	const refused = await call();
	expect(refused.status).toBe(429);
	expect(refused.body).toEqual({
		errors: [
			{
				code: 'QuotaExceeded',
				message: 'You exceeded your quota for the requested resource.',
				details: '',
			},
		],
	});
	expect(Object.keys(refused.headers).sort()).toEqual(['content-type', 'x-amzn-RequestId']);
	await seller.time.advance(refill - 2);
	expect((await call()).status).toBe(429);
	await seller.time.advance(2);
	expect((await call()).status).not.toBe(429);
	expect((await call()).status).toBe(429);
	for (const other of Object.keys(calls).filter((one) => one !== name)) {
		expect((await calls[other](seller)).status).not.toBe(429);
	}
});

it('counts refusals of input, but not of access', async () => {
	const plans = { searchOrders: { rate: 0.0056, burst: 2 } } as any;
	const seller = openSeller({ settings: { limits: 'real', plans } });
	const path = '/orders/2026-01-01/orders';
	for (let n = 0; n < 5; n += 1) expect((await seller.get(path, '', {})).status).toBe(403);
	expect((await seller.search({})).status).toBe(400);
	expect((await seller.search(all)).status).toBe(200);
	expect((await seller.search(all)).status).toBe(429);
});

it('sends the rate with 200, 400 and 404 only, or never', async () => {
	const seller = openSeller();
	const has = async (call: Promise<{ status: number; headers: object }>) => {
		const { status, headers } = await call;
		return [status, 'x-amzn-RateLimit-Limit' in headers];
	};
	expect(await has(seller.search(all))).toEqual([200, true]);
	expect(await has(seller.search({}))).toEqual([400, true]);
	expect(await has(seller.order('503-0000000-0000000'))).toEqual([404, true]);
	expect(await has(seller.get(participations, '', {}))).toEqual([403, false]);
	seller.amazon.set({ rateLimitHeader: false });
	expect(await has(seller.search(all))).toEqual([200, false]);
});

it('fills a bucket for each application', async () => {
	const apps = [newApp('one', 'account'), newApp('two', 'account')];
	const plans = { searchOrders: { rate: 0.0056, burst: 1 } } as any;
	const { amazon, search } = openSeller({ apps, settings: { limits: 'real', plans } });
	const statuses = [];
	for (const n of [0, 0, 1, 1]) statuses.push((await search(all, amazon.apps[n])).status);
	expect(statuses).toEqual([200, 429, 200, 429]);
	amazon.set({ limits: 'off' });
	expect((await search(all)).status).toBe(200);
});

it('gives nothing for a clock that is set back, and no more than the burst', () => {
	const limits = rateLimits();
	const plan = { rate: 1, burst: 2 };
	const admitted = (now: number) => limits.admits('a', 'getOrder', plan, now);
	expect([0, 0, 0].map(admitted)).toEqual([true, true, false]);
	expect(admitted(-100_000)).toBe(false);
	expect([1e9, 1e9, 1e9].map(admitted)).toEqual([true, true, false]);
	limits.clear();
	expect(admitted(1e9)).toBe(true);
});
