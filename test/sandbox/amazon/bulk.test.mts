// Downloads of a size: how many calls they take.
import { amazonOrders } from '../../../sandbox/scenario/amazon/orders.mts';
import { closeSellers, idsOf, openSeller, pagesOf, rowsWith } from './openSeller.mts';

afterEach(closeSellers);

const all = { lastUpdatedAfter: '2026-05-01T00:00:00Z' };

it('pages through 20,000 orders in 200 calls', async () => {
	const from = '2026-01-01T00:00:00Z';
	const orders = amazonOrders({ count: 20_000, from, until: '2026-06-02T01:00:00Z' });
	const seller = openSeller({ rows: rowsWith(orders) });
	const pages = await pagesOf(seller, { ...all, lastUpdatedAfter: from });
	expect(pages).toHaveLength(200);
	expect(new Set(pages.flatMap(idsOf)).size).toBe(20_000);
}, 60_000);

it('gives a thousand orders with items in ten calls', async () => {
	const from = '2026-05-01T00:00:00Z';
	const orders = amazonOrders({ count: 1_000, from, until: '2026-06-02T01:00:00Z' });
	const seller = openSeller({ rows: rowsWith(orders), settings: { limits: 'real' } });
	const pages = await pagesOf(seller, { ...all, includedData: 'BUYER,RECIPIENT,PROCEEDS' });
	expect(pages).toHaveLength(10);
	expect(seller.amazon.log.counts()['GET searchOrders']).toBe(10);
	expect(pages.flatMap(({ body }) => body.orders).every((one) => one.orderItems.length > 0)).toBe(
		true,
	);
});
