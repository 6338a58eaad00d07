// What is kept: an account in a file goes on where it stopped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCin7, exampleKey } from '../../sandbox/cin7/cin7.mts';
import { basicAuth } from '../../sandbox/cin7/keys.mts';
import { startSandbox } from '../../sandbox/sandbox.mts';
import { emptyScenario } from '../../sandbox/scenario/scenario.mts';
import { exampleRows, start } from './openAccount.mts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('goes on with the records, references, numbers and settings of the file, and loads nothing again', async () => {
	const store = join(folder, 'account.sqlite');
	const call = async (
		cin7: ReturnType<typeof createCin7>,
		method: string,
		path: string,
		body: unknown,
	) => {
		const headers = { authorization: basicAuth(exampleKey) };
		const answer = await cin7.handle({
			method,
			path: `/api/v1/${path}`,
			query: '',
			headers,
			body: JSON.stringify(body),
		});
		return JSON.parse(answer.body);
	};
	const first = createCin7({ store, rows: exampleRows() });
	await call(first, 'POST', 'SalesOrders', [{ reference: 'BATCH-000001' }]);
	await call(first, 'DELETE', 'Payments/504', '');
	first.set({ duplicateReference: 'wholeCall', latency: { max: 3 } });
	const ledger = first.ledger();
	first.close();

	const second = createCin7({ store, rows: exampleRows() });
	expect(second.ledger()).toEqual(ledger);
	expect(second.settings()).toMatchObject({
		duplicateReference: 'wholeCall',
		latency: { min: 0, max: 3 },
		account: { currencyCode: 'NZD' },
	});
	expect(await call(second, 'POST', 'SalesOrders', [{ reference: 'batch-000001' }])).toEqual({
		message: "Reference 'batch-000001' already exists.",
	});
	expect((await call(second, 'POST', 'Payments', [{ orderId: 101, amount: 1 }]))[0].id).toBe(505);
	second.close();
});

it('keeps keys, mail and clock of the whole sandbox', async () => {
	const scenario = () => ({ ...emptyScenario(start), cin7: exampleRows() });
	const options = {
		scenario,
		port: 0,
		limits: 'off',
		state: join(folder, 'state.sqlite'),
		seed: 1,
	} as const;
	const first = await startSandbox({ ...options, now: '2026-06-02T09:00:00Z' });
	const kept = await (
		await fetch(`${first.line.control}/clock`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ running: false, now: '2026-07-01T00:00:00Z' }),
		})
	).json();
	expect(kept).toEqual({ now: '2026-07-01T00:00:00Z', running: false });
	await first.stop();

	const second = await startSandbox({
		...options,
		scenario: () => {
			throw new Error('not loaded again');
		},
	});
	const { cin7, cin7WithoutPayments, smtp } = second.line.credentials;
	expect(cin7.apiKey).toBe(first.line.credentials.cin7.apiKey);
	expect(cin7WithoutPayments.apiKey).toBe(first.line.credentials.cin7WithoutPayments.apiKey);
	expect(smtp.password).toBe(first.line.credentials.smtp.password);
	expect(await (await fetch(`${second.line.control}/clock`)).json()).toEqual({
		now: '2026-07-01T00:00:00Z',
		running: false,
	});
	await second.stop();

	const third = await startSandbox({ ...options, now: '2026-06-03T09:00:00Z' });
	const clock = await (await fetch(`${third.line.control}/clock`)).json();
	expect(clock).toEqual({ now: expect.stringMatching(/^2026-06-03T09:00:0/), running: true });
	await third.stop();
});

it('stays as it was when a row does not fit, and is loaded when that is put right', () => {
	const store = join(folder, 'account.sqlite');
	const broken = exampleRows();
	broken.payments[3].comments = 'x'.repeat(251);
	const complaint =
		'cin7.payments[3]: The field comments must be a text with a maximum length of 250';
	expect(() => createCin7({ store, rows: broken })).toThrow(complaint);
	const cin7 = createCin7({ store, rows: exampleRows() });
	const ledger = cin7.ledger();
	expect(ledger.payments).toHaveLength(4);
	expect(() => cin7.reset(broken)).toThrow(complaint);
	expect(cin7.ledger()).toEqual(ledger);
	cin7.reset(emptyScenario(start).cin7);
	expect(cin7.ledger().payments).toEqual([]);
	cin7.close();
});

it('does nothing more once closed, though its memory is used again', () => {
	const first = createCin7({ rows: exampleRows() });
	first.close();
	first.close();
	const second = createCin7({ rows: emptyScenario(start).cin7 });
	expect(second.ledger().payments).toEqual([]);
	expect(() => first.ledger()).toThrow('This account is closed.');
	second.close();
});
