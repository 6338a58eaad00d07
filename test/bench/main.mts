// `npm run bench -- --json FILE [--only NAME,…] [--docs]`: every measurement in a process of its own, one after the other,
// a table of the figures, and the same as JSON. With --docs, docs/benchmark.md gets its table and chart from them. A
// measurement that breaks off does not cost the others: it is named at the end, and the page stays as it was.
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeDocs } from './docs/docs.mts';
import type { Figure, Measure } from './figures.mts';
import { isMet } from './figures.mts';
import { asText } from './docs/table.mts';

/** By name; in the order in which they run. */
const measures: Record<string, () => Promise<{ measure: Measure }>> = {
	calls: () => import('./measures/calls.mts'),
	planning: () => import('./measures/planning.mts'),
	limits: () => import('./measures/limits.mts'),
	amazon: () => import('./measures/amazon.mts'),
	validate: () => import('./measures/validate.mts'),
	peer: () => import('./measures/peer.mts'),
	startUp: () => import('./measures/startUp.mts'),
	realLimits: () => import('./measures/realLimits.mts'),
};

export interface Measured {
	name: string;
	seconds: number;
	figures: Figure[];
}

export interface BenchResult {
	at: string;
	machine: { processor: string; processors: number; node: string; load: number };
	measured: Measured[];
	/** Keys of figures beyond their targets. */
	missed: string[];
	/** Measurements that broke off. */
	broken: string[];
}

/** Runs the command and gives its exit code: 1 when a measurement broke off; a missed target is told, not punished. */
export async function bench(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			json: { type: 'string' },
			only: { type: 'string' },
			docs: { type: 'boolean', default: false },
			measure: { type: 'string' },
		},
	});
	if (values.measure !== undefined) return await measureHere(values.measure);
	const names = values.only?.split(',') ?? Object.keys(measures);
	const unknown = names.filter((name) => !(name in measures));
	if (unknown.length > 0) {
		throw new RangeError(
			`--only knows ${Object.keys(measures).join(', ')}, not ${unknown.join(', ')}.`,
		);
	}
	if (values.docs && values.only !== undefined) {
		throw new RangeError('--docs needs every figure: leave --only out.');
	}
	const measured: Measured[] = [];
	const broken: string[] = [];
	for (const name of names) {
		say(`${name} …`);
		const started = performance.now();
		try {
			const figures = await inOwnProcess(name);
			measured.push({ name, seconds: Math.round((performance.now() - started) / 1000), figures });
			say(asText(figures));
		} catch (cause) {
			broken.push(name);
			say(cause instanceof Error ? cause.message : String(cause));
		}
	}
	const result = resultOf(withPeers(measured), broken);
	if (values.json !== undefined) {
		await writeFile(values.json, `${JSON.stringify(result, null, '\t')}\n`);
	}
	if (values.docs && broken.length === 0) await writeDocs(result);
	for (const key of result.missed) say(`Beyond its target: ${key}`);
	for (const name of broken)
		say(`Broke off: ${name}. Run it by itself: npm run bench -- --only ${name}`);
	return broken.length > 0 ? 1 : 0;
}

/** A figure that the peer was measured for as well gets the peer's beside it. */
function withPeers(measured: Measured[]): Measured[] {
	const all = measured.flatMap(({ figures }) => figures);
	return measured.map((one) => ({
		...one,
		figures: one.figures.map((figure) => {
			const peer = all.find(({ key }) => key === `peer.${figure.key}`);
			return peer ? { ...figure, peer: peer.value, peerIs: 'a plain n8n workflow' } : figure;
		}),
	}));
}

function resultOf(measured: Measured[], broken: string[]): BenchResult {
	return {
		at: new Date().toISOString(),
		machine: {
			processor: cpus()[0]?.model ?? 'unknown',
			processors: availableParallelism(),
			node: process.version,
			load: Number(loadavg()[0].toFixed(1)),
		},
		measured,
		missed: measured.flatMap(({ figures }) =>
			figures.filter((figure) => !isMet(figure)).map(({ key }) => key),
		),
		broken,
	};
}

async function measureHere(name: string): Promise<number> {
	const { measure } = await measures[name]();
	const figures = await measure();
	await new Promise((sent) => process.send?.({ figures }, sent));
	process.disconnect?.();
	return 0;
}

/** Memory and garbage of one measurement are not to weigh on the next. */
function inOwnProcess(name: string): Promise<Figure[]> {
	const child = fork(join(import.meta.dirname, 'main.mjs'), ['--measure', name], {
		execArgv: ['--expose-gc'],
		stdio: ['ignore', 2, 2, 'ipc'],
	});
	return new Promise((resolve, reject) => {
		let figures: Figure[] | undefined;
		child.on('message', (message: { figures: Figure[] }) => (figures = message.figures));
		child.on('error', reject);
		child.on('close', (code) => {
			if (figures !== undefined && code === 0) resolve(figures);
			else reject(new Error(`The measurement "${name}" ended with code ${code}.`));
		});
	});
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}
