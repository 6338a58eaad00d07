// The time under Cin7's limits once for real: over HTTP, by the real clock, against a stand-in that refuses what is too much.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runBatches } from '../../../lib/batching/run/run';
import { createCin7Client } from '../../../lib/cin7/client';
import { createLimiter } from '../../../lib/cin7/limiter';
import { branches } from '../../../lib/cin7/resources';
import type { Transport } from '../../../lib/cin7/transport';
import { realLimits } from '../../../sandbox/cin7/limits.mts';
import { startSandbox } from '../../../sandbox/n8n/services.mts';
import { sixGroups } from '../../../sandbox/scenario/small.mts';
import { documentSettingsOf, settingsOf } from '../../bot/openBot.mts';
import { probed } from '../../bot/probed.mts';
import type { Figure } from '../figures.mts';
import { rounded } from '../figures.mts';
import { checkout } from '../n8n/n8n.mts';

const now = '2026-06-15T20:30:00Z';
const payments = 10_000;

export async function measure(): Promise<Figure[]> {
	const folder = await mkdtemp(join(tmpdir(), 'cin7-omni-limits-'));
	const { scenario, bot } = sixGroups({ now, payments });
	const file = join(folder, 'scenario.json');
	await writeFile(file, JSON.stringify({ ...scenario, cin7: probed(scenario.cin7) }));
	const args = ['--scenario', file, '--now', now, '--limits', 'real'];
	const sandbox = await startSandbox(checkout, join(folder, 'state'), args);
	try {
		const { baseUrl, username, apiKey } = sandbox.credentials.cin7 as Record<string, string>;
		const counted = { calls: 0, refused: 0 };
		const sleep = (ms: number) => pause(ms);
		const client = createCin7Client({
			transport: overHttp(baseUrl, `${username}:${apiKey}`, counted),
			limiter: createLimiter(realLimits, { now: Date.now, sleep }),
			sleep,
		});
		const started = performance.now();
		const known = await client.all(branches);
		const documents = documentSettingsOf(bot);
		const at = Date.parse(now);
		const run = await runBatches(client, settingsOf(bot), documents, at, known, 'bench');
		const minutes = (performance.now() - started) / 60_000;
		if (!run.batches.every(({ done }) => done)) throw new Error('A batch was left unfinished.');
		return [
			{
				key: 'realLimits.time.10000',
				what: '10,000 payments under the limits, over HTTP and by the real clock: time, to calls / 60 per minute',
				value: rounded(minutes / (counted.calls / 60)),
				unit: '×',
				target: 1.1,
				note: `${counted.calls} calls in ${rounded(minutes)} minutes`,
			},
			{
				key: 'realLimits.refused',
				what: 'The same: calls refused (429)',
				value: counted.refused,
				unit: '',
				target: 0,
			},
		];
	} finally {
		await sandbox.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

function overHttp(
	baseUrl: string,
	user: string,
	counted: { calls: number; refused: number },
): Transport {
	const headers = { authorization: `Basic ${btoa(user)}`, 'content-type': 'application/json' };
	return async ({ method, path, query, body }) => {
		const url = `${baseUrl}/${path}${query ? `?${query}` : ''}`;
		const answer = await fetch(url, {
			method,
			headers,
			body: body ? JSON.stringify(body) : undefined,
		});
		if (answer.status === 429) counted.refused += 1;
		else counted.calls += 1;
		return {
			status: answer.status,
			headers: Object.fromEntries(answer.headers),
			body: await answer.text(),
		};
	};
}
