// A clock that stands still while anybody works, and jumps to the next waking when all sleep.
interface Sleeper {
	at: number;
	wake(): void;
}

export interface VirtualClock {
	now(): number;
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
	/** How long each sleep was meant to be, in order. */
	sleeps: number[];
	/** Lets time pass until the work is done. */
	run<T>(work: Promise<T>): Promise<T>;
}

export function virtualClock(start = Date.UTC(2026, 5, 2)): VirtualClock {
	let now = start;
	const sleepers: Sleeper[] = [];
	const sleeps: number[] = [];
	return {
		now: () => now,
		sleeps,
		async sleep(milliseconds, signal) {
			sleeps.push(milliseconds);
			await new Promise<void>((wake, reject) => {
				sleepers.push({ at: now + milliseconds, wake });
				signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
			});
		},
		async run(work) {
			let isDone = false;
			const done = () => (isDone = true);
			work.then(done, done);
			for (;;) {
				await new Promise((resume) => setImmediate(resume));
				if (isDone) return await work;
				sleepers.sort((a, b) => a.at - b.at);
				const next = sleepers.shift();
				if (next === undefined) throw new Error('everybody waits and nobody sleeps');
				now = Math.max(now, next.at);
				next.wake();
			}
		},
	};
}
