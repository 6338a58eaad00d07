import { saidBy, shown } from '../../../lib/amazon/api/amazonText';
import { account, fakeAmazon, inTurn, json, refusal, refusalOf } from './fakeAmazon.mts';

describe('Amazon’s words, shown', () => {
	it.each([
		['Write to ada@example.com now', 'Write to (e-mail address) now'],
		['Token Atza|x is bad', 'Token (token) is bad'],
		['Token Atzr|IwEB-short, really', 'Token (token) really'],
		['Client amzn1.x unknown', 'Client (token) unknown'],
		['nextToken=abc123 unknown', 'nextToken=(token) unknown'],
		['Page 2YgYW55IGNhcm5hbCBwbGVhc3VyZS4 is none', 'Page (token) is none'],
		['Call +49 151 2345678 today', 'Call (number) today'],
		['Call 02 9374-4000.', 'Call (number).'],
		['Card 4111111111111111', 'Card (number)'],
		['Buyer "Ada Quill" is blocked', 'Buyer (text) is blocked'],
		['Buyer ‘Ada Quill’ at «1 Example St»', 'Buyer (text) at (text)'],
		["Buyer 'Ada Quill' doesn't fit", "Buyer (text) doesn't fit"],
		['Buyer "Ada Quill, 1 Example', 'Buyer (text)'],
	])('%s', (said, text) => {
		expect(shown(said)).toBe(text);
	});

	it.each([
		'Order 111-0000001-0000001 does not exist',
		'The parameter "lastUpdatedBefore" must be before 2026-06-01T11:57:00.000Z',
		'From 2026-05-01 to 2026-05-02, page 12 of 400',
		"The seller's access token you've provided has expired.",
		'Marketplace ATVPDKIKX0DER is not in this region',
	])('keep what a message is about: %s', (said) => {
		expect(shown(said)).toBe(said);
	});

	it('hold nothing that was sent, in whatever words it comes back', () => {
		const message = 'Not a+b/c= nor a%2Bb%2Fc%3D, seller Quill&Sons';
		const body = JSON.stringify({ errors: [{ code: 'InvalidInput', message }] });
		expect(saidBy(body, ['a+b/c=', 'Quill&Sons', 'or'])).toBe(
			' Amazon says: InvalidInput: Not (token) nor (token), seller (token)',
		);
	});

	it('come without the page token and the credential', async () => {
		const { clientId, clientSecret, refreshToken } = account;
		const message = `Page here+there, client ${clientId} ${clientSecret} ${refreshToken}`;
		const fake = fakeAmazon(inTurn(refusal(400, 'InvalidInput', message)));
		const failure = await refusalOf(
			fake.client.searchOrders({
				lastUpdatedAfter: '2026-05-01T00:00:00.000Z',
				lastUpdatedBefore: '2026-05-02T00:00:00.000Z',
				marketplaceIds: [],
				fulfilledBy: [],
				fulfillmentStatuses: [],
				includedData: [],
				paginationToken: 'here+there',
			}),
		);
		expect(failure.description).toContain('Page (token), client (token) (token) (token)');
		const login = fakeAmazon(inTurn(json({})), {
			account: { ...account, clientSecret: 'plain-words' },
			login: () => json({ error: 'x', error_description: 'Secret is plain-words here' }, 400),
		});
		expect((await refusalOf(login.client.getOrder('1-1', []))).message).toBe(
			'Amazon gave no access token: x: Secret is (token) here',
		);
	});
});
