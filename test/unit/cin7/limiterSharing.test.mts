// One API connection for several processes: used fully, with few refusals, and by all of them.
import { createLimiter } from '../../../lib/cin7/limiter';
import { createSharedPace } from '../../../lib/cin7/sharedPace';
import { realLimits } from '../../../sandbox/cin7/limits.mts';
import { shareOneKey, type Day, type Tally, type Told, type Worker } from './limiterProcesses.mts';
import { virtualClock } from './virtualClock.mts';

const plain: Told = { retryAfter: true, period: true };
const tellings: [string, Told][] = [
	['Retry-After and the period', plain],
	['Retry-After alone', { retryAfter: true, period: false }],
	['the period alone', { retryAfter: false, period: true }],
	['nothing', { retryAfter: false, period: false }],
];
const seeds = [1, 2, 3, 4, 5];
/** The limit of a day is not what is shared here. */
const limits = { ...realLimits, perDay: 1_000_000 };

async function days(day: Omit<Day, 'seed' | 'told'> & { told?: Told }): Promise<Tally[]> {
	const tallies: Tally[] = [];
	for (const seed of seeds) {
		tallies.push(await shareOneKey(limits, { told: plain, ...day, seed }));
	}
	return tallies;
}

const same = (count: number, worker: Worker = {}): Worker[] => Array<Worker>(count).fill(worker);
const least = (tallies: Tally[], of: (tally: Tally) => number) => Math.min(...tallies.map(of));
const most = (tallies: Tally[], of: (tally: Tally) => number) => Math.max(...tallies.map(of));

describe('workers that share an API connection', () => {
	it('alone, use all of it and are never refused', async () => {
		const tallies = await days({ minutes: 30, workers: same(1) });
		expect(most(tallies, ({ refusedPart }) => refusedPart)).toBe(0);
		expect(least(tallies, ({ used }) => used)).toBeGreaterThan(0.98);
	});

	it.each(tellings)(
		'three of them use 85 %% of it with at most 5 %% refused, told %s',
		async (_, told) => {
			const tallies = await days({ minutes: 10, workers: same(3), told });
			expect(least(tallies, ({ used }) => used)).toBeGreaterThanOrEqual(0.85);
			expect(most(tallies, ({ refusedPart }) => refusedPart)).toBeLessThanOrEqual(0.05);
			expect(most(tallies, ({ mostRefusals }) => mostRefusals)).toBeLessThanOrEqual(6);
			const share = ({ accepted }: Tally) => Math.min(...accepted) / Math.max(...accepted);
			expect(least(tallies, share)).toBeGreaterThan(0.5);
		},
	);

	it('go on like that for hours, also six of them', async () => {
		for (const count of [2, 3, 6]) {
			const tallies = await days({ minutes: 120, workers: same(count) });
			expect(least(tallies, ({ used }) => used)).toBeGreaterThan(0.9);
			// Six of them meet more often.
			expect(most(tallies, ({ refusedPart }) => refusedPart)).toBeLessThan(count < 6 ? 0.03 : 0.06);
		}
	});

	it('take as much with one bot as with twenty', async () => {
		const tallies = await days({
			minutes: 10,
			workers: [{ bots: 1 }, { bots: 20 }, { bots: 7 }],
		});
		expect(least(tallies, ({ accepted }) => accepted[0] / accepted[1])).toBeGreaterThan(0.7);
		expect(least(tallies, ({ used }) => used)).toBeGreaterThanOrEqual(0.85);
	});

	it('take up what those leave who go, and make room for those who come', async () => {
		const workers = [{}, { from: 3, to: 9 }, { from: 5, to: 12 }, { from: 14 }];
		const tallies = await days({ minutes: 20, workers });
		expect(least(tallies, ({ used }) => used)).toBeGreaterThanOrEqual(0.85);
		expect(most(tallies, ({ refusedPart }) => refusedPart)).toBeLessThanOrEqual(0.05);
		// 3 a minute is what nobody is crowded out of.
		expect(least(tallies, ({ accepted }) => Math.min(...accepted))).toBeGreaterThanOrEqual(18);
	});

	it('leave its half to another system, and use theirs', async () => {
		const tallies = await days({ minutes: 20, workers: same(1), strangerEvery: 2_000 });
		expect(least(tallies, ({ strangerAccepted }) => strangerAccepted)).toBeGreaterThan(20 * 28);
		expect(least(tallies, ({ used }) => used)).toBeGreaterThan(0.9);
		expect(most(tallies, ({ refusedPart }) => refusedPart)).toBeLessThan(0.03);
	});
});

