// Twenty bots of three workers start at the same moment on one account and one key, in virtual time and in memory: what the
// race for the next numbers costs in calls, and that nobody loses anything by it.
import { runBatches } from '../../lib/batching/run/run';
import { createCin7Client } from '../../lib/cin7/client';
import { createLimiter } from '../../lib/cin7/limiter';
import { branches } from '../../lib/cin7/resources';
import type { Transport } from '../../lib/cin7/transport';
import { createCin7 } from '../../sandbox/cin7/cin7.mts';
import { realLimits } from '../../sandbox/cin7/limits.mts';
import { seededRandom } from '../../sandbox/cin7/random.mts';
import { virtualTime } from '../../sandbox/cin7/time.mts';
import { liveDocuments } from '../../sandbox/n8n/verify/documents.mts';
import type { Ledger } from '../../sandbox/n8n/verify/ledger.mts';
import { documentSettingsOf, engineTransport, settingsOf } from '../bot/openBot.mts';
import { probed } from '../bot/probed.mts';
import { manyBots } from './manyBots.mts';

jest.setTimeout(120_000);

const now = '2026-06-02T03:00:00Z';

async function race(count: number, payments: number, workers: number) {
	const { scenario, bots } = manyBots({ now, bots: count, payments });
	const start = Date.parse(now);
	const time = virtualTime(start);
	const cin7 = createCin7({
		rows: probed(scenario.cin7),
		clock: time,
		scheduler: time,
		limits: realLimits,
		settings: { latency: { min: 100, max: 400 } },
	});
	const clock = { now: time.now, sleep: time.after };
	const limiters = Array.from({ length: workers }, (_, index) =>
		createLimiter(realLimits, clock, seededRandom(index + 1)),
	);
	const made: { bot: number; call: string; status: number }[] = [];
	const work = bots.map(async (bot, index) => {
		const carry = engineTransport(cin7);
		const transport: Transport = async (exchange) => {
			const answer = await carry(exchange);
			const status = 'noAnswer' in answer ? 0 : answer.status;
			made.push({ bot: index, call: `${exchange.method} ${exchange.path}`, status });
			return answer;
		};
		const limiter = limiters[index % workers];
		const random = seededRandom(index + 101);
		const client = createCin7Client({ transport, limiter, ...clock, random });
		const known = await client.all(branches);
		const settings = settingsOf(bot);
		return await runBatches(
			client,
			settings,
			documentSettingsOf(bot),
			start,
			known,
			`run-${index}`,
		);
	});
	const results = await time.settle(Promise.allSettled(work));
	return { results, made, cin7, minutes: (time.now() - start) / 60_000, bots };
}

/** References of the live batches that list a payment, by payment. */
function batchesOf(ledger: Ledger): Map<number, string[]> {
	const found = new Map<number, string[]>();
	for (const { order, manifest } of liveDocuments(ledger)) {
		for (const [id] of manifest?.payments ?? []) {
			found.set(id, [...(found.get(id) ?? []), order.reference]);
		}
	}
	return found;
}

describe('twenty bots of 50 payments, on three workers and one key', () => {
	let outcome: Awaited<ReturnType<typeof race>>;
	beforeAll(async () => {
		outcome = await race(20, 50, 3);
		const { made, minutes } = outcome;
		const refused = made.filter(({ status }) => status === 429).length;
		const accepted = made.length - refused;
		const used = Math.round((100 * accepted) / (60 * minutes));
		process.stderr.write(
			`${accepted} calls (${accepted / 20} a bot), ${refused} refused, in ${minutes.toFixed(1)} minutes: ${used} % of the limit\n`,
		);
	});

	it('all finish their batch, and none has to plan again', () => {
		const told = outcome.results.map((result) => {
			if (result.status === 'rejected') return String(result.reason);
			const { leftOver, asPlanned, batches } = result.value;
			return { leftOver, asPlanned, done: batches.map(({ done }) => done) };
		});
		expect(told).toEqual(Array(20).fill({ leftOver: 0, asPlanned: true, done: [true] }));
	});

	it('batch every payment once', () => {
		const batches = batchesOf(outcome.cin7.ledger() as unknown as Ledger);
		expect([...batches.values()].filter(({ length }) => length !== 1)).toEqual([]);
		expect(batches.size).toBe(1_000);
	});

	it('use the limit, with few refusals', () => {
		const { made, minutes } = outcome;
		const refused = made.filter(({ status }) => status === 429).length;
		expect((made.length - refused) / (60 * minutes)).toBeGreaterThanOrEqual(0.85);
		expect(refused / made.length).toBeLessThanOrEqual(0.05);
	});

	it('spend little on the race for numbers: at most 32 calls a bot, where one alone makes 22', () => {
		const accepted = outcome.made.filter(({ status }) => status !== 429);
		expect(accepted.length / 20).toBeLessThanOrEqual(32);
	});
});
