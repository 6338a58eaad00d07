/**
 * How fast to go on an API connection that others use too: other workers of n8n, other systems. Nobody tells how many they
 * are; the only sign of them is a refusal although this process kept the limits. From then on calls are spaced evenly
 * instead of coming in bursts, and a minute that was used up before its end makes everybody slower by the same part. While
 * nothing is refused the pace rises, slowly at first, until the whole limit is this process's again.
 */
import type { Period } from './tooManyCalls';

/** What a refusal says about others. */
export interface Crowding {
	period: Period | null;
	/** Milliseconds until calls are possible again; null where Cin7 does not say. */
	retryAfter: number | null;
	/** Which refusal of the same call this is, from 1. */
	attempt: number;
	/** Until when all callers wait because of it: milliseconds since 1970. */
	pausedUntil: number;
}

export interface SharedPace {
	/** Takes note of a refusal that came although the limits were kept. */
	refused(crowding: Crowding, now: number): void;
	/**
	 * When the next call may be made, in milliseconds since 1970.
	 * @param last when the last one was made
	 * @param apart milliseconds between calls that use the whole limit evenly; 0 without a limit
	 */
	next(last: number, apart: number, now: number): number;
	/** Moves along with a clock that was set back, by milliseconds. */
	follow(back: number): void;
}

const minute = 60_000;

/** Shares are parts of the limit. Whoever meets others in a full second takes this one, and doubles it by the minute until one is full. */
const firstShare = 0.5;
/** 3 calls of 60: nobody is to be crowded out. */
const smallestShare = 0.05;
/** What all together are to use after a full minute: the rest is room to rise into. */
const target = 0.9;
/** The strongest cut for one full minute. */
const strongestCut = 0.25;
/** The cut for a full minute that does not say when it ends; it comes again with every further refusal of the same call. */
const blindCut = 0.85;
/** A full second, before and after the first full minute: later on it is mere chance that calls met. */
const secondCut = { early: 0.5, late: 0.95 };
/** How a share rises: by a part of itself, times the cube of the minutes without refusals, and by as much for everybody. */
const rise = { own: 0.0015, everybody: 0.0015 };
/** Without refusals for so long, one with the whole limit may make its calls in bursts again. */
const quiet = 3 * minute;

/** @param random 0 to 1, so that those who were refused together do not come back together */
export function createSharedPace(random: () => number): SharedPace {
	/** At the last cut; null while nobody else was noticed. */
	let share: number | null = null;
	let cutAt = 0;
	let hasSeenFullMinute = false;
	/** Refusals until then are of the same full window. */
	let sameUntil = 0;
	/** When callers come back, and after what part of the spacing. */
	let backAt = 0;
	let spread = 0;

	function shareAt(now: number): number {
		const minutes = Math.max(0, now - cutAt) / minute;
		const risen = hasSeenFullMinute
			? (share ?? 1) * (1 + rise.own * minutes ** 3) + rise.everybody * minutes
			: (share ?? 1) * 2 ** minutes;
		return Math.min(1, risen);
	}

	function cutFor(crowding: Crowding): number {
		if (isFullSecond(crowding)) return hasSeenFullMinute ? secondCut.late : secondCut.early;
		if (crowding.retryAfter === null) return blindCut;
		// How much of the minute the calls of all have lasted.
		const lasted = 1 - Math.min(crowding.retryAfter, minute) / minute;
		return Math.max(strongestCut, lasted * target);
	}

	/**
	 * Calls that met in one second say nothing of how many others there are. Who happens to be met often in the first seconds
	 * would be left with a tenth of what the others have, for many minutes.
	 */
	function floorFor(crowding: Crowding, now: number): number {
		const isChance = isFullSecond(crowding) && crowding.retryAfter !== null && !hasSeenFullMinute;
		return isChance ? Math.min(firstShare, shareAt(now)) : smallestShare;
	}

	return {
		refused(crowding, now) {
			const isFirst = share === null;
			if (isFirst) {
				share = isFullSecond(crowding) ? firstShare : 1;
				cutAt = now;
				hasSeenFullMinute = false;
			}
			const isSecond = isFullSecond(crowding);
			if (isFirst ? !isSecond : now >= sameUntil) {
				share = Math.max(floorFor(crowding, now), shareAt(now) * cutFor(crowding));
				cutAt = now;
				hasSeenFullMinute ||= !isSecond;
			}
			sameUntil = crowding.pausedUntil;
			backAt = crowding.pausedUntil;
			spread = crowding.retryAfter === null ? 0 : random();
		},
		next(last, apart, now) {
			if (share === null || apart <= 0) return now;
			const current = shareAt(now);
			if (current === 1 && now - cutAt > quiet) {
				share = null;
				return now;
			}
			const spacing = apart / current;
			return Math.max(last + spacing, backAt + spread * spacing);
		},
		follow(back) {
			cutAt -= back;
			sameUntil -= back;
			backAt -= back;
		},
	};
}

/** Where Cin7 does not name it: a second is over after a second. */
function isFullSecond({ period, retryAfter, attempt }: Crowding): boolean {
	if (period !== null) return period === 'second';
	return retryAfter === null ? attempt === 1 : retryAfter <= 1_000;
}
