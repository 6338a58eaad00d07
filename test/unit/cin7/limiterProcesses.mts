// Several processes on one API connection, in virtual time: each has a limiter of its own, and the stand-in's limits count
// the calls of all.
import { createLimiter, type Limits } from '../../../lib/cin7/limiter';
import type { Period } from '../../../lib/cin7/tooManyCalls';
import { throttle, type Refusal } from '../../../sandbox/cin7/limits.mts';
import { virtualClock } from './virtualClock.mts';

export interface Worker {
	/** Minutes from the start at which it begins and ends; the whole time when left out. */
	from?: number;
	to?: number;
	/** How many bots it runs, each making one call after the other. */
	bots?: number;
	/** Milliseconds that a bot does something else between two calls, on average. */
	thinks?: number;
}

/** What a 429 says. */
export interface Told {
	retryAfter: boolean;
	period: boolean;
}

export interface Day {
	minutes: number;
	workers: Worker[];
	told: Told;
	seed: number;
	/** Another system makes a call every so many milliseconds, whatever becomes of it. */
	strangerEvery?: number;
}

export interface Tally {
	/** By worker. */
	accepted: number[];
	refused: number[];
	strangerAccepted: number;
	/** Part of the limit that all calls together used. */
	used: number;
	/** Part of the workers' calls that were refused. */
	refusedPart: number;
	/** Most often that one and the same call was refused. */
	mostRefusals: number;
}

/** There and back at most, in milliseconds. */
const underWay = 300;

/** Lets workers share one connection. */
export async function shareOneKey(limits: Limits, day: Day): Promise<Tally> {
	const { minutes, workers, told, seed, strangerEvery } = day;
	const clock = virtualClock();
	const start = clock.now();
	const end = start + minutes * 60_000;
	const random = randomOf(seed);
	const server = throttle(limits);
	const accepted = workers.map(() => 0);
	const refused = workers.map(() => 0);
	let strangerAccepted = 0;
	let mostRefusals = 0;

	/** @returns how often it was refused, or null when the day was over first */
	async function call(limiter: ReturnType<typeof createLimiter>): Promise<number | null> {
		for (let tries = 1; ; tries++) {
			await limiter.acquire(undefined, tries > 1);
			if (clock.now() >= end) return null;
			await clock.sleep((underWay / 2) * random());
			const refusal = server.refuses('key', clock.now());
			await clock.sleep((underWay / 2) * random());
			if (!refusal) return tries - 1;
			limiter.refused(noticeOf(refusal, told), tries);
		}
	}

	async function work({ from = 0, to = minutes, bots = 7, thinks = 0 }: Worker, index: number) {
		const limiter = createLimiter(limits, clock, random);
		const bot = async () => {
			if (from > 0) await clock.sleep(from * 60_000);
			while (clock.now() < start + to * 60_000) {
				const refusals = await call(limiter);
				if (refusals === null) return;
				accepted[index] += 1;
				refused[index] += refusals;
				mostRefusals = Math.max(mostRefusals, refusals);
				if (thinks > 0) await clock.sleep(2 * thinks * random());
			}
		};
		await Promise.all(Array.from({ length: bots }, bot));
	}

	async function stranger(every: number) {
		for (; clock.now() < end; await clock.sleep(every)) {
			if (!server.refuses('key', clock.now())) strangerAccepted += 1;
		}
	}

	const all = workers.map(work);
	if (strangerEvery !== undefined) all.push(stranger(strangerEvery));
	await clock.run(Promise.all(all));
	const ours = sum(accepted);
	return {
		accepted,
		refused,
		strangerAccepted,
		used: (ours + strangerAccepted) / (limits.perMinute * minutes),
		refusedPart: sum(refused) / (ours + sum(refused)),
		mostRefusals,
	};
}

function noticeOf({ retryAfter, period, admitted }: Refusal, told: Told) {
	return {
		retryAfter: told.retryAfter ? retryAfter * 1000 : null,
		period: told.period ? (period.toLowerCase() as Period) : null,
		admitted: told.period ? admitted : null,
	};
}

function randomOf(seed: number): () => number {
	let state = seed * 7919 + 1;
	return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function sum(counts: number[]): number {
	return counts.reduce((a, b) => a + b, 0);
}
