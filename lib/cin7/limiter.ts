/**
 * Keeps calls within an API connection's limits: 3 a second, 60 a minute, 5,000 a day, unless it is told otherwise.
 * Rolling windows: the nth last call must be a whole window old before the next one may go, so that no window of
 * Cin7's, however it counts, sees more than n. Callers are served in the order in which they came. Refusals that come all the
 * same are a sign of others on the same connection: `sharedPace.ts`.
 */
import { cancelled, Cin7Failure } from './errors';
import { createSharedPace } from './sharedPace';
import type { Period, TooManyCalls } from './tooManyCalls';
import type { Sleep } from './transport';
import { unlessStopped } from './waiting';

/** Calls allowed; 0 means no limit. */
export interface Limits {
	perSecond: number;
	perMinute: number;
	perDay: number;
}

export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	sleep: Sleep;
}

export interface Limiter {
	/**
	 * Waits until a call may be made, and counts it as made.
	 * @param again whether it was refused before: then it goes ahead of all that wait
	 * @throws Cin7Failure `limit` when that is not before long; `cancelled` when the signal is aborted
	 */
	acquire(signal?: AbortSignal, again?: boolean): Promise<void>;
	/**
	 * Takes note of a 429: all callers wait for as long as it takes.
	 * @param attempt which refusal of the same call this is, from 1
	 * @throws Cin7Failure `limit` when calls are not possible again before long
	 */
	refused(notice: TooManyCalls, attempt: number): void;
	setLimits(limits: Limits): void;
}

/** Longest wait that is still a wait, in milliseconds. */
const longestPause = 60_000;
/** A Retry-After beyond this is told rather than waited for. */
const longestPatience = 10 * 60_000;

/**
 * Lengths of the windows. Calls spend different times on the way (the first also on shaking hands), so two that are
 * sent a second apart may arrive closer: a margin on top of each window.
 */
const windows: Record<Period, number> = {
	second: 1_000 + 500,
	minute: 60_000 + 400,
	day: 24 * 3_600_000,
};

