// The parameters of searchOrders as Amazon's model states them: what does not fit is refused, and says which.
import { closeSellers, minutes, openSeller, start } from './openSeller.mts';

afterEach(closeSellers);

const all = { lastUpdatedAfter: '2026-05-01T00:00:00Z' };
const before = (ms: number) => new Date(Date.parse(start) - ms).toISOString();

it.each<[string, Record<string, string>]>([
	['neither createdAfter nor lastUpdatedAfter', {}],
	['both', { ...all, createdAfter: '2026-05-01T00:00:00Z' }],
	['createdBefore with lastUpdatedAfter', { ...all, createdBefore: '2026-05-02T00:00:00Z' }],
	[
		'lastUpdatedBefore with createdAfter',
		{ createdAfter: '2026-05-01T00:00:00Z', lastUpdatedBefore: '2026-05-02T00:00:00Z' },
	],
	['an end without a beginning', { lastUpdatedBefore: '2026-05-02T00:00:00Z' }],
	['an end of less than two minutes ago', { ...all, lastUpdatedBefore: before(2 * minutes - 1) }],
	['an end before the beginning', { ...all, lastUpdatedBefore: '2026-04-30T00:00:00Z' }],
	['a beginning in the future', { lastUpdatedAfter: '2026-06-02T01:30:01Z' }],
	['a day without a time', { lastUpdatedAfter: '2026-05-01' }],
	['a time without an offset', { lastUpdatedAfter: '2026-05-01T00:00:00' }],
	['a day that does not exist', { lastUpdatedAfter: '2026-05-41T00:00:00Z' }],
	[
		'51 marketplaces',
		{ ...all, marketplaceIds: Array.from({ length: 51 }, () => 'A39IBJ37TRP1C6').join() },
	],
	['a marketplace where the seller is not', { ...all, marketplaceIds: 'ATVPDKIKX0DER' }],
	['a page of none', { ...all, maxResultsPerPage: '0' }],
	['a page of 101', { ...all, maxResultsPerPage: '101' }],
	['a page of ten in words', { ...all, maxResultsPerPage: 'ten' }],
	['an unknown status', { ...all, fulfillmentStatuses: 'UNSHIPPED,Shipped' }],
	['an unknown fulfilment', { ...all, fulfilledBy: 'MFN' }],
	['an unknown data set', { ...all, includedData: 'BUYER,ITEMS' }],
	['an empty list', { ...all, includedData: '' }],
	['a parameter of the older version', { ...all, MarketplaceIds: 'A39IBJ37TRP1C6' }],
])('refuses %s', async (_what, parameters) => {
	const { status, body } = await openSeller().search(parameters);
	expect(status).toBe(400);
	expect(body.errors).toEqual([
		{
			code: 'InvalidInput',
			message: 'The input you have submitted is not valid. Please check your input and try again.',
			details: expect.stringMatching(/\w/),
		},
	]);
});

it('refuses a list that is sent as several parameters', async () => {
	const { get } = openSeller();
	const query = 'lastUpdatedAfter=2026-05-01T00:00:00Z&includedData=BUYER&includedData=TAX';
	expect((await get('/orders/2026-01-01/orders', query)).body.errors[0].details).toContain('twice');
});

it('takes an offset only when it is encoded', async () => {
	const { get } = openSeller();
	const path = '/orders/2026-01-01/orders';
	const raw = await get(path, 'lastUpdatedAfter=2026-05-01T10:00:00+10:00');
	const encoded = await get(path, 'lastUpdatedAfter=2026-05-01T10:00:00%2B10:00');
	expect([raw.status, encoded.status]).toEqual([400, 200]);
});
