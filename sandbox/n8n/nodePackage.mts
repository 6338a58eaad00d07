// Puts our package into an n8n as a person's n8n would have it: packed as for publication, installed as itself,
// so that its nodes have the names that workflows use (`n8n-nodes-cin7-omni.batchEcommerceOrders`).

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);
const NPM_OPTIONS = ['--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'];

interface Packed {
	filename: string;
	integrity: string;
	files: Array<{ path: string }>;
}

interface Package {
	n8n: { nodes: string[] };
}

/**
 * Packs a built package. The file's name carries a hash of its contents: npm takes a file of the same name and version
 * for the one it has.
 * @param packageFolder the folder of the package.json
 * @returns the .tgz
 * @throws when a node is missing: n8n would start without it, and show it as one that it does not know
 */
export async function packPackage(packageFolder: string, into: string): Promise<string> {
	await mkdir(into, { recursive: true });
	const { stdout } = await runFile(
		'npm',
		['pack', '--json', '--pack-destination', resolve(into), ...NPM_OPTIONS],
		{ cwd: packageFolder },
	);
	const [{ filename, integrity, files }] = JSON.parse(stdout) as [Packed];
	const { n8n } = JSON.parse(
		await readFile(join(packageFolder, 'package.json'), 'utf8'),
	) as Package;
	const missing = n8n.nodes.find((node) => !files.some(({ path }) => path === node));
	if (missing !== undefined) throw new Error(`${missing} is not built: run npm run build.`);
	const hash = createHash('sha256').update(integrity).digest('hex').slice(0, 12);
	const named = join(resolve(into), filename.replace(/\.tgz$/, `-${hash}.tgz`));
	await rename(join(resolve(into), filename), named);
	return named;
}

/**
 * Installs a packed package where n8n looks for community packages. Does nothing when this very file is in place.
 * @param userFolder the n8n's N8N_USER_FOLDER
 */
export async function installPackage(packageFile: string, userFolder: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const stampFile = join(nodes, '.installed');
	const stamp = createHash('sha256')
		.update(await readFile(packageFile))
		.digest('hex');
	if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return;
	await mkdir(nodes, { recursive: true });
	await rm(stampFile, { force: true });
	await writeFile(
		join(nodes, 'package.json'),
		`${JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }, null, 2)}\n`,
	);
	// As n8n's own installer does: its peer n8n-workflow is n8n's.
	await runFile(
		'npm',
		[
			'install',
			packageFile,
			'--omit=peer',
			'--legacy-peer-deps',
			'--prefer-offline',
			...NPM_OPTIONS,
		],
		{ cwd: nodes },
	);
	await writeFile(stampFile, stamp);
}
