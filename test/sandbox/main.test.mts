// The command: its options, its first line of output, how it stops.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../../sandbox/arguments.mts';
import { basicAuth } from '../../sandbox/cin7/keys.mts';
import { checkScenario, loadScenario } from '../../sandbox/scenario/load.mts';
import { exampleRows, start } from './openAccount.mts';

const main = join(import.meta.dirname, '../../sandbox/main.mts');
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(options: string[]) {
	const child = spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
	let [out, errors] = ['', ''];
	child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	const ended = new Promise<{ code: number | null; out: string; errors: string }>((resolve) => {
		child.on('close', (code) => resolve({ code, out, errors }));
	});
	const firstLine = new Promise<string>((resolve) => {
		child.stdout.on('data', () => {
			if (out.includes('\n')) resolve(out.split('\n')[0]);
		});
	});
	return { child, ended, firstLine };
}

it('says in its first line where everything is, serves a scenario with real limits, and stops cleanly', async () => {
	const file = join(folder, 'scenario.json');
	writeFileSync(file, JSON.stringify({ now: start, cin7: exampleRows() }));
	const { child, ended, firstLine } = run([
		'--scenario',
		file,
		'--now',
		'2026-06-05T00:00:00Z',
		'--limits',
		'real',
	]);
	const line = JSON.parse(await firstLine);
	expect(Object.keys(line)).toEqual([
		'cin7',
		'amazon',
		'lwa',
		'smtp',
		'control',
		'page',
		'credentials',
	]);
	expect(line.credentials.cin7).toMatchObject({
		requestsPerSecond: 3,
		requestsPerMinute: 60,
		requestsPerDay: 5000,
	});
	const clock = await (await fetch(`${line.control}/clock`)).json();
	expect(clock).toEqual({ now: expect.stringMatching(/^2026-06-05T00:0/), running: true });
	const statuses = [];
	for (let n = 0; n < 4; n += 1) {
		const headers = { authorization: basicAuth(line.credentials.cin7) };
		statuses.push((await fetch(`${line.cin7}/Users`, { headers })).status);
	}
	expect(statuses).toEqual([200, 200, 200, 429]);
	child.kill('SIGTERM');
	expect(await ended).toMatchObject({ code: 0, errors: '' });
}, 30_000);

it.each([
	[['--port', 'http'], '--port must be a whole number from 0 to 65531, not "http".'],
	[['--limits', 'some'], '--limits must be real or off, not "some".'],
	[['--now', 'noon'], '--now must be an instant such as 2026-06-02T01:30:00Z, not "noon".'],
	[['--now', '2026-06-02'], '--now must be an instant'],
	[['--seed', '-1'], '--seed'],
	[['--colour', 'red'], "Unknown option '--colour'"],
])('refuses %j', (options, message) => {
	expect(() => readArguments(options)).toThrow(message);
});

it('says what does not fit and how it is used', async () => {
	const { code, out, errors } = await run(['--scenario', join(folder, 'none.json')]).ended;
	expect([code, out]).toEqual([1, '']);
	expect(errors).toContain('none.json: this scenario file cannot be read.');
	expect(errors).toContain('--limits real|off');
}, 30_000);

describe('a scenario', () => {
	it('may leave out resources', () => {
		expect(checkScenario({ now: start, cin7: {} }).cin7).toMatchObject({ payments: [], users: [] });
	});

	it.each<[unknown, string]>([
		[[], 'scenario: must be a JSON object'],
		[{ now: start }, 'scenario: cin7 must be an object of arrays'],
		[{ now: '2026-06-02', cin7: {} }, 'scenario: now must be an instant'],
		[{ now: start, cin7: {}, shop: {} }, 'scenario: shop is not a part of a scenario.'],
		[{ now: start, cin7: { orders: [] } }, 'scenario: cin7.orders is not a resource.'],
		[{ now: start, cin7: { payments: {} } }, 'scenario: cin7.payments must be an array.'],
		[{ now: start, cin7: { payments: [1] } }, 'scenario: cin7.payments[0] must be an object.'],
		[
			{ now: start, cin7: { payments: [{ id: 'a' }] } },
			'scenario: cin7.payments[0].id must be a whole number',
		],
		[
			{ now: start, cin7: { payments: [{ id: 1 }, { id: 1 }] } },
			'scenario: cin7.payments[1].id 1 is given twice.',
		],
		[
			{ now: start, cin7: { payments: [{ paymentDate: 'May' }] } },
			'scenario: cin7.payments[0].paymentDate must be null or an instant',
		],
		[
			{ now: start, cin7: { salesOrders: [{ id: 1 }], creditNotes: [{ id: 1 }] } },
			'scenario: cin7.creditNotes[0].id 1 is already that of cin7.salesOrders[0].id.',
		],
		[
			{ now: start, cin7: { salesOrders: [{ reference: 'A' }, { reference: 'a' }] } },
			'scenario: cin7.salesOrders[1].reference a is already that of cin7.salesOrders[0].reference.',
		],
		[
			{ now: start, cin7: { salesOrders: [{ lineItems: {} }] } },
			'scenario: cin7.salesOrders[0].lineItems must be an array.',
		],
	])('%j: %s', (scenario, message) => {
		expect(() => checkScenario(scenario)).toThrow(message);
	});

	it('is refused with the name of its file when it is not JSON', () => {
		const file = join(folder, 'broken.json');
		writeFileSync(file, '{');
		expect(() => loadScenario(file)).toThrow(`${file}: not JSON`);
	});
});
