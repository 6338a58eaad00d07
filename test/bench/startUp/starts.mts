// Starts n8n again and again, with one package or another, and measures each start.
import { readFile } from 'node:fs/promises';
import { startN8n } from '../../../sandbox/n8n/server.mts';
import { median, rounded } from '../figures.mts';

export interface Variant {
	name: string;
	/** Where this n8n keeps everything, with its package in place. */
	userFolder: string;
	/** Where the package is; absent without one. */
	packageFolder?: string;
}

export interface Start {
	/** Milliseconds from the start of the process until n8n answers. */
	wallMs: number;
	/** Milliseconds of user and system time, of n8n's own process until then. */
	cpuMs: number;
	/** Resident memory of that process then. */
	rssMiB: number;
}

/** Of the kernel's clock that /proc counts CPU time by: 100 a second on every Linux that n8n runs on. */
const tickMs = 10;

/**
 * The variants take turns, and each round begins with another one, so that what else the machine does falls on all alike.
 * @returns medians by variant
 */
export async function starts(variants: Variant[], rounds: number): Promise<Record<string, Start>> {
	// The first start makes the database.
	for (const { userFolder } of variants) await (await startN8n({ userFolder })).stop();
	const measured = new Map(variants.map(({ name }) => [name, [] as Start[]]));
	for (let round = 0; round < rounds; round++) {
		for (let turn = 0; turn < variants.length; turn++) {
			const { name, userFolder } = variants[(round + turn) % variants.length];
			measured.get(name)?.push(await measuredStart(userFolder));
		}
	}
	return Object.fromEntries([...measured].map(([name, all]) => [name, medianOf(all)]));
}

function medianOf(all: Start[]): Start {
	const of = (name: keyof Start) => rounded(median(all.map((one) => one[name])));
	return { wallMs: of('wallMs'), cpuMs: of('cpuMs'), rssMiB: of('rssMiB') };
}

async function measuredStart(userFolder: string): Promise<Start> {
	const began = performance.now();
	const n8n = await startN8n({ userFolder });
	const wallMs = performance.now() - began;
	try {
		return { wallMs, cpuMs: await cpuMs(n8n.pid), rssMiB: await rssMiB(n8n.pid) };
	} finally {
		await n8n.stop();
	}
}

async function cpuMs(pid: number): Promise<number> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
	// The command's name, in brackets, may have blanks in it; user and system time are the 14th and 15th field.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

async function rssMiB(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
