/**
 * Turns: what the clients of one API connection in this process do one after the other, because side by side they would
 * only get in each other's way. It saves calls, and nothing may rest on it: other processes know nothing of it.
 */
import type { Limiter } from './limiter';
import { unlessStopped } from './waiting';

export interface Turns {
	/** How many are over. */
	over(): number;
	/**
	 * Does the work when all who came before are done with theirs, whether it went well or not.
	 * @throws Cin7Failure `cancelled` instead of beginning when the signal is aborted; whatever the work throws
	 */
	take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createTurns(): Turns {
	let over = 0;
	let last: Promise<unknown> = Promise.resolve();
	return {
		over: () => over,
		take(work, signal) {
			const before = last;
			const turn = unlessStopped(before, signal).then(
				async () => await work().finally(() => (over += 1)),
			);
			// Who leaves before its turn does not let the next one in early.
			last = Promise.allSettled([before, turn]);
			return turn;
		},
	};
}

const shared = new WeakMap<Limiter, Turns>();

/** The turns of all who share a limiter, which is all who share an API connection. */
export function turnsOf(limiter: Limiter): Turns {
	const known = shared.get(limiter) ?? createTurns();
	shared.set(limiter, known);
	return known;
}
