// Who gets in, and how often: keys, permissions, limits, addresses.
import { exampleKey } from '../../sandbox/cin7/cin7.mts';
import { basicAuth } from '../../sandbox/cin7/keys.mts';
import { realLimits } from '../../sandbox/cin7/limits.mts';
import { closeAccounts, openAccount } from './openAccount.mts';

afterEach(closeAccounts);

const request = (authorization: string | undefined, path = '/api/v1/Payments') => ({
	method: 'GET',
	path,
	query: '',
	headers: { authorization },
	body: '',
});

it.each([
	undefined,
	'',
	'Basic',
	'Basic !!!',
	'Bearer example-key',
	basicAuth({ username: 'exampleUser', apiKey: 'wrong' }),
	basicAuth({ username: 'someone', apiKey: 'example-key' }),
	basicAuth({ username: '', apiKey: '' }),
])('answers 401 to the authorization %s', async (authorization) => {
	const { cin7 } = openAccount();
	const answer = await cin7.handle(request(authorization));
	expect(answer.status).toBe(401);
	expect(JSON.parse(answer.body)).toEqual({
		message: 'Authorization has been denied for this request.',
	});
	expect(cin7.log.list()[0]).toMatchObject({ key: null, status: 401 });
});

it('answers 403 to a key without permission for that resource and method', async () => {
	const key = { ...exampleKey, permissions: { SalesOrders: ['GET' as const] } };
	const { call } = openAccount({ keys: [key] });
	expect((await call('GET', 'SalesOrders')).status).toBe(200);
	const refused = await call('PUT', 'SalesOrders', '', [{ id: 101, stage: 'x' }]);
	expect(refused.status).toBe(403);
	expect(refused.body).toEqual({
		message: 'This API connection does not have permission to PUT SalesOrders.',
	});
	expect((await call('GET', 'Payments')).status).toBe(403);
});

it.each([
	'/api/v1/Nothing',
	'/api/v1',
	'/',
	'/api/v2/Payments',
	'/api/v1/Payments/x',
	'/api/v1/Payments/1/2',
])('answers 404 to %s', async (path) => {
	const { cin7 } = openAccount();
	const answer = await cin7.handle(request(basicAuth(exampleKey), path));
	expect(answer.status).toBe(404);
	expect(JSON.parse(answer.body).message).toContain('No HTTP resource was found');
});

it('admits 3 calls a second, and says so as the throttle does: a text in quotes', async () => {
	const { call, time } = openAccount({ limits: realLimits });
	for (let n = 0; n < 3; n += 1) expect((await call('GET', 'Users')).status).toBe(200);
	const refused = await call('GET', 'Users');
	expect(refused.status).toBe(429);
	expect(refused.text).toBe('"API calls quota exceeded! maximum admitted 3 per Second."');
	expect(refused.headers['retry-after']).toBe('1');
	await time.advance(999);
	expect((await call('GET', 'Users')).status).toBe(429);
	await time.advance(1);
	expect((await call('GET', 'Users')).status).toBe(200);
});

it('can leave out when to come back', async () => {
	const { call } = openAccount({ limits: realLimits, settings: { retryAfter: false } });
	for (let n = 0; n < 3; n += 1) await call('GET', 'Users');
	const refused = await call('GET', 'Users');
	expect(refused.status).toBe(429);
	expect(refused.headers).not.toHaveProperty('retry-after');
});

it('admits 60 calls a minute and 5,000 a day', async () => {
	const { call, time } = openAccount({ limits: realLimits });
	const begun = time.now();
	for (let n = 0; n < 60; n += 1) {
		expect((await call('GET', 'Users')).status).toBe(200);
		await time.advance(400);
	}
	const minute = await call('GET', 'Users');
	expect(minute.text).toBe('"API calls quota exceeded! maximum admitted 60 per Minute."');
	expect(minute.headers['retry-after']).toBe('36');
	let admitted = 60;
	for (;;) {
		await time.advance(1001);
		const { status, text } = await call('GET', 'Users');
		if (status === 200) admitted += 1;
		else if (text.includes('Day')) break;
		expect(time.now() - begun).toBeLessThan(86_400_000);
	}
	expect(admitted).toBe(5000);
});

it('counts each key by itself', async () => {
	const other = { ...exampleKey, name: 'other', apiKey: 'other-key' };
	const { call, cin7 } = openAccount({ limits: realLimits, keys: [exampleKey, other] });
	for (let n = 0; n < 4; n += 1) await call('GET', 'Users');
	expect((await call('GET', 'Users')).status).toBe(429);
	expect((await cin7.handle(request(basicAuth(other)))).status).toBe(200);
});

it('logs what was asked by the name of the key, and never the key', async () => {
	const { call, cin7 } = openAccount();
	await call('GET', 'Payments', 'rows=2');
	await call('PUT', 'Payments', '', [{ id: 501, comments: 'private' }]);
	expect(cin7.log.list()).toEqual([
		{
			at: '2026-06-02T01:30:00Z',
			key: 'example',
			method: 'GET',
			resource: 'Payments',
			path: '/api/v1/Payments',
			query: 'rows=2',
			status: 200,
			ms: 0,
			rows: 2,
		},
		{
			at: '2026-06-02T01:30:00Z',
			key: 'example',
			method: 'PUT',
			resource: 'Payments',
			path: '/api/v1/Payments',
			query: '',
			status: 200,
			ms: 0,
			rows: 1,
		},
	]);
	expect(cin7.log.counts()).toEqual({ 'GET Payments': 1, 'PUT Payments': 1 });
	expect(JSON.stringify(cin7.log.list())).not.toMatch(/example-key|private/);
});
