// The passage of time, apart from the date: real, or virtual so that a test of an hour takes none.

/** Milliseconds that pass (for latency and limits), and a way to wait for them. */
export interface Scheduler {
	now(): number;
	after(ms: number): Promise<void>;
}

export const realScheduler: Scheduler = {
	now: () => performance.now(),
	after: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

interface Waiting {
	due: number;
	order: number;
	wake: () => void;
}

export interface VirtualTime extends Scheduler {
	/** Lets `ms` pass, waking in order everything that falls due on the way. */
	advance(ms: number): Promise<void>;
	/** Lets as much time pass as `work` needs, and gives its result. */
	settle<T>(work: Promise<T>): Promise<T>;
}

/** Time that passes only when told. `start` is in milliseconds since 1970. */
export function virtualTime(start: number): VirtualTime {
	let now = start;
	let order = 0;
	const waiting: Waiting[] = [];
	const quiet = () => new Promise<void>((resolve) => setImmediate(resolve));

	const wakeNext = (): void => {
		const next = waiting.shift();
		if (next === undefined) return;
		now = Math.max(now, next.due);
		next.wake();
	};

	return {
		now: () => now,
		after(ms) {
			return new Promise((wake) => {
				waiting.push({ due: now + Math.max(0, ms), order: order++, wake });
				waiting.sort((a, b) => a.due - b.due || a.order - b.order);
			});
		},
		async advance(ms) {
			const until = now + ms;
			await quiet();
			while (waiting.length > 0 && waiting[0].due <= until) {
				wakeNext();
				await quiet();
			}
			now = until;
		},
		async settle(work) {
			let done = false;
			const finish = () => {
				done = true;
			};
			work.then(finish, finish);
			await quiet();
			while (!done && waiting.length > 0) {
				wakeNext();
				await quiet();
			}
			return await work;
		},
	};
}
