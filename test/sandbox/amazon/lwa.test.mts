// Login with Amazon: who gets a token, for how long it is good, and what takes it away.
import { closeSellers, grantOf, hours, minutes, openSeller } from './openSeller.mts';
import { newApp } from '../../../sandbox/amazon/apps.mts';

afterEach(closeSellers);

const participations = '/sellers/v1/marketplaceParticipations';
const denied = 'Access to requested resource is denied.';
const refusalOf = ({ status, body }: { status: number; body: any }) => [
	status,
	body.errors[0].code,
	body.errors[0].message,
	body.errors[0].details,
];

it('gives a token for a form and for JSON', async () => {
	const { amazon, token, time } = openSeller();
	const form = await token(grantOf());
	expect(form).toMatchObject({
		status: 200,
		headers: { 'cache-control': 'no-store' },
		body: {
			access_token: expect.stringMatching(/^Atza\|[\w-]{50,2043}$/),
			token_type: 'bearer',
			expires_in: 3600,
			refresh_token: 'Atzr|example',
		},
	});
	const json = await time.settle(
		amazon.handle({
			method: 'POST',
			path: '/auth/o2/token',
			query: '',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(grantOf()),
		}),
	);
	expect(JSON.parse(json.body)).toEqual(form.body);
});

it.each([
	['an unknown client', { client_id: 'x' }, 401, 'invalid_client', 'Client authentication failed'],
	['a wrong secret', { client_secret: 'x' }, 401, 'invalid_client', 'Client authentication failed'],
	[
		'a wrong refresh token',
		{ refresh_token: 'x' },
		400,
		'invalid_grant',
		'invalid grant parameter : refresh_token',
	],
	['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 'not supported'],
	['no grant type', { grant_type: '' }, 400, 'invalid_request', 'grant_type'],
	['no refresh token', { refresh_token: '' }, 400, 'invalid_request', 'refresh_token'],
	['no secret', { client_secret: '' }, 400, 'invalid_request', 'client_secret'],
])('refuses %s', async (_what, fields, status, error, description) => {
	const refused = await openSeller().token({ ...grantOf(), ...fields });
	expect(refused.status).toBe(status);
	expect(refused.body).toEqual({
		error,
		error_description: expect.stringContaining(description),
	});
});

it('refuses what is neither a form nor JSON, nor sent by POST', async () => {
	const { amazon, time } = openSeller();
	const path = '/auth/o2/token';
	const body = JSON.stringify(grantOf());
	for (const [method, type, sent] of [
		['POST', 'text/plain', body],
		['POST', 'application/json', '{'],
		['POST', 'application/json', '7'],
		['GET', 'application/json', body],
	]) {
		const headers = { 'content-type': type };
		const request = { method, path, query: '', headers, body: sent };
		const answer = await time.settle(amazon.handle(request));
		expect([answer.status, JSON.parse(answer.body).error]).toEqual([400, 'invalid_request']);
	}
});

it('lets a token go after an hour of the account', async () => {
	const { get, time, accessToken } = openSeller();
	const headers = { 'x-amz-access-token': await accessToken() };
	await time.advance(60 * minutes - 1);
	expect((await get(participations, '', headers)).status).toBe(200);
	await time.advance(1);
	expect(refusalOf(await get(participations, '', headers))).toEqual([
		403,
		'Unauthorized',
		denied,
		'The access token you provided has expired.',
	]);
	expect((await get(participations)).status).toBe(200);
});

it('tells a missing token from one that is none', async () => {
	const { get, accessToken } = openSeller();
	expect(refusalOf(await get(participations, '', {}))).toEqual([
		403,
		'Unauthorized',
		denied,
		'Access token is missing in the request header.',
	]);
	const invalid = 'The access token you provided is revoked, malformed or invalid.';
	const good = await accessToken();
	const changed = good.slice(0, 30) + (good[30] === 'A' ? 'B' : 'A') + good.slice(31);
	for (const token of ['Atza|x', 'Bearer x', good.slice(5), changed, `${good}A`]) {
		const answer = await get(participations, '', { 'x-amz-access-token': token });
		expect(refusalOf(answer)).toEqual([403, 'Unauthorized', denied, invalid]);
	}
});

it('refuses an application whose authorisation was taken back', async () => {
	const { amazon, get, token, accessToken } = openSeller();
	const headers = { 'x-amz-access-token': await accessToken() };
	amazon.authorise({ revoked: true });
	expect((await token(grantOf())).body.error).toBe('invalid_grant');
	expect(refusalOf(await get(participations, '', headers))[3]).toContain('revoked');
	amazon.authorise({ revoked: false });
	expect((await get(participations, '', headers)).status).toBe(200);
});

it('expires tokens on demand, and gives new ones', async () => {
	const { amazon, get, accessToken } = openSeller();
	const headers = { 'x-amz-access-token': await accessToken() };
	amazon.authorise({ expireTokens: true });
	expect(refusalOf(await get(participations, '', headers))[3]).toContain('has expired');
	expect((await get(participations)).status).toBe(200);
	expect(() => amazon.authorise({ app: 'nobody' })).toThrow('There is no application nobody');
});

it('takes both secrets for seven days after a rotation, then the new one', async () => {
	const { amazon, token, time } = openSeller();
	const before = amazon.apps[0];
	const after = amazon.rotateSecret('example');
	expect(after.clientSecret).not.toBe(before.clientSecret);
	await time.advance(7 * 24 * hours - 1);
	expect((await token(grantOf(before))).status).toBe(200);
	await time.advance(1);
	expect((await token(grantOf(before))).body.error).toBe('invalid_client');
	expect((await token(grantOf(after))).status).toBe(200);
	amazon.rotateSecret('example', 0);
	expect((await token(grantOf(after))).status).toBe(401);
});

it('gives tokens without a seller, which read no orders', async () => {
	const { token, get } = openSeller();
	const { client_id, client_secret } = grantOf();
	const asked = { grant_type: 'client_credentials', client_id, client_secret };
	const scope = 'sellingpartnerapi::notifications';
	const granted = await token({ ...asked, scope });
	expect(granted.body).not.toHaveProperty('refresh_token');
	const headers = { 'x-amz-access-token': granted.body.access_token };
	expect(refusalOf(await get(participations, '', headers))).toEqual([
		403,
		'Unauthorized',
		denied,
		'',
	]);
	expect((await token({ ...asked, scope: 'profile' })).body.error).toBe('invalid_scope');
	expect((await token(asked)).body.error_description).toContain('scope');
});

it('keeps applications apart', async () => {
	const apps = [newApp('one', 'account'), newApp('two', 'unrestricted')];
	const { amazon, token, get, accessToken } = openSeller({ apps });
	expect((await token({ ...grantOf(apps[0]), refresh_token: apps[1].refreshToken })).status).toBe(
		400,
	);
	const headers = { 'x-amz-access-token': await accessToken(amazon.apps[1]) };
	amazon.authorise({ app: 'one', revoked: true });
	expect((await get(participations, '', headers)).status).toBe(200);
	expect((await token(grantOf(apps[0]))).status).toBe(400);
});

it('logs no secret and no token', async () => {
	const { amazon, get } = openSeller();
	await get(participations);
	const text = JSON.stringify(amazon.log.list());
	expect(amazon.log.counts()).toEqual({ 'POST token': 1, 'GET getMarketplaceParticipations': 1 });
	for (const secret of ['Atza|', 'Atzr|', amazon.apps[0].clientSecret]) {
		expect(text).not.toContain(secret);
	}
});
