// The node as n8n calls it: its panel's parameters, its two outputs, what it shows of failures.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AmazonSellerApi } from '../../../credentials/AmazonSellerApi.credentials';
import { DownloadAmazonOrders } from '../../../nodes/DownloadAmazonOrders/DownloadAmazonOrders.node';
import { testAmazonSellerApi } from '../../../nodes/shared/amazon/testCredential';
import { userAgent } from '../../../lib/amazon/api/headers';
import { wireOrder } from './anOrder.mts';
import { refusalOf } from './fakeAmazon.mts';

const root = join(import.meta.dirname, '../../..');
const node = new DownloadAmazonOrders();
const planted = [
	'planted-secret',
	'planted-refresh',
	'planted-token',
	'Planted Person',
	'planted@example.com',
];

const credential = {
	clientId: 'client',
	clientSecret: 'planted-secret',
	refreshToken: 'planted-refresh',
	region: 'custom',
	spApiUrl: 'https://amazon.example.com/',
	lwaUrl: 'https://lwa.example.com',
};

interface World {
	parameters?: Record<string, unknown>;
	credential?: Record<string, unknown>;
	/** Answers the Selling Partner API. */
	answer?: (url: URL) => { statusCode: number; headers?: object; body: unknown };
	items?: number;
	/** By item, for orderIds. */
	orderIds?: string[];
	continueOnFail?: boolean;
}

let serial = 0;

