import { createLimiter, limiterFor, type Limits } from '../../../lib/cin7/limiter';
import { refusalOf } from './fakeCin7.mts';
import { virtualClock, type VirtualClock } from './virtualClock.mts';

const documented: Limits = { perSecond: 3, perMinute: 60, perDay: 5000 };

/** Instants at which so many calls were let through, asked for by callers that each wait for their last. */
async function flow(
	clock: VirtualClock,
	limits: Limits,
	count: number,
	callers = 1,
): Promise<number[]> {
	const limiter = createLimiter(limits, clock);
	const times: number[] = [];
	let left = count;
	await clock.run(
		Promise.all(
			Array.from({ length: callers }, async () => {
				while (left-- > 0) {
					await limiter.acquire();
					times.push(clock.now());
				}
			}),
		),
	);
	return times;
}

/** The most calls that any window of this length sees, its end not included. */
function busiest(times: number[], window: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return Math.max(
		...sorted.map((from, index) => sorted.slice(index).filter((at) => at < from + window).length),
	);
}

describe('the limiter', () => {
	it('keeps 3 a second and 60 a minute in every window', async () => {
		const times = await flow(virtualClock(), documented, 300, 5);
		expect(busiest(times, 1000)).toBe(3);
		expect(busiest(times, 60_000)).toBe(60);
	});

	it('keeps them at the other side too, where calls arrive up to 150 ms late', async () => {
		let seed = 7;
		const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
		const arrivals = (await flow(virtualClock(), documented, 300)).map((at) => at + 150 * random());
		expect(busiest(arrivals, 1000)).toBe(3);
		expect(busiest(arrivals, 60_000)).toBe(60);
	});

	it('lets a burst of 3 go at once and makes 60 a minute go on and on', async () => {
		const times = await flow(virtualClock(), documented, 601);
		expect(times[2] - times[0]).toBe(0);
		expect(times[600] - times[0]).toBeLessThan(10 * 60_500);
	});

	it('has no limit where it is 0', async () => {
		const times = await flow(virtualClock(), { perSecond: 0, perMinute: 0, perDay: 0 }, 1000);
		expect(times[999] - times[0]).toBe(0);
	});

	it('serves callers in the order in which they came', async () => {
		const clock = virtualClock();
		const limiter = createLimiter({ ...documented, perSecond: 1 }, clock);
		const served: string[] = [];
		const ask = async (name: string) => {
			await limiter.acquire();
			served.push(name);
		};
		await clock.run(Promise.all(['a', 'b', 'c', 'd', 'e'].map(ask)));
		expect(served).toEqual(['a', 'b', 'c', 'd', 'e']);
	});

	it('says when the day is used up, and until when, instead of waiting', async () => {
		const clock = virtualClock(Date.UTC(2026, 5, 2, 1, 30));
		const limiter = createLimiter({ perSecond: 0, perMinute: 0, perDay: 10 }, clock);
		for (let call = 0; call < 10; call++) await limiter.acquire();
		const failure = await refusalOf(limiter.acquire());
		expect(failure.kind).toBe('limit');
		expect(failure.message).toContain('all 10 calls');
		expect(failure.description).toContain('2026-06-03 01:30:00 UTC');
		expect(failure.retryAt).toBe(Date.UTC(2026, 5, 3, 1, 30));
		expect(clock.sleeps).toEqual([]);
	});

	it('holds everybody back after a 429: as long as it says, at most a minute', async () => {
		const clock = virtualClock();
		const limiter = createLimiter(documented, clock);
		const start = clock.now();
		limiter.refused({ retryAfter: 7_000, period: null, admitted: null }, 1);
		await clock.run(Promise.all([limiter.acquire(), limiter.acquire()]));
		expect(clock.now() - start).toBe(7_000);
		limiter.refused({ retryAfter: 120_000, period: null, admitted: null }, 1);
		await clock.run(limiter.acquire());
		expect(clock.now() - start).toBe(67_000);
	});

	it('waits a second, or until the rolling minute frees, where a 429 only names its period', async () => {
		const clock = virtualClock();
		const limiter = createLimiter(documented, clock);
		const start = clock.now();
		await limiter.acquire();
		limiter.refused({ retryAfter: null, period: 'second', admitted: 3 }, 1);
		await clock.run(limiter.acquire());
		expect(clock.now() - start).toBeGreaterThanOrEqual(1_000);
		expect(clock.now() - start).toBeLessThanOrEqual(2_500);
		limiter.refused({ retryAfter: null, period: 'minute', admitted: 60 }, 1);
		await clock.run(limiter.acquire());
		expect(clock.now() - start).toBeGreaterThanOrEqual(60_000);
		expect(clock.now() - start).toBeLessThanOrEqual(61_000);
	});

	it('learns a lower limit from what Cin7 says, also when it is told its settings again', async () => {
		const clock = virtualClock();
		const limiter = createLimiter(documented, clock);
		limiter.refused({ retryAfter: 0, period: 'second', admitted: 1 }, 1);
		limiter.setLimits({ ...documented });
		const times: number[] = [];
		const work = Array.from({ length: 4 }, async () => {
			await limiter.acquire();
			times.push(clock.now());
		});
		await clock.run(Promise.all(work));
		expect(busiest(times, 1000)).toBe(1);
	});

	it('does not wait for the end of a day that Cin7 has closed', () => {
		const limiter = createLimiter(documented, virtualClock());
		const day = { retryAfter: null, period: 'day', admitted: 5000 } as const;
		expect(() => limiter.refused(day, 1)).toThrow(/5,000 calls/);
		const hours = { retryAfter: 5 * 3_600_000, period: null, admitted: null } as const;
		expect(() => limiter.refused(hours, 1)).toThrow(/in a day/);
	});

	it('lets go of callers whose execution was stopped', async () => {
		const clock = virtualClock();
		const limiter = createLimiter({ perSecond: 0, perMinute: 1, perDay: 0 }, clock);
		const abort = new AbortController();
		await limiter.acquire();
		const waiting = limiter.acquire(abort.signal);
		const behind = limiter.acquire();
		await new Promise((resume) => setImmediate(resume));
		abort.abort();
		expect((await refusalOf(waiting)).kind).toBe('cancelled');
		await clock.run(behind);
	});

	it('lets go of them at once, also where they stand behind a call that was refused', async () => {
		const clock = virtualClock();
		const limiter = createLimiter(documented, clock);
		const abort = new AbortController();
		await limiter.acquire();
		limiter.refused({ retryAfter: 50_000, period: 'minute', admitted: null }, 1);
		const refused = limiter.acquire(undefined, true);
		const waiting = limiter.acquire(abort.signal);
		const behind = limiter.acquire(abort.signal);
		await new Promise((resume) => setImmediate(resume));
		abort.abort();
		const before = clock.now();
		expect((await refusalOf(waiting)).kind).toBe('cancelled');
		expect((await refusalOf(behind)).kind).toBe('cancelled');
		expect(clock.now()).toBe(before);
		await clock.run(refused);
	});

	it('does not wait for longer than a window when the clock was set back', async () => {
		const clock = virtualClock();
		let offset = 0;
		const jumping = { now: () => clock.now() + offset, sleep: clock.sleep };
		const limiter = createLimiter({ perSecond: 1, perMinute: 0, perDay: 0 }, jumping);
		await limiter.acquire();
		offset = -3_600_000;
		const start = clock.now();
		await clock.run(limiter.acquire());
		expect(clock.now() - start).toBeGreaterThanOrEqual(1_000);
		expect(clock.now() - start).toBeLessThanOrEqual(1_500);
	});

	it('is one for all callers of the same connection', async () => {
		const clock = virtualClock();
		const limits = { perSecond: 2, perMinute: 0, perDay: 0 };
		const start = clock.now();
		await limiterFor('connection-a', limits, clock).acquire();
		await limiterFor('connection-a', limits, clock).acquire();
		await limiterFor('connection-b', limits, clock).acquire();
		expect(clock.now()).toBe(start);
		await clock.run(limiterFor('connection-a', limits, clock).acquire());
		expect(clock.now() - start).toBeGreaterThanOrEqual(1_000);
	});
});
