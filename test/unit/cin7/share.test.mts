import { createLimiter } from '../../../lib/cin7/limiter';
import { createShare } from '../../../lib/cin7/share';
import { virtualClock } from './virtualClock.mts';

const rules = { after: (share: number) => share / 2, more: 5, every: 60_000 };

describe('a share of a limit', () => {
	it('is all of it until something is refused', () => {
		expect(createShare(rules).at(0, 60)).toBe(60);
	});

	it('halves with a refusal, and grows with every minute without one, to the limit at most', () => {
		const share = createShare(rules);
		share.refused(0, 60);
		expect([0, 59_999, 60_000, 120_000, 3_600_000].map((now) => share.at(now, 60))).toEqual([
			30, 30, 35, 40, 60,
		]);
	});

	it('takes refusals of calls that were on the way together for one', () => {
		const share = createShare(rules);
		for (const now of [0, 500, 9_000]) share.refused(now, 60);
		expect(share.at(9_000, 60)).toBe(30);
		share.refused(70_000, 60);
		expect(share.at(70_000, 60)).toBe(17);
	});

	it('is never less than one call', () => {
		const share = createShare(rules);
		for (let now = 0; now < 1_000_000; now += 20_000) share.refused(now, 4);
		expect(share.at(1_000_000, 4)).toBe(1);
	});
});

it('a limiter leaves room for others once calls were refused', async () => {
	const clock = virtualClock();
	const limiter = createLimiter({ perSecond: 0, perMinute: 60, perDay: 0 }, clock);
	const times: number[] = [];
	await clock.run(
		(async () => {
			for (let call = 0; call < 150; call++) {
				await limiter.acquire();
				times.push(clock.now());
				if (call === 9) limiter.refused({ retryAfter: 5_000, period: 'minute', admitted: 60 }, 1);
			}
		})(),
	);
	const busiest = times.map(
		(from) => times.filter((at) => at >= from && at < from + 60_000).length,
	);
	expect(Math.max(...busiest.slice(10))).toBeLessThan(50);
	expect(times[149] - times[10]).toBeLessThan(5 * 60_000);
});