/** What of n8n's context the node uses. */
function context(world: World = {}) {
	const read: Record<string, number> = {};
	const requests: any[] = [];
	const hints: any[] = [];
	const parameters: Record<string, unknown> = {
		operation: 'downloadUpdated',
		updatedAfter: '2026-05-01T00:00:00',
		progress: '{}',
		marketplaces: [],
		fulfilledBy: [],
		statuses: [],
		personalData: false,
		options: {},
		...world.parameters,
	};
	serial += 1;
	const own = { ...credential, clientId: `client-${serial}`, ...world.credential };
	const answerTo = (options: any) => {
		requests.push(options);
		const url = new URL(options.url ?? options.uri);
		if (url.hostname === 'lwa.example.com') {
			return {
				statusCode: 200,
				headers: {},
				body: '{"access_token":"Atza|planted-token","expires_in":3600}',
			};
		}
		const answer: NonNullable<World['answer']> =
			world.answer ?? (() => ({ statusCode: 200, body: { orders: [wireOrder()] } }));
		const { statusCode, headers = {}, body } = answer(url);
		return { statusCode, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
	};
	const functions: any = {
		getNode: () => ({
			id: '1',
			name: 'Download',
			type: 'x',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		}),
		getTimezone: () => 'Australia/Sydney',
		getCredentials: async () => own,
		getInputData: () => Array.from({ length: world.items ?? 1 }, () => ({ json: {} })),
		getNodeParameter(name: string, index: number, fallback?: unknown) {
			read[name] = (read[name] ?? 0) + 1;
			if (name === 'orderIds') return world.orderIds?.[index] ?? fallback;
			return name in parameters ? parameters[name] : fallback;
		},
		continueOnFail: () => world.continueOnFail ?? false,
		addExecutionHints: (...added: any[]) => hints.push(...added),
		helpers: {
			httpRequest: async (options: any) => answerTo(options),
			request: async (options: any) => answerTo(options),
		},
	};
	return { functions, read, requests, hints, own };
}

const searches = (requests: any[]) =>
	requests
		.filter(({ url }) => url.includes('/orders?'))
		.map(({ url }) => new URL(url).searchParams);

describe('Download Updated Orders', () => {
	it('gives orders and one Progress, and reads its parameters once for any number of items', async () => {
		const { functions, read, requests } = context({ items: 500 });
		const [orders, progress] = await node.execute.call(functions);
		expect(orders).toHaveLength(1);
		expect(orders[0].json).toMatchObject({
			reference: '111-0000001-0000001',
			amazon: { status: 'UNSHIPPED' },
		});
		expect(orders[0].pairedItem).toEqual({ item: 0 });
		expect(progress).toHaveLength(1);
		expect(progress[0].json).toMatchObject({ state: 'complete', orders: 1, pages: 1 });
		expect(Object.values(read).every((times) => times <= 2)).toBe(true);
		expect(searches(requests)).toHaveLength(1);
	});

	it('takes a time without offset on the workflow’s clocks', async () => {
		const { functions, requests } = context();
		await node.execute.call(functions);
		expect(searches(requests)[0].get('lastUpdatedAfter')).toBe('2026-04-30T14:00:00.000Z');
	});

	it('goes on from Progress, and then does not look at Updated After', async () => {
		const first = context({
			answer: () => ({ statusCode: 200, body: { orders: [], pagination: { nextToken: 'two' } } }),
			parameters: { options: { maxPages: 1 } },
		});
		const [, [{ json }]] = await node.execute.call(first.functions);
		expect(json).toMatchObject({
			state: 'more',
			token: 'two',
			updatedAfter: '2026-04-30T14:00:00.000Z',
		});
		const second = context({
			parameters: { progress: json, updatedAfter: '' },
			credential: { clientId: first.own.clientId },
		});
		const [, [after]] = await node.execute.call(second.functions);
		const [query] = searches(second.requests);
		expect(query.get('paginationToken')).toBe('two');
		expect(query.get('lastUpdatedBefore')).toBe((json.window as any).before);
		expect(after.json).toMatchObject({ state: 'complete' });
		expect(second.hints).toEqual([]);
	});

	it('explains on the node why a window starts again', async () => {
		const progress = {
			state: 'more',
			updatedAfter: '2026-05-01T00:00:00Z',
			window: {},
			token: 'x',
			settings: 'y',
		};
		const { functions, hints } = context({ parameters: { progress } });
		await node.execute.call(functions);
		expect(hints).toEqual([
			expect.objectContaining({
				message: expect.stringContaining('starts again'),
				location: 'outputPane',
			}),
		]);
	});

	it.each([
		[{ updatedAfter: '' }, /Updated After is empty/],
		[{ updatedAfter: 'yesterday' }, /"yesterday" is not a date/],
		[{ updatedAfter: '2126-01-01' }, /lies in the future/],
		[{ progress: '{"state":"more"}' }, /Progress cannot be read/],
		[{ progress: { updatedAfter: '2126-01-01' } }, /updatedAfter in Progress lies in the future/],
	])('refuses %j before anything is asked of Amazon', async (parameters, message) => {
		const { functions, requests } = context({ parameters });
		expect((await refusalOf(node.execute.call(functions))).message).toMatch(message);
		expect(requests).toEqual([]);
	});

	it('has one Progress that stands still when it is to continue', async () => {
		const { functions } = context({
			continueOnFail: true,
			answer: () => ({ statusCode: 429, body: {} }),
		});
		const [orders, progress] = await node.execute.call(functions);
		expect(orders).toEqual([]);
		expect(progress).toHaveLength(1);
		expect(progress[0].json).toMatchObject({
			state: 'complete',
			updatedAfter: '2026-04-30T14:00:00.000Z',
		});
	});

	it.each([401, 403, 400, 404, 429, 500])(
		'keeps secrets and people out of what it says of a %i',
		async (statusCode) => {
			const message =
				'Of "Planted Person" planted@example.com Atza|planted-token planted-refresh planted-secret';
			const body = { errors: [{ code: 'X', message }] };
			const { functions, hints } = context({ answer: () => ({ statusCode, body }) });
			const failure = await refusalOf(node.execute.call(functions));
			const everything = `${failure.message} ${failure.description} ${failure.stack} ${JSON.stringify(failure)} ${JSON.stringify(hints)}`;
			for (const text of planted) expect(everything).not.toContain(text);
			expect(failure.message).not.toMatch(/\b(error|problem|failure|mistake)\b/i);
		},
		20_000,
	);

	it('gives out an order that cannot be read with its id, and nothing of the person', async () => {
		const buyer = { buyerName: { name: 'Planted Person' }, buyerEmail: 'planted@example.com' };
		const { functions, hints } = context({
			parameters: { personalData: true },
			answer: () => ({
				statusCode: 200,
				body: { orders: [wireOrder({ orderId: '111-7', buyer }), wireOrder()] },
			}),
		});
		const [orders, progress] = await node.execute.call(functions);
		expect(orders.map(({ json }) => json.reference)).toEqual(['111-7', '111-0000001-0000001']);
		expect(orders[0].json).toMatchObject({
			lineItems: [],
			payments: [],
			amazon: { unreadable: ['buyer.buyerName is not a text'], totalsAgree: false },
		});
		expect(orders[1].json).toMatchObject({ amazon: { unreadable: [] } });
		expect(progress[0].json).toMatchObject({ state: 'complete' });
		expect(hints[0].message).toContain('111-7');
		const everything = JSON.stringify([orders, progress, hints]);
		for (const text of planted) expect(everything).not.toContain(text);
	});

	it('puts nothing personal into Progress', async () => {
		const { functions } = context({
			parameters: { personalData: true },
			answer: () => ({
				statusCode: 200,
				body: {
					orders: [
						wireOrder({
							buyer: { buyerName: 'Planted Person', buyerEmail: 'planted@example.com' },
						}),
					],
				},
			}),
		});
		const [orders, progress] = await node.execute.call(functions);
		expect(JSON.stringify(orders)).toContain('planted@example.com');
		for (const text of planted) expect(JSON.stringify(progress)).not.toContain(text);
	});
});

describe('Get Orders by ID', () => {
	const answer = (url: URL) => {
		const orderId = url.pathname.split('/').at(-1) ?? '';
		return orderId.startsWith('404')
			? { statusCode: 404, body: { errors: [{ code: 'NotFound', message: '' }] } }
			: { statusCode: 200, body: { order: wireOrder({ orderId }) } };
	};
	const byId = (orderIds: string[]) =>
		context({ parameters: { operation: 'getById' }, answer, items: orderIds.length, orderIds });

	it('asks for each order once and pairs it with the items that name it', async () => {
		const { functions, requests } = byId(['1-1, 2-2', '2-2\n3-3', '404-1']);
		const [orders, progress] = await node.execute.call(functions);
		expect(orders.map(({ json, pairedItem }) => [json.reference, pairedItem])).toEqual([
			['1-1', [{ item: 0 }]],
			['2-2', [{ item: 0 }, { item: 1 }]],
			['3-3', [{ item: 1 }]],
		]);
		expect(progress[0].json).toMatchObject({
			state: 'complete',
			orders: 3,
			notFound: ['404-1'],
			remaining: [],
		});
		expect(requests).toHaveLength(5);
	});

	it('goes on after an ID that Amazon refuses, and names it', async () => {
		const { functions, hints } = context({
			parameters: { operation: 'getById' },
			orderIds: ['400-1 2-2'],
			answer: (url) =>
				url.pathname.endsWith('400-1') ? { statusCode: 400, body: {} } : answer(url),
		});
		const [orders, progress] = await node.execute.call(functions);
		expect(orders.map(({ json }) => json.reference)).toEqual(['2-2']);
		expect(progress[0].json).toMatchObject({
			state: 'complete',
			refused: ['400-1'],
			remaining: [],
		});
		expect(hints[0].message).toContain('400-1: Amazon refused getOrder (status 400)');
	});

	it('gives what it has when it is to continue', async () => {
		const { functions } = context({
			parameters: { operation: 'getById' },
			orderIds: ['1-1'],
			continueOnFail: true,
			answer: () => ({ statusCode: 403, body: {} }),
		});
		const [orders, progress] = await node.execute.call(functions);
		expect(orders).toEqual([]);
		expect(progress[0].json).toMatchObject({ state: 'more', remaining: ['1-1'] });
		expect(progress[0].json.message).toContain('role');
	});

	it('names the item whose ID is none, and says when there is no such order', async () => {
		expect((await refusalOf(node.execute.call(byId(['1-1', 'what']).functions))).message).toMatch(
			/"what".*\[Item 1\]/,
		);
		expect((await refusalOf(node.execute.call(byId(['']).functions))).message).toContain(
			'Order IDs is empty',
		);
		expect((await refusalOf(node.execute.call(byId(['404-7']).functions))).message).toContain(
			'404-7',
		);
	});
});

describe('lists and credential', () => {
	it('lists the marketplaces of the seller', async () => {
		const { functions } = context({
			answer: () => ({
				statusCode: 200,
				body: {
					payload: [
						{
							marketplace: { id: 'B', name: 'Amazon.sg', countryCode: 'SG' },
							participation: { isParticipating: false },
						},
						{
							marketplace: { id: 'A', name: 'Amazon.com.au', countryCode: 'AU' },
							participation: { isParticipating: true },
						},
					],
				},
			}),
		});
		expect(await node.methods.loadOptions.getMarketplaces.call(functions)).toEqual([
			{ name: 'Amazon.com.au (AU)', value: 'A' },
			{ name: 'Amazon.sg (SG), not selling', value: 'B' },
		]);
	});

	it('is tested by the node, with both results in words', async () => {
		const { functions, own } = context({ answer: () => ({ statusCode: 404, body: {} }) });
		const data = { id: '1', name: 'x', type: 'amazonSellerApi', data: own } as any;
		expect(await testAmazonSellerApi.call(functions, data)).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('Check the region'),
		});
		const empty = await testAmazonSellerApi.call(functions, {
			...data,
			data: { ...own, clientSecret: ' ' },
		});
		expect(empty.message).toContain('LWA Client Secret is empty');
		const odd = await testAmazonSellerApi.call(functions, {
			...data,
			data: { ...own, lwaUrl: 'here' },
		});
		expect(odd.message).toContain('not a web address');
		const [{ testedBy }] = node.description.credentials as any[];
		expect(Object.keys(node.methods.credentialTest)).toContain(testedBy);
	});

	it('tells the region that a token belongs to', async () => {
		const { functions, own } = context();
		functions.helpers.request = async ({ uri }: any) => {
			if (uri.startsWith('https://api.amazon.com/'))
				return { statusCode: 200, headers: {}, body: '{"access_token":"Atza|x"}' };
			const isEurope = uri.startsWith('https://sellingpartnerapi-eu.amazon.com/');
			return { statusCode: isEurope ? 404 : 403, headers: {}, body: '{}' };
		};
		const data = {
			id: '1',
			name: 'x',
			type: 'amazonSellerApi',
			data: { ...own, region: 'na' },
		} as any;
		const result = await testAmazonSellerApi.call(functions, data);
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('belongs to the region Europe'),
		});
	});

	it('has passwords for what is secret, and a region for every endpoint', () => {
		const { properties, icon } = new AmazonSellerApi();
		const secret = properties
			.filter(({ typeOptions }) => typeOptions?.password)
			.map(({ name }) => name);
		expect(secret).toEqual(['clientSecret', 'refreshToken']);
		for (const file of Object.values(icon)) {
			expect(existsSync(join(root, 'credentials', file.replace('file:', '')))).toBe(true);
		}
		for (const file of Object.values(node.description.icon as object)) {
			expect(existsSync(join(root, 'nodes/DownloadAmazonOrders', file.replace('file:', '')))).toBe(
				true,
			);
		}
	});

	it('names the version of this package to Amazon', () => {
		const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
		expect(userAgent.startsWith(`${name}/${version} (`)).toBe(true);
		expect(userAgent.length).toBeLessThan(500);
	});
});
