// The engine without sockets and the API over HTTP are the same: one recorded log of calls, both ways.
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createCin7, exampleKey } from '../../sandbox/cin7/cin7.mts';
import type { Cin7 } from '../../sandbox/cin7/cin7.mts';
import { basicAuth } from '../../sandbox/cin7/keys.mts';
import { realLimits } from '../../sandbox/cin7/limits.mts';
import { listenCin7 } from '../../sandbox/cin7/listen.mts';
import { exampleRows, start } from './openAccount.mts';

interface RecordedCall {
	method: string;
	path: string;
	query?: string;
	key?: string;
	body?: unknown;
}

interface Heard {
	status: number;
	type: string | undefined;
	retryAfter: string | undefined;
	body: string;
}

const log = JSON.parse(
	readFileSync(join(import.meta.dirname, 'recorded.json'), 'utf8'),
) as RecordedCall[];

const account = (options = {}) =>
	createCin7({ rows: exampleRows(), clock: { now: () => Date.parse(start) }, ...options });

function sent({ key, body }: RecordedCall) {
	const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
	const authorization = basicAuth({ ...exampleKey, apiKey: key ?? exampleKey.apiKey });
	return { text, authorization };
}

async function throughEngine(cin7: Cin7, call: RecordedCall): Promise<Heard> {
	const { method, path, query = '' } = call;
	const { text, authorization } = sent(call);
	const answer = await cin7.handle({ method, path, query, headers: { authorization }, body: text });
	const { 'content-type': type, 'retry-after': retryAfter } = answer.headers;
	return { status: answer.status, type, retryAfter, body: answer.body };
}

function overHttp(port: number, call: RecordedCall): Promise<Heard> {
	const { text, authorization } = sent(call);
	const path = call.query ? `${call.path}?${call.query}` : call.path;
	return new Promise((resolve, reject) => {
		const headers = {
			authorization,
			'content-type': 'application/json',
			'content-length': Buffer.byteLength(text),
		};
		const going = request(
			{ host: '127.0.0.1', port, method: call.method, path, headers },
			(answer) => {
				const chunks: Buffer[] = [];
				answer.on('data', (chunk: Buffer) => chunks.push(chunk));
				answer.on('end', () => {
					const { 'content-type': type, 'retry-after': retryAfter } = answer.headers;
					resolve({
						status: answer.statusCode ?? 0,
						type,
						retryAfter,
						body: Buffer.concat(chunks).toString(),
					});
				});
			},
		);
		going.on('error', reject);
		going.end(text);
	});
}

it('gives the same answers and leaves the same ledger both ways', async () => {
	const [engine, served] = [account(), account()];
	const listening = await listenCin7(served, 0);
	try {
		const statuses = new Set<number>();
		for (const call of log) {
			const answer = await throughEngine(engine, call);
			statuses.add(answer.status);
			expect(await overHttp(listening.port, call)).toEqual(answer);
		}
		expect([...statuses].sort()).toEqual([200, 400, 401, 404, 405]);
		expect(served.ledger()).toEqual(engine.ledger());
		expect(served.log.counts()).toEqual(engine.log.counts());
	} finally {
		await listening.stop();
		engine.close();
		served.close();
	}
});

it('refuses the fourth call of a second both ways', async () => {
	const cin7 = account({ limits: realLimits });
	const listening = await listenCin7(cin7, 0);
	const call = { method: 'GET', path: '/api/v1/Users' };
	try {
		const answers = [];
		for (let n = 0; n < 4; n += 1) answers.push(await overHttp(listening.port, call));
		expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429]);
		expect(answers[3]).toMatchObject({
			retryAfter: '1',
			body: '"API calls quota exceeded! maximum admitted 3 per Second."',
		});
	} finally {
		await listening.stop();
		cin7.close();
	}
});

it('resets connections and stays silent over HTTP, and stops although a caller waits', async () => {
	const cin7 = account();
	const listening = await listenCin7(cin7, 0);
	const call = { method: 'PUT', path: '/api/v1/SalesOrders', body: [{ id: 101, stage: 'A' }] };
	cin7.faults.add({ match: {}, effect: { type: 'reset', committed: true } });
	await expect(overHttp(listening.port, call)).rejects.toThrow('ECONNRESET');
	expect(cin7.ledger().salesOrders[0].stage).toBe('A');
	cin7.faults.add({ match: {}, effect: { type: 'timeout', committed: false } });
	const waiting = overHttp(listening.port, call).then(
		() => 'answered',
		() => 'ended',
	);
	await new Promise((resolve) => setTimeout(resolve, 50));
	await listening.stop();
	expect(await waiting).toBe('ended');
	cin7.close();
});
