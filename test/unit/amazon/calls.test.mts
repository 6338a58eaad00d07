import { AccessTokens } from '../../../lib/amazon/api/accessTokens';
import { includedDataFor } from '../../../lib/amazon/api/includedData';
import { wireOrder } from './anOrder.mts';
import {
	account,
	denied,
	expired,
	fakeAmazon,
	inTurn,
	invalidInput,
	json,
	queryOf,
	refusal,
	refusalOf,
	throttled,
} from './fakeAmazon.mts';

const order = json({ order: wireOrder() });
const getOne = (fake: ReturnType<typeof fakeAmazon>) =>
	fake.client.getOrder('111-0000001-0000001', includedDataFor(false));
const search = {
	lastUpdatedAfter: '2026-05-01T00:00:00.000Z',
	lastUpdatedBefore: '2026-05-02T00:00:00.000Z',
	marketplaceIds: ['A', 'B'],
	fulfilledBy: [],
	fulfillmentStatuses: [],
	includedData: includedDataFor(false),
	paginationToken: '',
};

describe('a call', () => {
	it('carries a token, a user agent of Amazon’s form, and no signature', async () => {
		const fake = fakeAmazon(inTurn(order));
		expect((await getOne(fake))?.orderId).toBe('111-0000001-0000001');
		const [{ url, headers }] = fake.sent;
		expect(url).toBe(
			'https://api.example.com/orders/2026-01-01/orders/111-0000001-0000001?includedData=PROCEEDS%2CPROMOTION%2CCANCELLATION%2CFULFILLMENT%2CTAX',
		);
		expect(headers['x-amz-access-token']).toBe('Atza|token-1');
		expect(headers['User-Agent']).toMatch(/^[\w-]+\/\d+\.\d+\.\d+ \(Language=\w+; Platform=n8n\)$/);
		expect(headers['x-amz-date']).toBe('20260601T120000Z');
		expect(headers).not.toHaveProperty('Authorization');
	});

	it('joins lists with commas, and asks for personal data only when told to', async () => {
		const fake = fakeAmazon(inTurn(json({ orders: [] })));
		await fake.client.searchOrders({ ...search, paginationToken: 'a+b/c=' });
		await fake.client.searchOrders({ ...search, includedData: includedDataFor(true) });
		const [first, second] = fake.sent.map(queryOf);
		expect(first).toEqual({
			lastUpdatedAfter: search.lastUpdatedAfter,
			lastUpdatedBefore: search.lastUpdatedBefore,
			marketplaceIds: 'A,B',
			includedData: 'PROCEEDS,PROMOTION,CANCELLATION,FULFILLMENT,TAX',
			maxResultsPerPage: '100',
			paginationToken: 'a+b/c=',
		});
		expect(second.includedData).toBe(
			'BUYER,RECIPIENT,PROCEEDS,PROMOTION,CANCELLATION,FULFILLMENT,TAX',
		);
		expect(second).not.toHaveProperty('paginationToken');
	});
});

