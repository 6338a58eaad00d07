// Measures how long n8n's own loader takes with each package.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median, rounded } from '../figures.mts';
import type { Variant } from './starts.mts';

export interface Loading {
	/** Milliseconds. */
	wallMs: number;
	/** Milliseconds of user and system time. */
	cpuMs: number;
	/** What stays of it on the heap. */
	heapMiB: number;
}

/** @returns medians by variant, of those that have a package */
export async function loadings(
	n8nFolder: string,
	variants: Variant[],
	rounds: number,
): Promise<Record<string, Loading>> {
	const measured: Record<string, Loading[]> = {};
	for (let round = 0; round < rounds; round++) {
		for (const { name, packageFolder } of variants) {
			if (packageFolder === undefined) continue;
			measured[name] = [...(measured[name] ?? []), await oneLoading(n8nFolder, packageFolder)];
		}
	}
	return Object.fromEntries(Object.entries(measured).map(([name, all]) => [name, medianOf(all)]));
}

function medianOf(all: Loading[]): Loading {
	const of = (name: keyof Loading) => rounded(median(all.map((one) => one[name])));
	return { wallMs: of('wallMs'), cpuMs: of('cpuMs'), heapMiB: of('heapMiB') };
}

async function oneLoading(n8nFolder: string, packageFolder: string): Promise<Loading> {
	const modules = join(n8nFolder, 'node_modules');
	const { stdout } = await promisify(execFile)(
		join(modules, 'node', 'bin', 'node'),
		[
			'--expose-gc',
			'--disable-warning=ExperimentalWarning',
			join(import.meta.dirname, 'loadOnce.mts'),
			n8nFolder,
			packageFolder,
		],
		{ env: { ...process.env, NODE_PATH: modules } },
	);
	return JSON.parse(stdout) as Loading;
}