/** @param random 0 to 1: spreads the returns of several processes that were refused together */
export function createLimiter(
	limits: Limits,
	clock: Clock,
	random: () => number = Math.random,
): Limiter {
	let given = limits;
	let allowed = byPeriod(limits);
	/** When calls were made, oldest first; no more than the largest limit looks back on. */
	const made: number[] = [];
	const pace = createSharedPace(random);
	let pausedUntil = 0;
	let queue: Promise<unknown> = Promise.resolve();
	/** Calls that were refused, in a queue of their own ahead of it, and how many they are. */
	let ahead: Promise<unknown> = Promise.resolve();
	let refusedCalls = 0;

	function waitFor(period: Period, now: number): number {
		const count = allowed[period];
		const earlier = count > 0 ? made[made.length - count] : undefined;
		return earlier === undefined ? 0 : earlier + windows[period] - now;
	}

	/** A clock that was set back must not make anybody wait for what it took back. */
	function follow(now: number): void {
		const back = (made[made.length - 1] ?? now) - now;
		if (back <= 0) return;
		made.forEach((at, index) => (made[index] = at - back));
		pausedUntil -= back;
		pace.follow(back);
	}

	/** Milliseconds between calls that use second and minute evenly; 0 without either limit. */
	function apart(): number {
		const { second, minute } = allowed;
		return Math.max(second > 0 ? 1_000 / second : 0, minute > 0 ? 60_000 / minute : 0);
	}

	function note(now: number): void {
		made.push(now);
		const needed = Math.max(allowed.second, allowed.minute, allowed.day, 60);
		if (made.length >= 2 * needed) made.splice(0, made.length - needed);
	}

	async function takeTurn(signal: AbortSignal | undefined, again: boolean): Promise<void> {
		for (;;) {
			if (signal?.aborted) throw cancelled();
			if (!again && refusedCalls > 0) {
				await ahead;
				continue;
			}
			const now = clock.now();
			follow(now);
			const untilTomorrow = waitFor('day', now);
			if (untilTomorrow > longestPause) throw usedUp(allowed.day, now + untilTomorrow);
			const wait = Math.max(
				waitFor('second', now),
				waitFor('minute', now),
				untilTomorrow,
				pausedUntil - now,
				pace.next(made[made.length - 1] ?? -Infinity, apart(), now) - now,
			);
			if (wait <= 0) return note(now);
			await clock.sleep(Math.ceil(wait), signal).catch(() => undefined);
		}
	}

	return {
		acquire(signal, again = false) {
			const turn = (again ? ahead : queue).then(async () => await takeTurn(signal, again));
			const over = turn.catch(() => undefined);
			if (again) {
				refusedCalls += 1;
				ahead = over.then(() => (refusedCalls -= 1));
			} else {
				queue = over;
			}
			return unlessStopped(turn, signal);
		},
		refused({ retryAfter, period, admitted }, attempt) {
			const now = clock.now();
			if (period !== null && admitted !== null && admitted > 0) {
				const known = allowed[period];
				allowed = { ...allowed, [period]: known > 0 ? Math.min(known, admitted) : admitted };
			}
			if (period === 'day' || (retryAfter ?? 0) > longestPatience) {
				throw usedUp(admitted ?? 0, retryAfter === null ? undefined : now + retryAfter);
			}
			const oldest = made.find((at) => at > now - windows.minute) ?? now;
			const untilFree = {
				second: windows.second,
				minute: oldest + windows.minute - now,
				unknown: 5_000,
			}[period ?? 'unknown'];
			// Others may use the same connection: each further refusal waits for longer.
			const wait =
				retryAfter === null
					? Math.max(untilFree, 1_000 * 2 ** attempt)
					: Math.max(retryAfter, 100 * 2 ** attempt);
			pausedUntil = Math.max(pausedUntil, now + Math.min(wait, longestPause));
			// What lasts longer than a minute is no matter of pace; and without calls of our own, nothing is shared.
			if (wait <= longestPause && made.length > 0) {
				pace.refused({ period, retryAfter, attempt, pausedUntil }, now);
			}
		},
		setLimits(changed) {
			// Given again, they do not undo what Cin7 has told since.
			if (isSame(given, changed)) return;
			given = changed;
			allowed = byPeriod(changed);
		},
	};
}

const shared = new Map<string, Limiter>();

/**
 * The limiter that all callers of this process with the same key share.
 * @param key names the API connection; not a secret, so that it may be kept
 */
export function limiterFor(key: string, limits: Limits, clock: Clock): Limiter {
	const known = shared.get(key);
	if (known !== undefined) {
		known.setLimits(limits);
		return known;
	}
	const limiter = createLimiter(limits, clock);
	shared.set(key, limiter);
	return limiter;
}

function byPeriod({ perSecond, perMinute, perDay }: Limits): Record<Period, number> {
	const whole = (count: number) => (Number.isFinite(count) && count > 0 ? Math.ceil(count) : 0);
	return { second: whole(perSecond), minute: whole(perMinute), day: whole(perDay) };
}

function isSame(a: Limits, b: Limits): boolean {
	return a.perSecond === b.perSecond && a.perMinute === b.perMinute && a.perDay === b.perDay;
}

function usedUp(perDay: number, retryAt?: number): Cin7Failure {
	const count = perDay > 0 ? `all ${perDay.toLocaleString('en')} calls` : 'all the calls';
	const when =
		retryAt === undefined
			? 'Cin7 does not say when the next are possible; the count starts afresh within 24 hours.'
			: `The next are possible from ${new Date(Math.ceil(retryAt / 1000) * 1000).toISOString().replace('.000Z', ' UTC').replace('T', ' ')}.`;
	return new Cin7Failure(
		'limit',
		`This API connection has made ${count} that Cin7 allows it in a day`,
		{
			description: `${when} Another API connection of the same Cin7 account has a count of its own.`,
			status: 429,
			retryAt,
		},
	);
}
