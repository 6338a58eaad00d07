/**
 * What of a limit is ours while others use the same API connection: other systems, or other workers of a queue. Nobody
 * tells how many calls they make; a refusal is all there is to go by. So each takes a smaller share after a refusal, and a
 * little more again with every minute without one (as TCP shares a line), and all of them together fill the limit.
 */

export interface Share {
	/** Calls of the limit that may be made, at a time in milliseconds. */
	at(now: number, limit: number): number;
	/** Takes note of a refusal. Several at once, of calls that were on the way together, count as one. */
	refused(now: number, limit: number): void;
	/** Moves along with a clock that was set back, by milliseconds. */
	follow(back: number): void;
}

export interface ShareRules {
	/** What is left of the share after a refusal. */
	after(share: number): number;
	/** How many calls more after a pause without refusals, and how long that is, in milliseconds. */
	more: number;
	every: number;
}

/** Refusals within this many milliseconds are one. */
const together = 10_000;

export function createShare({ after, more, every }: ShareRules): Share {
	let share = Infinity;
	let since = -Infinity;
	function at(now: number, limit: number): number {
		if (share === Infinity) return limit;
		return Math.min(limit, share + more * Math.floor((now - since) / every));
	}
	return {
		at,
		refused(now, limit) {
			if (now - since < together) return;
			share = Math.max(1, Math.floor(after(at(now, limit))));
			since = now;
		},
		follow(back) {
			since -= back;
		},
	};
}
