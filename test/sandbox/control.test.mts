// The whole sandbox over HTTP: what it prints, the control API, and who may use it.
import { request } from 'node:http';
import { basicAuth } from '../../sandbox/cin7/keys.mts';
import { startSandbox } from '../../sandbox/sandbox.mts';
import { emptyScenario } from '../../sandbox/scenario/scenario.mts';
import { exampleRows, start } from './openAccount.mts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
	const scenario = () => ({ ...emptyScenario(start), cin7: exampleRows() });
	sandbox = await startSandbox({ scenario, port: 0, limits: 'off', seed: 1 });
});
afterAll(() => sandbox.stop());
beforeEach(() => control('POST', '/reset', {}));

async function control(method: string, path: string, body?: unknown) {
	const headers: Record<string, string> =
		body === undefined ? {} : { 'content-type': 'application/json' };
	const answer = await fetch(`${sandbox.line.control}${path}`, {
		method,
		headers,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return { status: answer.status, body: (await answer.json()) as any };
}

async function api(
	path: string,
	key: 'cin7' | 'cin7WithoutPayments' = 'cin7',
	init: RequestInit = {},
) {
	const credential = sandbox.line.credentials[key];
	const answer = await fetch(`${credential.baseUrl}/${path}`, {
		...init,
		headers: { authorization: basicAuth(credential), 'content-type': 'application/json' },
	});
	return { status: answer.status, body: (await answer.json()) as any };
}

it('prints where everything is and working credentials', async () => {
	expect(sandbox.line).toMatchObject({
		cin7: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/),
		amazon: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
		lwa: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/auth\/o2\/token$/),
		smtp: expect.stringMatching(/^smtp:\/\/127\.0\.0\.1:\d+$/),
		control: expect.stringMatching(/\/control$/),
		page: expect.stringMatching(/\/$/),
		credentials: {
			cin7: { requestsPerSecond: 0, requestsPerMinute: 0, requestsPerDay: 0 },
			smtp: { host: '127.0.0.1', secure: false },
		},
	});
	expect((await api('Payments')).body).toHaveLength(4);
	expect((await api('Payments', 'cin7WithoutPayments')).status).toBe(403);
	expect((await api('SalesOrders', 'cin7WithoutPayments')).body).toHaveLength(3);
});

it('shows the ledger and resets it to the scenario, or to another', async () => {
	await api('SalesOrders', 'cin7', { method: 'POST', body: '[{"reference":"X"}]' });
	expect((await control('GET', '/ledger')).body.salesOrders).toHaveLength(4);
	expect((await control('POST', '/reset', {})).body).toMatchObject({ salesOrders: 3, payments: 4 });
	expect((await control('GET', '/log')).body.total).toBe(0);
	const other = emptyScenario(start);
	other.cin7.salesOrders.push({ id: 9, reference: 'Only' });
	expect((await control('POST', '/reset', { scenario: other })).body).toMatchObject({
		salesOrders: 1,
		payments: 0,
	});
	expect((await api('SalesOrders')).body[0].reference).toBe('Only');
	const refused = await control('POST', '/reset', {
		scenario: { now: 'noon', cin7: { orders: [] } },
	});
	expect(refused.status).toBe(400);
	expect(refused.body.message).toContain('now must be an instant');
	expect((await api('SalesOrders')).body[0].reference).toBe('Only');
});

it('sets, moves and stops the clock', async () => {
	expect(
		(await control('POST', '/clock', { running: false, now: '2026-10-03T15:30:00+10:00' })).body,
	).toEqual({ now: '2026-10-03T05:30:00Z', running: false });
	expect((await control('POST', '/clock', { advance: 3600_000 })).body.now).toBe(
		'2026-10-03T06:30:00Z',
	);
	await api('SalesOrders', 'cin7', { method: 'PUT', body: '[{"id":101,"stage":"x"}]' });
	expect((await api('SalesOrders/101')).body.modifiedDate).toBe('2026-10-03T06:30:00Z');
	expect((await control('POST', '/clock', { now: 'noon' })).status).toBe(400);
	expect((await control('POST', '/clock', { advance: 'far' })).body.message).toBe(
		'advance must be a number of milliseconds.',
	);
	expect((await control('POST', '/clock', { running: true })).body.running).toBe(true);
});