/** Calls that met in the same second; the limit is free again a second later. */
it('who is met often in the first seconds has no less of the minute than others', () => {
	const [lucky, unlucky] = [1, 4].map((refusals) => {
		const pace = createSharedPace(() => 0);
		for (let at = 1_000; at <= refusals * 1_000; at += 1_000) {
			const full = { period: 'second' as const, retryAfter: 1_000, attempt: 1 };
			pace.refused({ ...full, pausedUntil: at + 900 }, at);
		}
		return pace.next(10_000, 1_000, 10_000) - 10_000;
	});
	expect(unlucky / lucky).toBeLessThan(1.1);
});

describe('a call that was refused', () => {
	it('is made again before those that wait already', async () => {
		const clock = virtualClock();
		const limiter = createLimiter({ perSecond: 1, perMinute: 0, perDay: 0 }, clock, () => 0);
		const served: string[] = [];
		const ask = async (name: string, again: boolean) => {
			await limiter.acquire(undefined, again);
			served.push(name);
		};
		await limiter.acquire();
		const waiting = ['later', 'last'].map((name) => ask(name, false));
		limiter.refused({ retryAfter: 1_000, period: 'second', admitted: 1 }, 1);
		await clock.run(Promise.all([...waiting, ask('refused', true), ask('refused too', true)]));
		expect(served).toEqual(['refused', 'refused too', 'later', 'last']);
	});

	it('that is given up lets the others go on', async () => {
		const clock = virtualClock();
		const limiter = createLimiter({ perSecond: 1, perMinute: 0, perDay: 0 }, clock, () => 0);
		const abort = new AbortController();
		await limiter.acquire();
		limiter.refused({ retryAfter: 1_000, period: 'second', admitted: 1 }, 1);
		const gone = limiter.acquire(abort.signal, true);
		const behind = limiter.acquire();
		abort.abort();
		await expect(gone).rejects.toMatchObject({ kind: 'cancelled' });
		await clock.run(behind);
	});
});

describe('the shared pace', () => {
	const fullMinute = { period: 'minute' as const, attempt: 1 };

	it('is none before anybody else is noticed', () => {
		expect(createSharedPace(() => 0.5).next(100, 1_000, 100)).toBe(100);
	});

	it('slows down by what the minute lasted, once for each full minute', () => {
		const pace = createSharedPace(() => 0);
		const crowding = { ...fullMinute, retryAfter: 20_000, pausedUntil: 60_000 };
		pace.refused(crowding, 40_000);
		for (const at of [40_100, 41_000, 45_000]) pace.refused(crowding, at);
		// Two thirds of a minute, and a tenth of that less.
		expect(pace.next(70_000, 1_000, 45_000) - 70_000).toBeCloseTo(1_000 / 0.6, -1);
	});

	it('spreads those who come back over one spacing', () => {
		const pace = createSharedPace(() => 0.5);
		pace.refused({ ...fullMinute, retryAfter: 20_000, pausedUntil: 60_000 }, 40_000);
		expect(pace.next(40_000, 1_000, 40_000)).toBeCloseTo(60_000 + 0.5 * (1_000 / 0.6), -1);
	});

	it('is never below 3 of 60', () => {
		const pace = createSharedPace(() => 0);
		for (let at = 0; at < 1_000; at += 10) {
			pace.refused({ ...fullMinute, retryAfter: 60_000, pausedUntil: at }, at);
		}
		expect(pace.next(0, 1_000, 1_000)).toBeLessThanOrEqual(20_000);
	});

	it('gives the whole limit back within a quarter of an hour without refusals', () => {
		const pace = createSharedPace(() => 0);
		pace.refused({ ...fullMinute, retryAfter: 40_000, pausedUntil: 60_000 }, 20_000);
		expect(pace.next(60_000, 1_000, 60_000)).toBeGreaterThan(63_000);
		const later = 15 * 60_000;
		expect(pace.next(later, 1_000, later)).toBe(later);
	});
});
