// What records were before their latest changes, so that a read can be answered as of a moment ago.
import type { Change, Store } from './store/store.mts';

const most = 5000;

export interface History {
	/** Remembers a change at `now` (milliseconds that passed). */
	note(change: Change, now: number): void;
	/** Runs `read` on the records as they were at `then`, and leaves them as they are. */
	asOf<T>(then: number, read: () => T): T;
	clear(): void;
}

export function history(store: Store): History {
	let changes: (Change & { at: number })[] = [];
	return {
		note(change, at) {
			changes.push({ ...change, at });
			if (changes.length > most) changes = changes.slice(most / 5);
		},
		asOf(then, read) {
			return store.provisionally(() => {
				for (let n = changes.length - 1; n >= 0 && changes[n].at > then; n -= 1) {
					store.put(changes[n]);
				}
				return read();
			});
		},
		clear() {
			changes = [];
		},
	};
}