it('logs and counts requests', async () => {
	await api('Payments?rows=1');
	await api('SalesOrders/101');
	const { body } = await control('GET', '/log');
	expect(body).toMatchObject({ total: 2, counts: { 'GET Payments': 1, 'GET SalesOrders': 1 } });
	expect(body.requests[0]).toMatchObject({ key: 'cin7', query: 'rows=1', status: 200, rows: 1 });
	await control('POST', '/log/clear', {});
	expect((await control('GET', '/log')).body).toEqual({ total: 0, counts: {}, requests: [] });
});

it('makes things go wrong until told otherwise', async () => {
	await control('POST', '/faults', [{ match: { times: 0 }, effect: { type: 'wholeCall400' } }]);
	expect((await api('Payments')).status).toBe(400);
	expect((await control('GET', '/faults')).body.faults).toMatchObject([{ hit: 1 }]);
	await control('DELETE', '/faults');
	expect((await api('Payments')).status).toBe(200);
	expect((await control('POST', '/faults', { effect: { type: 'x' } })).status).toBe(400);
});

it('changes settings and refuses those that do not exist', async () => {
	expect((await control('POST', '/settings', { foreignTotals: 'home' })).body.foreignTotals).toBe(
		'home',
	);
	expect((await control('GET', '/settings')).body.foreignTotals).toBe('home');
	await control('POST', '/settings', { foreignTotals: 'order' });
	for (const [name, value] of [
		['colour', 'red'],
		['foreignTotals', 'moon'],
		['latency', 5],
	]) {
		expect((await control('POST', '/settings', { [String(name)]: value })).status).toBe(400);
	}
});

it('lets a person do what the API does not', async () => {
	const person = async (edit: object) => (await control('POST', '/person', edit)).body;
	expect((await person({ resource: 'CreditNotes', id: 104, void: true })).record.status).toBe(
		'VOID',
	);
	expect(
		(
			await person({
				resource: 'Payments',
				id: 501,
				set: { batchReference: 'B-1', reconcileDate: '' },
			})
		).record.batchReference,
	).toBe('B-1');
	expect(
		(await person({ resource: 'SalesOrders', id: 101, import: true })).record.accountingAttributes,
	).toEqual({
		importDate: expect.stringMatching(/Z$/),
		accountingImportStatus: 'Imported',
	});
	expect(
		(
			await person({
				resource: 'SalesOrders',
				id: 102,
				set: { source: 'By hand', total: 1, branchId: 1 },
			})
		).record,
	).toMatchObject({ source: 'By hand', total: 1, branchId: 1 });
	expect(
		(await person({ resource: 'SalesOrders', set: { reference: 'NEW', source: 'Shopify X' } }))
			.record,
	).toMatchObject({ reference: 'NEW', source: 'Shopify X' });
	expect((await person({ resource: 'SalesOrders', id: 103, delete: true })).record).toBe(null);
	expect((await api('SalesOrders/103')).status).toBe(404);
	expect((await control('POST', '/person', { resource: 'Orders' })).body.message).toBe(
		'There is no resource Orders.',
	);
	expect(
		(await control('POST', '/person', { resource: 'Payments', id: 9, set: {} })).body.message,
	).toBe('Payment 9 was not found.');
});

it('serves control and page to programs on this machine only', async () => {
	const { port } = new URL(sandbox.line.page);
	const status = (path: string, headers: Record<string, string>, method = 'GET') =>
		new Promise<number>((resolve, reject) => {
			const going = request({ host: '127.0.0.1', port, path, headers, method }, (answer) => {
				answer.resume();
				resolve(answer.statusCode ?? 0);
			});
			going.on('error', reject);
			going.end();
		});
	expect(await status('/control/ledger', { host: 'evil.example.com' })).toBe(403);
	expect(await status('/', { host: `rebound.example.com:${port}` })).toBe(403);
	expect(
		await status(
			'/control/reset',
			{ host: `127.0.0.1:${port}`, origin: 'http://evil.example.com' },
			'POST',
		),
	).toBe(403);
	expect(await status('/control/ledger', { host: `localhost:${port}` })).toBe(200);
	expect(await status('/', { host: `127.0.0.1:${port}` })).toBe(200);
});
