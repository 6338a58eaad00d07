import { createLimiter } from '../../../lib/cin7/limiter';
import { createTurns, turnsOf } from '../../../lib/cin7/turns';
import { virtualClock } from './virtualClock.mts';

/** Notes who begins and ends, and ends when it is told to. */
function work(name: string, diary: string[]) {
	let end = () => {};
	let fail = (_: Error) => {};
	const ending = new Promise<void>((resolve, reject) => {
		end = resolve;
		fail = reject;
	});
	const body = async () => {
		diary.push(`<${name}`);
		await ending.finally(() => diary.push(`${name}>`));
	};
	return { body, end: () => end(), fail: (error: Error) => fail(error) };
}

const aMoment = async () => await new Promise((resume) => setImmediate(resume));

describe('turns', () => {
	it('come one after the other, in the order in which they were asked for', async () => {
		const [turns, diary] = [createTurns(), [] as string[]];
		const [first, second, third] = ['1', '2', '3'].map((name) => work(name, diary));
		const all = [first, second, third].map(async ({ body }) => await turns.take(body));
		third.end();
		second.end();
		await aMoment();
		expect(diary).toEqual(['<1']);
		first.end();
		await Promise.all(all);
		expect(diary).toEqual(['<1', '1>', '<2', '2>', '<3', '3>']);
		expect(turns.over()).toBe(3);
	});

	it('go on when one throws, who is told', async () => {
		const [turns, diary] = [createTurns(), [] as string[]];
		const [first, second] = ['1', '2'].map((name) => work(name, diary));
		const failing = turns.take(first.body);
		const next = turns.take(second.body);
		first.fail(new Error('no'));
		second.end();
		await expect(failing).rejects.toThrow('no');
		await next;
		expect(diary).toEqual(['<1', '1>', '<2', '2>']);
	});

	it('pass over those that were stopped while they waited', async () => {
		const [turns, diary, stop] = [createTurns(), [] as string[], new AbortController()];
		const [first, second, third] = ['1', '2', '3'].map((name) => work(name, diary));
		const going = turns.take(first.body);
		const stopped = turns.take(second.body, stop.signal);
		const next = turns.take(third.body);
		stop.abort();
		await expect(stopped).rejects.toMatchObject({ kind: 'cancelled' });
		await aMoment();
		expect(diary).toEqual(['<1']);
		first.end();
		third.end();
		await Promise.all([going, next]);
		expect(diary).toEqual(['<1', '1>', '<3', '3>']);
		expect(turns.over()).toBe(2);
	});

	it('are those of all who share a limiter, and of nobody else', () => {
		const limits = { perSecond: 3, perMinute: 60, perDay: 0 };
		const [one, other] = [1, 2].map(() => createLimiter(limits, virtualClock()));
		expect(turnsOf(one)).toBe(turnsOf(one));
		expect(turnsOf(one)).not.toBe(turnsOf(other));
	});
});
