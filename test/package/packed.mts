// The package as npm would publish it, unpacked: what the scanner and the tests look at is what people get.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { packPackage } from '../../sandbox/n8n/nodePackage.mts';

/** The clone. */
export const checkout = join(import.meta.dirname, '../..');

export interface PackedPackage {
	/** Where it is unpacked. Within the clone, so that n8n-workflow is found from there. */
	folder: string;
	/** Bytes of the .tgz. */
	size: number;
	/** Relative to the folder, with forward slashes, sorted. */
	files: string[];
	remove(): Promise<void>;
}

/**
 * Packs the build and unpacks it again.
 * @throws Error when there is no build
 */
export async function packedPackage(): Promise<PackedPackage> {
	if (!existsSync(join(checkout, 'dist', 'nodes'))) {
		throw new Error('There is no build in dist. Run npm run build first.');
	}
	const home = join(checkout, '.state', `package-${process.pid}`);
	await rm(home, { recursive: true, force: true });
	const file = await packPackage(checkout, home);
	await promisify(execFile)('tar', ['-xzf', file], { cwd: home });
	const folder = join(home, 'package');
	return {
		folder,
		size: (await stat(file)).size,
		files: await filesIn(folder),
		remove: () => rm(home, { recursive: true, force: true }),
	};
}

async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.sort();
}
