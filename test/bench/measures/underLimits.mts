// A run on an account that keeps Cin7's limits, in simulated time; if wanted, beside another system with the same key.
import { runBatches } from '../../../lib/batching/run/run';
import { createCin7Client } from '../../../lib/cin7/client';
import { createLimiter } from '../../../lib/cin7/limiter';
import { branches } from '../../../lib/cin7/resources';
import { createCin7 } from '../../../sandbox/cin7/cin7.mts';
import { realLimits } from '../../../sandbox/cin7/limits.mts';
import { virtualTime } from '../../../sandbox/cin7/time.mts';
import { sixGroups } from '../../../sandbox/scenario/small.mts';
import { documentSettingsOf, engineTransport, settingsOf } from '../../bot/openBot.mts';
import { probed } from '../../bot/probed.mts';

export interface UnderLimits {
	/** Answered calls of the run, and how many more were refused with 429. */
	calls: number;
	refused: number;
	others: number;
	othersRefused: number;
	minutes: number;
}

const now = '2026-06-15T20:30:00Z';

/** Milliseconds that Cin7 takes to answer. */
const latency = { min: 150, max: 600 };

export async function runUnderLimits(options: {
	payments: number;
	othersPerMinute: number;
}): Promise<UnderLimits> {
	const { scenario, bot } = sixGroups({ now, payments: options.payments });
	const start = Date.parse(now);
	const time = virtualTime(start);
	const cin7 = createCin7({
		rows: probed(scenario.cin7),
		clock: time,
		scheduler: time,
		limits: realLimits,
		settings: { latency },
	});
	const sleep = (ms: number) => time.after(ms);
	const carry = engineTransport(cin7);
	let [calls, refused] = [0, 0];
	const client = createCin7Client({
		async transport(exchange) {
			const answer = await carry(exchange);
			if ('status' in answer && answer.status === 429) refused += 1;
			else calls += 1;
			return answer;
		},
		limiter: createLimiter(realLimits, { now: time.now, sleep }),
		sleep,
	});
	let isOver = false;
	async function run(): Promise<void> {
		const known = await client.all(branches);
		const documents = documentSettingsOf(bot);
		const { batches } = await runBatches(client, settingsOf(bot), documents, start, known, 'bench');
		if (!batches.every(({ done }) => done)) throw new Error('A batch was left unfinished.');
		isOver = true;
	}
	/** Another system with the same key, which knows nothing of us: at a steady pace, and again after a refusal. */
	let [others, othersRefused] = [0, 0];
	async function other(): Promise<void> {
		while (!isOver && options.othersPerMinute > 0) {
			await time.after(60_000 / options.othersPerMinute);
			const answer = await carry({ method: 'GET', path: 'Branches' });
			if ('status' in answer && answer.status === 429) othersRefused += 1;
			else others += 1;
		}
	}
	await time.settle(Promise.all([run(), other()]));
	return { calls, refused, others, othersRefused, minutes: (time.now() - start) / 60_000 };
}
