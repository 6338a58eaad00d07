// Planning an account of a million payments with their orders, fed as pages of 250: time beside what JSON.parse takes for
// the same pages, and memory beside what holding the parsed pages takes. Every size in a process of its own.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Figure } from '../figures.mts';
import { median, rounded } from '../figures.mts';
import type { Held, Planned, Task } from '../planning/child.mts';

const most = 1_000_000;
const sizes = [
	{ payments: 10_000, times: 5 },
	{ payments: 100_000, times: 3 },
	{ payments: most, times: 3 },
];

export async function measure(): Promise<Figure[]> {
	const seconds = new Map<number, number>();
	const ratios = { planning: 0, checked: 0 };
	for (const { payments, times } of sizes) {
		const runs: Planned[] = [];
		for (let time = 0; time < times; time++)
			runs.push(await inChild<Planned>({ task: 'time', payments }));
		seconds.set(payments, median(runs.map(({ plan }) => plan)));
		ratios.planning = median(runs.map(({ plan, parse }) => plan / parse));
		ratios.checked = median(runs.map(({ plan, check, parse }) => (plan + check) / parse));
	}
	const held = await inChild<Held>({ task: 'hold', payments: most });
	const { peak } = await inChild<Held>({ task: 'memory', payments: most });
	const growth = Math.log((seconds.get(most) ?? 0) / (seconds.get(10_000) ?? 1)) / Math.log(100);
	const megabytes = (bytes: number) => Math.round(bytes / 1e6);
	return [
		{
			key: 'planning.time',
			what: 'Planning 1,000,000 payments with their orders, to JSON.parse of the same pages',
			value: rounded(ratios.planning),
			unit: '×',
			target: 1,
			note: `${rounded((seconds.get(most) ?? 0) / 1000)} s`,
		},
		{
			key: 'planning.withChecks',
			what: 'The same with the check of every field',
			value: rounded(ratios.checked),
			unit: '×',
			target: 3,
		},
		{
			key: 'planning.memory',
			what: 'Peak of memory, to holding the parsed pages',
			value: rounded(peak / held.peak),
			unit: '×',
			target: 0.5,
			note: `${megabytes(peak)} MB to ${megabytes(held.peak)} MB`,
		},
		{
			key: 'planning.growth',
			what: 'Growth of the time from 10,000 to 1,000,000 payments (1 is linear)',
			value: rounded(growth),
			unit: '',
			target: 1.1,
		},
	];
}

function inChild<T extends object>(task: Task): Promise<T> {
	const child = fork(join(import.meta.dirname, '../planning/child.mjs'), [JSON.stringify(task)], {
		execArgv: ['--expose-gc', '--max-old-space-size=8192'],
		stdio: ['ignore', 2, 2, 'ipc'],
	});
	return new Promise((resolve, reject) => {
		child.on('message', (message: T) => resolve(message));
		child.on('error', reject);
		child.on('close', (code) => reject(new Error(`The child ended with code ${code}.`)));
	});
}
