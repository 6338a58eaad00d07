// An order in a form that Amazon does not document: it comes out with its id and needs attention, and the others come too.
import { readOrder } from '../../../lib/amazon/api/orderReaders';
import { downloadUpdated } from '../../../lib/amazon/download/downloadUpdated';
import { startAt } from '../../../lib/amazon/download/start';
import { defaultOrderOptions } from '../../../lib/amazon/orders/options';
import { salesOrderOf } from '../../../lib/amazon/orders/salesOrder';
import { everythingOf } from '../../amazon/everythingOf.mts';
import { usd, wireItem, wireOrder } from './anOrder.mts';
import { fakeAmazon, inTurn, json, refusalOf } from './fakeAmazon.mts';

const settings = everythingOf('account');

const download = async (orders: unknown[]) => {
	const fake = fakeAmazon(inTurn(json({ orders })));
	const start = startAt(Date.UTC(2026, 4, 1), fake.clock.now);
	return await downloadUpdated(fake.client, settings, start, () => fake.clock.now);
};

const bad = (orderId: string) =>
	wireOrder({ orderId, proceeds: { grandTotal: { amount: 'Ada', currencyCode: 'USD' } } });

describe('an order in a form of its own', () => {
	it('is given out in its place with what does not fit, and the download goes on', async () => {
		const { orders, progress } = await download([
			wireOrder(),
			bad('111-7'),
			wireOrder({ orderId: 'c' }),
		]);
		expect(orders.map(({ orderId }) => orderId)).toEqual(['111-0000001-0000001', '111-7', 'c']);
		expect(orders.map(({ unreadable }) => unreadable)).toEqual([
			[],
			['proceeds.grandTotal.amount is not a decimal number'],
			[],
		]);
		expect(progress.state).toBe('complete');
		expect(progress.message).toContain('111-7');
		expect(progress.message).not.toContain('Ada');
	});

	it('becomes a sales order of its reference, with nothing that could be wrong and nothing personal', () => {
		const order = readOrder({
			order: wireOrder({
				buyer: { buyerName: 'Planted Person' },
				recipient: { deliveryAddress: { name: 'Planted Person', city: 'Leeds' } },
				orderItems: [wireItem(), wireItem({ quantityOrdered: 'two' })],
			}),
		});
		const { draft, amazon } = salesOrderOf(order, { ...defaultOrderOptions, personalData: true });
		expect(draft).toMatchObject({
			reference: '111-0000001-0000001',
			createdDate: '2026-05-01T10:00:00.123Z',
			currencyCode: 'USD',
			taxStatus: 'Exempt',
			firstName: '',
			deliveryCity: '',
			lineItems: [],
			payments: [],
		});
		expect(amazon).toMatchObject({
			unreadable: ['orderItems[1].quantityOrdered is not a whole number'],
			totalsAgree: false,
			itemsMissing: true,
			status: 'UNSHIPPED',
			notes: [expect.stringContaining('orderItems[1].quantityOrdered')],
			sellerCentralUrl: expect.stringContaining('111-0000001-0000001'),
		});
		expect(JSON.stringify([draft, amazon])).not.toMatch(/Planted|Leeds/);
	});

	it('names every field that does not fit', () => {
		const order = readOrder({
			order: { ...wireOrder(), createdTime: 'soon', programs: 'PRIME', salesChannel: null },
		});
		expect(order.unreadable).toEqual([
			'createdTime is not a date and time',
			'programs is not a list',
			'salesChannel is missing',
		]);
		expect(salesOrderOf(order, defaultOrderOptions).draft.reference).toBe('111-0000001-0000001');
	});

	it('is counted where not even its id can be read', async () => {
		const { orders, progress } = await download([
			wireOrder(),
			{ ...bad(''), orderId: 7 },
			'order',
			null,
		]);
		expect(orders).toHaveLength(1);
		expect(progress.message).toContain('3 orders came without an order ID');
	});

	it('is no odd order where all of a page are: then Amazon changed its form', async () => {
		const odd = (count: number) => Array.from({ length: count }, (_, index) => bad(`111-${index}`));
		const failure = await refusalOf(download(odd(10)));
		expect(failure.message).toBe(
			'searchOrders gave order 111-0 in a form that Amazon does not document: orders[0].proceeds.grandTotal.amount is not a decimal number',
		);
		expect((await download(odd(9))).orders).toHaveLength(9);
		expect((await download([...odd(20), wireOrder()])).orders).toHaveLength(21);
	});

	it('is not one for lack of a currency where the amount is 0', () => {
		const free = { amount: '0.00' };
		const gift = wireItem({
			orderItemId: '2',
			product: { sellerSku: 'GIFT', price: { unitPrice: free } },
			proceeds: { proceedsTotal: free, breakdowns: [{ type: 'ITEM', subtotal: free }] },
		});
		const order = readOrder({ order: wireOrder({ orderItems: [gift, wireItem()] }) });
		expect(order.unreadable).toEqual([]);
		const { draft, amazon } = salesOrderOf(order, defaultOrderOptions);
		expect(draft.lineItems.map(({ unitPrice }) => unitPrice)).toEqual(['0.00', '20.00']);
		expect(amazon).toMatchObject({ currency: 'USD', totalsAgree: true });
		const priced = wireItem({
			proceeds: { proceedsTotal: { ...usd('1.00'), currencyCode: null } },
		});
		expect(readOrder({ order: wireOrder({ orderItems: [priced] }) }).unreadable).toEqual([
			'orderItems[0].proceeds.proceedsTotal.currencyCode is missing',
		]);
	});
});
