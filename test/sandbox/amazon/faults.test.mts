// What goes wrong on Amazon's side, at the call it is told to, and over real connections.
import { startSandbox } from '../../../sandbox/sandbox.mts';
import { readAmazonFault } from '../../../sandbox/amazon/faults.mts';
import type { AmazonFault } from '../../../sandbox/amazon/faults.mts';
import { emptyScenario } from '../../../sandbox/scenario/scenario.mts';
import {
	closeSellers,
	everything,
	grantOf,
	openSeller,
	rowsWith,
	someOrders,
	start,
} from './openSeller.mts';

afterEach(closeSellers);

const all = { lastUpdatedAfter: '2026-05-01T00:00:00Z' };
const hit = (effect: AmazonFault['effect'], match: AmazonFault['match'] = {}) => ({
	match,
	effect,
});

it.each<[AmazonFault['effect'], number, string | null, string | null]>([
	[
		{ type: 'throttled' },
		429,
		'QuotaExceeded',
		'You exceeded your quota for the requested resource.',
	],
	[
		{ type: 'outage' },
		400,
		'InvalidInput',
		'The input you have submitted is not valid. Please check your input and try again.',
	],
	[{ type: 'unavailable' }, 503, 'ServiceUnavailable', expect.any(String) as any],
	[{ type: 'status', status: 500 }, 500, 'InternalFailure', expect.any(String) as any],
	[{ type: 'status', status: 400, message: null }, 400, 'InvalidInput', null],
	[
		{ type: 'status', status: 403, code: 'Other', message: 'Because', details: 'd' },
		403,
		'Other',
		'Because',
	],
])('%j', async (effect, status, code, message) => {
	const seller = openSeller();
	seller.amazon.faults.add(hit(effect, { operation: 'searchOrders' }));
	const answer = await seller.search(all);
	expect([answer.status, answer.body.errors[0].code, answer.body.errors[0].message]).toEqual([
		status,
		code,
		message,
	]);
	expect((await seller.search(all)).status).toBe(200);
});

it('hits the seventh page, by number or by what was asked', async () => {
	const seller = openSeller();
	seller.amazon.faults.add(
		hit({ type: 'unavailable' }, { operation: 'searchOrders', nth: 7, times: 2 }),
	);
	const statuses = [];
	for (let n = 0; n < 9; n += 1) statuses.push((await seller.search(all)).status);
	expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 503, 503, 200]);
	seller.amazon.faults.clear();
	seller.amazon.faults.add(hit({ type: 'outage' }, { queryIncludes: 'FULFILLMENT', times: 0 }));
	expect((await seller.search(all)).status).toBe(200);
	expect((await seller.search({ ...all, includedData: everything })).status).toBe(400);
	expect(seller.amazon.faults.list()).toMatchObject([{ seen: 1, hit: 1 }]);
});

it('takes the authorisation back in the middle of a download', async () => {
	const seller = openSeller();
	seller.amazon.faults.add(hit({ type: 'revokeToken' }, { operation: 'searchOrders', nth: 2 }));
	expect((await seller.search(all)).status).toBe(200);
	expect((await seller.search(all)).body.errors[0].details).toContain('revoked');
	expect((await seller.token(grantOf())).body.error).toBe('invalid_grant');
});

it('expires access tokens, refuses pagination tokens, removes roles', async () => {
	const seller = openSeller();
	const { faults } = seller.amazon;
	faults.add(hit({ type: 'expireTokens' }, { operation: 'searchOrders' }));
	expect((await seller.search(all)).body.errors[0].details).toContain('has expired');
	const first = await seller.search({ ...all, maxResultsPerPage: '10' });
	faults.add(hit({ type: 'refusePaginationToken' }, { times: 0, operation: 'searchOrders' }));
	expect((await seller.search(all)).status).toBe(200);
	const paginationToken = first.body.pagination.nextToken;
	expect((await seller.search({ ...all, paginationToken })).body.errors[0].message).toContain(
		'The paginationToken you have submitted is not valid.',
	);
	const role = 'Direct-to-Consumer Shipping (Restricted)';
	faults.add(hit({ type: 'removeRole', role }));
	expect(
		JSON.stringify((await seller.search({ ...all, includedData: 'BUYER' })).body),
	).not.toContain('buyerEmail');
	expect(seller.amazon.seller().roles).not.toContain(role);
});

