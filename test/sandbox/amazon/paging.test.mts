// Pages: nothing lost, nothing doubled, whatever happens meanwhile; tokens that fit one download only.
import { createAmazon } from '../../../sandbox/amazon/amazon.mts';
import {
	closeSellers,
	hours,
	idsOf,
	minutes,
	openSeller,
	pagesOf,
	rowsWith,
	someOrders,
} from './openSeller.mts';
import type { OpenSeller } from './openSeller.mts';

afterEach(closeSellers);

const all = { lastUpdatedAfter: '2026-05-01T00:00:00Z', includedData: 'FULFILLMENT' };
const message =
	'The paginationToken you have submitted is not valid. All parameters must match the original request except maxResultsPerPage.';

it.each(['orderId', 'updated', 'updatedDescending', 'created'] as const)(
	'pages through every order once, in the order %s',
	async (resultOrder) => {
		const seller = openSeller({ rows: rowsWith(someOrders(95)), settings: { resultOrder } });
		const pages = await pagesOf(seller, { ...all, maxResultsPerPage: '10' });
		expect(pages.map(({ body }) => body.orders.length)).toEqual([...Array(9).fill(10), 5]);
		expect(new Set(pages.flatMap(idsOf)).size).toBe(95);
		expect(new Set(pages.map(({ body }) => body.lastUpdatedBefore)).size).toBe(1);
	},
);

it('does not send a token after a last page that is full', async () => {
	const seller = openSeller({ rows: rowsWith(someOrders(20)) });
	const pages = await pagesOf(seller, { ...all, maxResultsPerPage: '10' });
	expect(pages.map(({ body }) => body.orders.length)).toEqual([10, 10]);
});

it('freezes the window with the first page', async () => {
	const seller = openSeller({ rows: rowsWith(someOrders(40)) });
	const before = idsOf(await seller.search(all));
	let n = 0;
	const pages = await pagesOf(seller, { ...all, maxResultsPerPage: '10' }, async () => {
		n += 1;
		const [order] = someOrders(1);
		const orderId = `503-9999999-000000${n}`;
		seller.amazon.addOrders(
			[{ ...order, orderId, createdTime: undefined, lastUpdatedTime: undefined }].map(
				({ createdTime: _c, lastUpdatedTime: _u, ...rest }) => rest,
			),
		);
		await seller.time.advance(10 * minutes);
	});
	expect(pages.flatMap(idsOf)).toEqual(before);
	expect(pages.at(-1)?.body.lastUpdatedBefore).toBe(pages[0].body.lastUpdatedBefore);
	const next = await seller.search({ ...all, lastUpdatedAfter: pages[0].body.lastUpdatedBefore });
	expect(idsOf(next)).toHaveLength(3);
});

it('leaves an order that changes meanwhile to the next window, and doubles none', async () => {
	const seller = openSeller({ rows: rowsWith(someOrders(40)) });
	const before = idsOf(await seller.search(all));
	const last = before[before.length - 1];
	const pages = await pagesOf(seller, { ...all, maxResultsPerPage: '15' }, async () => {
		seller.amazon.changeOrder({
			orderId: last,
			set: { fulfillment: { fulfillmentStatus: 'SHIPPED' } },
		});
		await seller.time.advance(5 * minutes);
	});
	expect(pages.flatMap(idsOf)).toEqual(before.slice(0, -1));
	const next = await seller.search({ ...all, lastUpdatedAfter: pages[0].body.lastUpdatedBefore });
	expect(idsOf(next)).toEqual([last]);
});

it('keeps the order of the first page when the setting changes', async () => {
	const seller = openSeller({
		rows: rowsWith(someOrders(40)),
		settings: { resultOrder: 'updated' },
	});
	const pages = await pagesOf(seller, { ...all, maxResultsPerPage: '15' }, async () => {
		seller.amazon.set({ resultOrder: 'orderId' });
	});
	expect(new Set(pages.flatMap(idsOf)).size).toBe(40);
});