describe('the access token', () => {
	it('is asked for once, as a form, and kept until a minute before its end', async () => {
		const fake = fakeAmazon(inTurn(order));
		await Promise.all([getOne(fake), getOne(fake)]);
		fake.clock.now += 3_539_000;
		await getOne(fake);
		expect(fake.logins).toHaveLength(1);
		expect(Object.fromEntries(new URLSearchParams(fake.logins[0].form))).toEqual({
			grant_type: 'refresh_token',
			refresh_token: account.refreshToken,
			client_id: account.clientId,
			client_secret: account.clientSecret,
		});
		fake.clock.now += 2_000;
		await getOne(fake);
		expect(fake.logins).toHaveLength(2);
	});

	it('is never shared by two sellers of one app', async () => {
		const tokens = new AccessTokens();
		const one = fakeAmazon(inTurn(order), { tokens });
		const other = fakeAmazon(inTurn(order), {
			tokens,
			account: { ...account, refreshToken: 'Atzr|other' },
			login: () => json({ access_token: 'Atza|others', expires_in: 3600 }),
		});
		await getOne(one);
		await getOne(other);
		await getOne(one);
		expect(other.sent[0].headers['x-amz-access-token']).toBe('Atza|others');
		expect(one.sent[1].headers['x-amz-access-token']).toBe('Atza|token-1');
	});

	it('is replaced once when Amazon says that it expired', async () => {
		const fake = fakeAmazon(inTurn(expired, order));
		await getOne(fake);
		expect(fake.logins).toHaveLength(2);
		expect(fake.sent.map(({ headers }) => headers['x-amz-access-token'])).toEqual([
			'Atza|token-1',
			'Atza|token-2',
		]);
		const never = fakeAmazon(inTurn(expired));
		const failure = await refusalOf(getOne(never));
		expect(failure).toMatchObject({ kind: 'credentials', status: 403 });
		expect(never.sent).toHaveLength(2);
	});

	it('is not replaced for a 403 that is about what the app may do', async () => {
		const fake = fakeAmazon(inTurn(denied));
		const failure = await refusalOf(getOne(fake));
		expect(failure.kind).toBe('permission');
		expect(failure.description).toMatch(/region.*role: Inventory and Order Tracking/);
		expect(fake.sent).toHaveLength(1);
		expect(fake.logins).toHaveLength(1);
	});

	it('is asked for again after Login with Amazon was down for a moment', async () => {
		const fake = fakeAmazon(inTurn(order), {
			login: (count) =>
				count < 3 ? { noAnswer: 'ECONNRESET' } : json({ access_token: 'Atza|late' }),
		});
		await getOne(fake);
		expect(fake.logins).toHaveLength(3);
		expect(fake.sleeps).toEqual([500, 1000]);
	});

	it.each([
		[401, 'invalid_client', /client ID and client secret/, /180 days/],
		[400, 'invalid_grant', /refresh token/, /Authorise the app again/],
		[400, 'unsupported_grant_type', /no access token/, /spaces/],
	])('is refused with %i %s in clear words', async (status, error, message, advice) => {
		const fake = fakeAmazon(inTurn(order), {
			login: () => json({ error, error_description: 'The request has an invalid grant.' }, status),
		});
		const failure = await refusalOf(getOne(fake));
		expect(failure.message).toMatch(message);
		expect(failure.description).toMatch(advice);
		expect(fake.logins).toHaveLength(1);
		expect(fake.sent).toHaveLength(0);
		// A refusal is not remembered as if it were a token.
		await refusalOf(getOne(fake));
		expect(fake.logins).toHaveLength(2);
	});
});

describe('limits', () => {
	it('are told at once where the next call is minutes away', async () => {
		const fake = fakeAmazon(inTurn(throttled));
		const failure = await refusalOf(fake.client.searchOrders(search));
		expect(failure).toMatchObject({ kind: 'limit', status: 429 });
		expect(failure.retryAt - fake.clock.now).toBe(178_572);
		expect(fake.sleeps).toEqual([]);
		expect(fake.sent).toHaveLength(1);
	});

	it('are waited for where that takes two seconds', async () => {
		const fake = fakeAmazon(inTurn(throttled, throttled, order));
		expect(await getOne(fake)).not.toBeNull();
		expect(fake.sleeps).toEqual([2000, 2000]);
		const busy = fakeAmazon(inTurn(throttled));
		expect((await refusalOf(getOne(busy))).kind).toBe('limit');
		expect(busy.sent).toHaveLength(4);
	});

	it('are learnt from the last answer that gave them', async () => {
		const rate = { 'x-amzn-ratelimit-limit': '0.1' };
		const fake = fakeAmazon(inTurn(json({ order: wireOrder() }, 200, rate), throttled));
		await getOne(fake);
		const failure = await refusalOf(getOne(fake));
		expect(failure.retryAt - fake.clock.now).toBe(10_000);
		expect(fake.sleeps).toEqual([]);
	});
});