it('breaks the answer, or the token answer', async () => {
	const seller = openSeller();
	for (const type of ['malformed', 'truncated', 'html'] as const) {
		seller.amazon.faults.add(hit({ type }, { operation: 'searchOrders' }));
		const { status, body } = await seller.search(all);
		expect([status, typeof body]).toEqual([200, 'string']);
	}
	seller.amazon.faults.add(hit({ type: 'unavailable' }, { operation: 'token' }));
	expect((await seller.token(grantOf())).status).toBe(503);
});

it('takes its time', async () => {
	const seller = openSeller();
	seller.amazon.faults.add(hit({ type: 'slow', ms: 5000 }, { operation: 'searchOrders' }));
	const before = seller.time.now();
	await seller.search(all);
	expect(seller.time.now() - before).toBe(5000);
});

it('draws chances from the seed', async () => {
	const hits = async (seed: number) => {
		const seller = openSeller({ seed });
		const match = { operation: 'searchOrders', times: 0, chance: 0.5 } as const;
		seller.amazon.faults.add(hit({ type: 'unavailable' }, match));
		const statuses = [];
		for (let n = 0; n < 20; n += 1) statuses.push((await seller.search(all)).status);
		return statuses.join();
	};
	expect(await hits(3)).toBe(await hits(3));
	expect(await hits(3)).not.toBe(await hits(4));
	expect(await hits(3)).toContain('503');
});

it.each<[unknown, string]>([
	[null, 'Amazon fault: '],
	[{ effect: { type: 'none' } }, 'effect.type'],
	[{ effect: { type: 'reset' }, match: { resource: 'Orders' } }, 'match'],
	[{ effect: { type: 'reset' }, match: { nth: 0 } }, 'match.nth'],
	[{ effect: { type: 'status' } }, 'effect.status'],
])('refuses the fault %j', (fault, text) => {
	expect(() => readAmazonFault(fault)).toThrow(text);
});

it('resets, breaks off and leaves connections hanging', async () => {
	const amazon = rowsWith(someOrders(60));
	const scenario = () => ({ ...emptyScenario(start), amazon });
	const sandbox = await startSandbox({ scenario, port: 0, limits: 'off', seed: 1 });
	try {
		const { clientId, clientSecret, refreshToken, lwaUrl } = sandbox.line.credentials.amazon;
		const app = { clientId, clientSecret, refreshToken } as any;
		const headers = { 'content-type': 'application/json' };
		const body = JSON.stringify(grantOf(app));
		const granted: any = await (await fetch(lwaUrl, { method: 'POST', headers, body })).json();
		const fault = (given: AmazonFault) =>
			fetch(`${sandbox.line.control}/amazon/faults`, {
				method: 'POST',
				headers,
				body: JSON.stringify(given),
			});
		const search = (signal?: AbortSignal) =>
			fetch(
				`${sandbox.line.amazon}/orders/2026-01-01/orders?lastUpdatedAfter=2026-05-01T00:00:00Z`,
				{
					headers: { 'x-amz-access-token': granted.access_token },
					signal,
				},
			);
		await fault(hit({ type: 'reset' }));
		await expect(search()).rejects.toThrow();
		await fault(hit({ type: 'brokenOff' }));
		await expect(search().then((answer) => answer.text())).rejects.toThrow();
		await fault(hit({ type: 'timeout' }));
		await expect(search(AbortSignal.timeout(300))).rejects.toThrow('timeout');
		await fault(hit({ type: 'truncated' }));
		const half = await (await search()).text();
		expect(half.length).toBeGreaterThan(1000);
		expect(() => JSON.parse(half)).toThrow();
		expect((await search()).status).toBe(200);
		// Neither service answers the other's requests.
		expect((await fetch(`${sandbox.line.amazon}/auth/o2/token`, { method: 'POST' })).status).toBe(
			404,
		);
		const elsewhere = new URL('/orders/2026-01-01/orders', lwaUrl);
		expect((await fetch(elsewhere)).status).toBe(404);
	} finally {
		await sandbox.stop();
	}
});