describe('a token', () => {
	async function firstToken(seller: OpenSeller, parameters: Record<string, string> = all) {
		const { body } = await seller.search({ ...parameters, maxResultsPerPage: '10' });
		return body.pagination.nextToken as string;
	}

	it.each<[string, Record<string, string>]>([
		['another beginning', { ...all, lastUpdatedAfter: '2026-05-01T00:00:01Z' }],
		['the beginning in other words', { ...all, lastUpdatedAfter: '2026-05-01T00:00:00.000Z' }],
		['the end that was echoed', { ...all, lastUpdatedBefore: '2026-06-02T01:28:00.000Z' }],
		['other data', { ...all, includedData: 'FULFILLMENT,BUYER' }],
		['no data', { lastUpdatedAfter: all.lastUpdatedAfter }],
		['a marketplace', { ...all, marketplaceIds: 'A39IBJ37TRP1C6' }],
		['a status', { ...all, fulfillmentStatuses: 'SHIPPED' }],
		[
			'creation instead of update',
			{ createdAfter: all.lastUpdatedAfter, includedData: 'FULFILLMENT' },
		],
	])('does not go with %s', async (_what, parameters) => {
		const seller = openSeller();
		const paginationToken = await firstToken(seller);
		const refused = await seller.search({ ...parameters, paginationToken });
		expect([refused.status, refused.body.errors]).toEqual([
			400,
			[{ code: 'InvalidInput', message, details: '' }],
		]);
	});

	it('goes with another page size, and with the same parameters in another order', async () => {
		const seller = openSeller();
		const paginationToken = await firstToken(seller);
		const { includedData, lastUpdatedAfter } = all;
		const rest = await seller.search({
			paginationToken,
			maxResultsPerPage: '100',
			includedData,
			lastUpdatedAfter,
		});
		expect(rest.body.orders).toHaveLength(20);
		expect(rest.body).not.toHaveProperty('pagination');
	});

	it('goes with other data where the model is taken at its word', async () => {
		const seller = openSeller({ settings: { paginationBinds: 'allButPageSizeAndData' } });
		const paginationToken = await firstToken(seller);
		expect((await seller.search({ ...all, includedData: 'BUYER', paginationToken })).status).toBe(
			200,
		);
		const marketplaceIds = 'A39IBJ37TRP1C6';
		expect((await seller.search({ ...all, marketplaceIds, paginationToken })).status).toBe(400);
	});

	it('is good for 24 hours, as often as it is used', async () => {
		const seller = openSeller();
		const paginationToken = await firstToken(seller);
		await seller.time.advance(24 * hours);
		const [one, other] = [
			await seller.search({ ...all, paginationToken }),
			await seller.search({ ...all, paginationToken }),
		];
		expect(idsOf(one)).toEqual(idsOf(other));
		expect(one.body.orders).toHaveLength(20);
		await seller.time.advance(1);
		const expired = await seller.search({ ...all, paginationToken });
		expect([expired.status, expired.body.errors[0].message]).toEqual([400, message]);
	});

	it('must be encoded, and cannot be made up', async () => {
		const seller = openSeller();
		let paginationToken = '';
		for (let n = 1; !paginationToken.includes('+'); n += 1) {
			paginationToken = (await seller.search({ ...all, maxResultsPerPage: String(n) })).body
				.pagination.nextToken;
		}
		const query = new URLSearchParams(all).toString();
		const path = '/orders/2026-01-01/orders';
		expect((await seller.get(path, `${query}&paginationToken=${paginationToken}`)).status).toBe(
			400,
		);
		expect(
			(await seller.get(path, `${query}&paginationToken=${encodeURIComponent(paginationToken)}`))
				.status,
		).toBe(200);
		for (const wrong of ['x', paginationToken.slice(4), '2YgYW55IGNhcm5hbCBwbGVhc3VyZS4']) {
			expect((await seller.search({ ...all, paginationToken: wrong })).status).toBe(400);
		}
		expect(Buffer.from(paginationToken, 'base64').toString('latin1')).not.toContain('FULFILLMENT');
	});

	it('is of one seller', async () => {
		const rows = { ...rowsWith(someOrders(30)), sellerId: 'A2OTHER' };
		const paginationToken = await firstToken(openSeller());
		expect((await openSeller({ rows }).search({ ...all, paginationToken })).status).toBe(400);
	});
});

it('does not load an order that does not fit', () => {
	expect(() => createAmazon({ rows: rowsWith([{ orderId: '1' }]) })).toThrow(
		'amazon.orders[0].orderId',
	);
});
