// Shows the steps of a job while it runs, and times them: a live line on a terminal, plain lines elsewhere.

import { Listr } from 'listr2';

const SIGN_OF_LIFE_MS = 10_000;

export interface Steps {
	/** Does one step and gives what it gives. `timing` is the name under which its seconds are reported. */
	step<T>(title: string, timing: string, work: () => Promise<T>): Promise<T>;
	/** Seconds per step so far. */
	seconds: Record<string, number>;
}

export function timedSteps(): Steps {
	const seconds: Record<string, number> = {};
	return {
		seconds,
		async step<T>(title: string, timing: string, work: () => Promise<T>): Promise<T> {
			let result: T | undefined;
			const list = new Listr(
				{
					title,
					task: async (_, task): Promise<void> => {
						const started = performance.now();
						const passed = (): number => Math.round((performance.now() - started) / 100) / 10;
						const sign = setInterval(() => {
							task.output = `still at it after ${Math.round(passed())} s`;
						}, SIGN_OF_LIFE_MS);
						try {
							result = await work();
						} finally {
							clearInterval(sign);
							seconds[timing] = passed();
						}
						task.title = `${title} (${passed()} s)`;
					},
				},
				{ fallbackRenderer: 'simple', registerSignalListeners: false },
			);
			await list.run();
			return result as T;
		},
	};
}
