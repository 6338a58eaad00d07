// `npm run test:scale -- [--full] [--bots N] [--payments N] [--workers N] [--json FILE]`: bots on several workers of n8n's
// queue mode that share one key of the stand-in, under Cin7's real limits of 3 calls a second and 60 a minute. All at once
// first; then some more, of which one loses its worker. What n8n reports and the stand-in's ledger must agree to the cent.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Scenario } from '../../sandbox/scenario/scenario.mts';
import { stopServices } from '../../sandbox/n8n/service.mts';
import { liveDocuments } from '../../sandbox/n8n/verify/documents.mts';
import { verify } from '../../sandbox/n8n/verify.mts';
import { probed } from '../bot/probed.mts';
import { allAtOnce, type AllAtOnce } from './allAtOnce.mts';
import { savedBots } from './botWorkflows.mts';
import { killedWorker, type KilledWorker } from './killedWorker.mts';
import { manyBots } from './manyBots.mts';
import { startQueueMode } from './queueMode.mts';

/**
 * Of the key's limit, and of all calls. What is unused is mostly at the end, when one worker is left and speeds up slowly; the
 * shorter a run, the more of it is end, and the more is up to chance. So the short one, which every change has to pass, only
 * notices when sharing does not work at all; the books it holds as strictly as the whole one.
 */
const bounds = {
	full: { usedAtLeast: 0.85, refusedAtMost: 0.05 },
	short: { usedAtLeast: 0.5, refusedAtMost: 0.1 },
};

interface Result {
	bots: number;
	paymentsEach: number;
	workers: number;
	allAtOnce: AllAtOnce;
	killedWorker: KilledWorker;
	/** Of both parts together. */
	batched: number;
	twice: number;
	differences: string[];
}

async function measure(): Promise<number> {
	const { values } = parseArgs({
		options: {
			full: { type: 'boolean', default: false },
			bots: { type: 'string' },
			payments: { type: 'string', default: '50' },
			workers: { type: 'string', default: '3' },
			json: { type: 'string' },
		},
	});
	const count = Number(values.bots ?? (values.full ? 20 : 12));
	const [paymentsEach, workers] = [values.payments, values.workers].map(Number);
	const more = 2;
	const now = new Date().toISOString();
	const { scenario, bots } = manyBots({ now, bots: count + more, payments: paymentsEach });
	const queue = await startQueueMode(knownAccount(scenario), workers, Math.ceil(count / workers));
	say(`n8n ${queue.version}: a main process and ${workers} workers, Redis, PostgreSQL`);
	const saved = await savedBots(queue, bots);
	const before = await queue.ledger();
	const first = await allAtOnce(queue, saved.slice(0, count));
	sayFirst(first, paymentsEach);
	const killed = await killedWorker(queue, saved.slice(count), saved[0]);
	sayKilled(killed);
	const ledger = await queue.ledger();
	const at = Date.parse(now);
	const look = { from: at - 30 * 86_400_000, until: at, ended: Date.now() };
	const { differences, checked } = verify(
		ledger,
		[...first.batches, ...killed.batches],
		[],
		look,
		before,
	);
	const listed = liveDocuments(ledger).flatMap(({ manifest }) => manifest?.payments ?? []);
	const twice = listed.length - new Set(listed.map(([id]) => id)).size;
	const result: Result = {
		...{ bots: count, paymentsEach, workers, allAtOnce: first, killedWorker: killed },
		batched: checked.batched,
		twice,
		differences,
	};
	const figures = (key: string, value: unknown) => (key === 'batches' ? undefined : value);
	if (values.json !== undefined) {
		await writeFile(values.json, `${JSON.stringify(result, figures, '\t')}\n`);
	}
	await queue.stop();
	const { usedAtLeast, refusedAtMost } = values.full ? bounds.full : bounds.short;
	const wrong = whatIsWrong(result, (count + more) * paymentsEach);
	if (first.used < usedAtLeast) wrong.push(`Only ${percent(first.used)} of the limit was used.`);
	if (first.refusedPart > refusedAtMost) {
		wrong.push(`${percent(first.refusedPart)} of the calls were refused.`);
	}
	say(...wrong.map((text) => `✖ ${text}`));
	if (wrong.length === 0)
		say('✔ Every payment is in one batch, to the cent, and the key was shared.');
	return wrong.length === 0 ? 0 : 1;
}

/** What Cin7 keeps of what is written is found out once for an account, by its first run: that is not measured here. */
function knownAccount(scenario: Scenario): Scenario {
	return { ...scenario, cin7: { ...scenario.cin7, ...probed(scenario.cin7) } };
}

function sayFirst(first: AllAtOnce, paymentsEach: number): void {
	const { bots, finished, minutes, accepted, refused, used, refusedPart, onWorkers } = first;
	say(
		`${bots} bots of ${paymentsEach} payments at once, ${onWorkers.join(' + ')} on the workers: ${finished} finished in ${minutes.toFixed(1)} minutes`,
		`${accepted} calls, ${(accepted / bots).toFixed(1)} a bot: ${percent(used)} of the limit; ${refused} more were refused: ${percent(refusedPart)}`,
	);
}

function sayKilled({ reference, isFinishedByNext, died, statuses }: KilledWorker): void {
	const next = isFinishedByNext ? 'the next run of another bot finished it' : 'it is unfinished';
	say(
		`A worker killed while ${reference} was under way, ${died} runs with it (n8n: ${statuses.join(', ')}): ${next}`,
	);
}

function whatIsWrong(
	{ allAtOnce: first, killedWorker: killed, ...all }: Result,
	payments: number,
): string[] {
	const found = [...first.failed, ...killed.failed, ...all.differences];
	if (first.finished !== first.bots)
		found.push(`${first.bots - first.finished} bots made no batch.`);
	if (all.batched !== payments)
		found.push(`${all.batched} of ${payments} payments are in a batch.`);
	if (all.twice > 0) found.push(`${all.twice} payments are in two batches.`);
	if (!killed.isFinishedByNext) found.push('The batch of the killed worker was not finished.');
	return found;
}

function percent(part: number): string {
	return `${(100 * part).toFixed(1)} %`;
}

function say(...lines: string[]): void {
	for (const line of lines) process.stdout.write(`${line}\n`);
}

process.exitCode = await measure().catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	return 1;
});
await stopServices();
