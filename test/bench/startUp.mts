// What the package adds to n8n's start, next to another community package of its size. Needs dist/ (npm run build) and
// Linux, whose /proc says what a process has used.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { installPackage, packPackage } from '../../sandbox/n8n/nodePackage.mts';
import { installedN8n } from '../../sandbox/n8n/server.mts';
import { loadings, type Loading } from './startUp/loadings.mts';
import { starts, type Start, type Variant } from './startUp/starts.mts';

const checkout = resolve(import.meta.dirname, '../..');

/** Of those that npm has, close to ours in files and bytes: some 260 files and 780 kB unpacked. */
export const peer = 'n8n-nodes-evolution-api@1.0.4';

/** Medians by `none` (n8n without a package), `ours` and `peer`. */
export interface StartUp {
	/** Of a whole n8n until it answers. */
	start: Record<string, Start>;
	/** Of what n8n does to load the package, alone: finer, as a start varies by more than a package adds. */
	load: Record<string, Loading>;
}

/** @param rounds of starting each n8n; they take turns. A package is loaded three times as often. */
export async function startUp(rounds = 5): Promise<Record<string, unknown> & StartUp> {
	const folder = await mkdtemp(join(tmpdir(), 'cin7-omni-start-'));
	try {
		const variants = await prepared(folder);
		const load = await loadings(await installedN8n(), variants, 3 * rounds);
		return { rounds, peer, load, start: await starts(variants, rounds) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** An n8n of its own for each: with no package, with ours, with the peer. */
async function prepared(folder: string): Promise<Variant[]> {
	const ours = await packPackage(checkout, join(folder, 'package'));
	return [
		{ name: 'none', userFolder: join(folder, 'none') },
		await withPackage('ours', ours, 'n8n-nodes-cin7-omni', folder),
		await withPackage('peer', await downloaded(peer, folder), peer.split('@')[0], folder),
	];
}

async function withPackage(
	name: string,
	file: string,
	packageName: string,
	folder: string,
): Promise<Variant> {
	const userFolder = join(folder, name);
	await installPackage(file, userFolder);
	return {
		name,
		userFolder,
		packageFolder: join(userFolder, '.n8n', 'nodes', 'node_modules', packageName),
	};
}

async function downloaded(name: string, folder: string): Promise<string> {
	await promisify(execFile)('npm', ['pack', name, '--pack-destination', folder, '--silent'], {
		cwd: folder,
	});
	const file = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'));
	if (file === undefined) throw new Error(`npm gave no file for ${name}.`);
	return join(folder, file);
}

if (process.argv[1] === import.meta.filename) {
	const rounds = Number(process.argv[2] ?? 5);
	process.stdout.write(`${JSON.stringify(await startUp(rounds), null, '\t')}\n`);
}