describe('what goes wrong on the way', () => {
	it('is tried again: no answer, 500, 503, an answer cut short', async () => {
		const cut = { status: 200, headers: {}, body: '{"order": {"orde' };
		const fake = fakeAmazon(inTurn({ noAnswer: 'ETIMEDOUT' }, json({}, 503), cut, order));
		expect(await getOne(fake)).not.toBeNull();
		expect(fake.sleeps).toEqual([500, 1000, 2000]);
	});

	it('is told when it stays', async () => {
		const down = await refusalOf(getOne(fakeAmazon(inTurn(json({}, 503)))));
		expect(down).toMatchObject({ kind: 'unavailable', status: 503, endpoint: 'getOrder' });
		const cut = fakeAmazon(inTurn({ status: 200, headers: {}, body: '{"orders": [' }));
		expect(await refusalOf(cut.client.searchOrders(search))).toMatchObject({ kind: 'unreadable' });
		const page = fakeAmazon(inTurn({ status: 200, headers: {}, body: '<html>' }));
		expect((await refusalOf(getOne(page))).message).toContain('A web page came back from getOrder');
	});

	it('is not tried again when Amazon refuses, and its words are shown without tokens', async () => {
		const said = refusal(400, 'InvalidInput', 'Token Atza|ab of ada@example.com is not valid');
		const fake = fakeAmazon(inTurn(said));
		const failure = await refusalOf(fake.client.searchOrders(search));
		expect(failure).toMatchObject({ kind: 'refused', status: 400 });
		expect(failure.description).toContain('InvalidInput: Token (token) of (e-mail address)');
		expect(fake.sent).toHaveLength(1);
		const nothing = refusal(400, 'InvalidInput');
		expect((await refusalOf(fakeAmazon(inTurn(nothing)).client.searchOrders(search))).kind).toBe(
			'refused',
		);
		expect(
			(await refusalOf(fakeAmazon(inTurn(invalidInput)).client.searchOrders(search))).kind,
		).toBe('refused');
	});

	it('ends at once when the person stops the execution', async () => {
		const fake = fakeAmazon(inTurn(json({}, 503)));
		const work = refusalOf(getOne(fake));
		fake.abort.abort();
		expect((await work).kind).toBe('cancelled');
	});

	it('is nothing when the order does not exist', async () => {
		expect(await getOne(fakeAmazon(inTurn(refusal(404, 'NotFound'))))).toBeNull();
	});
});

describe('answers', () => {
	it('that do not fit are refused with the field, and never the value', async () => {
		const none = fakeAmazon(inTurn(json({ payload: [] })));
		expect((await refusalOf(none.client.searchOrders(search))).message).toContain(
			'orders is missing',
		);
		const odd = fakeAmazon(inTurn(json({ orders: [], pagination: { nextToken: { of: 'Ada' } } })));
		expect((await refusalOf(odd.client.searchOrders(search))).message).toMatch(
			/pagination\.nextToken is not a text$/,
		);
	});

	it('may have null or nothing wherever Amazon withholds, and values that are new', async () => {
		const bare = {
			orderId: '111-8',
			createdTime: '2026-05-01T10:00:00Z',
			lastUpdatedTime: '2026-05-01T10:00:00Z',
			salesChannel: { channelName: 'AMAZON' },
		};
		const nulls = {
			...bare,
			buyer: null,
			recipient: null,
			proceeds: null,
			programs: null,
			associatedOrders: null,
			orderItems: null,
			fulfillment: { fulfillmentStatus: 'INVOICE_UNCONFIRMED', fulfilledBy: null },
		};
		const { client } = fakeAmazon(inTurn(json({ orders: [bare, nulls], pagination: null })));
		const { orders, nextToken } = await client.searchOrders(search);
		expect(nextToken).toBe('');
		expect(orders[0]).toMatchObject({ buyer: null, fulfillment: null, orderItems: [] });
		expect(orders[1].fulfillment?.fulfillmentStatus).toBe('INVOICE_UNCONFIRMED');
	});

	it('name the marketplaces of the seller', async () => {
		const { client } = fakeAmazon(
			inTurn(
				json({
					payload: [
						{
							marketplace: { id: 'ATVPDKIKX0DER', name: 'Amazon.com', countryCode: 'US' },
							participation: { isParticipating: true, hasSuspendedListings: false },
							storeName: 'Mugs',
						},
					],
				}),
			),
		);
		expect(await client.marketplaces()).toEqual([
			{
				marketplaceId: 'ATVPDKIKX0DER',
				name: 'Amazon.com',
				countryCode: 'US',
				isParticipating: true,
			},
		]);
	});
});
