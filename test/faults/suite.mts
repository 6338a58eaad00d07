// What the suites here have in common: an experiment is judged, and one that fails says how to see it again.
import type { Experiment } from './lab/experiment.mts';
import type { Verdict } from './lab/judge.mts';
import { judge } from './lab/judge.mts';
import { experimentOf } from './lab/seeds.mts';

/** Longest log that is printed with a failure, in lines. */
const mostLines = 120;

/** What failed, with everything that was called, for a person to read. */
export function failureText(title: string, { violations, outcome }: Verdict): string {
	const lines = outcome.log.text().split('\n');
	const shown = lines.length > mostLines ? [...lines.slice(0, mostLines), '      …'] : lines;
	const what = violations.map((one) => `  ${one.invariant}: ${one.what}`);
	return [title, ...what.slice(0, 20), ...shown].join('\n');
}

/** Judges an experiment. @throws Error with the whole story when something does not hold */
export async function holds(
	experiment: Experiment & { comparable?: boolean },
	title: string,
): Promise<Verdict> {
	const verdict = await judge(experiment);
	if (verdict.violations.length > 0) throw new Error(failureText(title, verdict));
	return verdict;
}

/** Judges the experiments of seeds. @throws Error for the first one that fails */
export async function seedsHold(from: number, count: number): Promise<{ calls: number }> {
	let calls = 0;
	for (let seed = from; seed < from + count; seed += 1) {
		const experiment = experimentOf(seed);
		const { name } = experiment.profile;
		const title = `seed ${seed} (${name}, ${experiment.account.name}): npm run faults -- --seed ${seed}`;
		calls += (await holds(experiment, title)).calls;
	}
	return { calls };
}
