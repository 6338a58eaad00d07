// `npm run faults -- --seeds N [--from S] [--http]`: conducts the experiments of N seeds on all processors and says which
// fail. `npm run faults -- --seed S [--http]`: one of them, with its whole call log.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { overHttp } from './lab/http.mts';
import { judge } from './lab/judge.mts';
import { experimentOf } from './lab/seeds.mts';
import { alwaysHeld, invariants } from './invariants/invariants.mts';

const mostShown = 20;

interface Failure {
	seed: number;
	profile: string;
	violations: { invariant: string; what: string }[];
}

interface Tally {
	seeds: number;
	calls: number;
	failures: Failure[];
}

/** Runs the command and gives its exit code. */
export async function faults(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			seed: { type: 'string' },
			seeds: { type: 'string' },
			from: { type: 'string', default: '1' },
			http: { type: 'boolean', default: false },
			part: { type: 'boolean', default: false },
		},
	});
	const { http } = values;
	if (values.seed !== undefined) return await one(whole(values.seed, 'seed'), http);
	const from = whole(values.from, 'from');
	const count = whole(values.seeds ?? '1000', 'seeds');
	if (values.part) {
		process.send?.(await several(from, count, http));
		return 0;
	}
	const started = Date.now();
	const tally = await inParts(from, count, http);
	report(tally, (Date.now() - started) / 1000);
	return tally.failures.length > 0 ? 1 : 0;
}

function whole(text: string, name: string): number {
	if (!/^\d{1,9}$/.test(text))
		throw new RangeError(`--${name} must be a whole number, not ${text}.`);
	return Number(text);
}

async function one(seed: number, http: boolean): Promise<number> {
	const experiment = experimentOf(seed);
	const { account, profile, settings } = experiment;
	say(`Seed ${seed}: ${profile.name}, on "${account.name}" ${JSON.stringify(settings)}`);
	const { violations, outcome } = await judge({ ...experiment, ...(http && { reach: overHttp }) });
	say(outcome.log.text());
	for (const { invariant, what } of violations) {
		say(`✖ ${sentenceOf(invariant)}\n     ${what}`);
	}
	if (violations.length === 0) say('✔ Everything holds.');
	return violations.length > 0 ? 1 : 0;
}

async function several(from: number, count: number, http: boolean): Promise<Tally> {
	const tally: Tally = { seeds: count, calls: 0, failures: [] };
	for (let seed = from; seed < from + count; seed += 1) {
		const experiment = experimentOf(seed);
		const verdict = await judge({ ...experiment, ...(http && { reach: overHttp }) });
		tally.calls += verdict.calls;
		const { violations } = verdict;
		if (violations.length > 0) {
			tally.failures.push({ seed, profile: experiment.profile.name, violations });
		}
	}
	return tally;
}

/** A part of the seeds for each processor. */
async function inParts(from: number, count: number, http: boolean): Promise<Tally> {
	const parts = Math.max(1, Math.min(availableParallelism(), count));
	const tallies = await Promise.all(
		Array.from({ length: parts }, async (_, part) => {
			const first = from + Math.floor((count * part) / parts);
			const next = from + Math.floor((count * (part + 1)) / parts);
			return await inProcess(first, next - first, http);
		}),
	);
	return {
		seeds: count,
		calls: tallies.reduce((sum, { calls }) => sum + calls, 0),
		failures: tallies.flatMap(({ failures }) => failures),
	};
}

function inProcess(from: number, count: number, http: boolean): Promise<Tally> {
	const args = ['--part', '--from', String(from), '--seeds', String(count)];
	const child = fork(new URL('./main.mjs', import.meta.url), http ? [...args, '--http'] : args);
	return new Promise((resolve, reject) => {
		child.on('message', (tally) => resolve(tally as Tally));
		child.on('exit', (code) => reject(new Error(`A part ended with ${code} and no result.`)));
	});
}

function report({ seeds, calls, failures }: Tally, seconds: number): void {
	for (const { seed, profile, violations } of failures.slice(0, mostShown)) {
		say(`✖ seed ${seed} (${profile}): ${violations[0].invariant}: ${violations[0].what}`);
	}
	if (failures.length > mostShown) say(`  … and ${failures.length - mostShown} more`);
	if (failures.length > 0) say(`See one: npm run faults -- --seed ${failures[0].seed}`);
	say(`${seeds} seeds, ${calls} calls, ${failures.length} failed (${Math.round(seconds)} s)`);
}

function sentenceOf(name: string): string {
	if (name === 'elsewhere') {
		return 'Elsewhere each payment is booked under one reference, and every batch that is closed is booked.';
	}
	const always = alwaysHeld as Record<string, string>;
	return always[name] ?? invariants.find((one) => one.name === name)?.sentence ?? name;
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}
