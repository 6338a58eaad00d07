// @ts-check
// Installs the n8n of this folder's lock into the user's cache, once for all clones. Run as a program it prints the folder.
// n8n is no dependency of the checkout: it needs an override, which n8n's linter forbids in a node package.

import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, step } from '../npm.mjs';
import { installNode24 } from '../ready.mjs';
import { inTurn } from '../turn.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-cin7-omni');

/**
 * Where the n8n of this lock is, or will be: a folder whose name changes with the lock.
 * @returns {string}
 */
export function n8nFolder() {
	const hash = createHash('sha256')
		.update(readFileSync(join(here, 'package.json')))
		.update(readFileSync(join(here, 'package-lock.json')))
		.update(`${process.platform}-${process.arch}`)
		.digest('hex');
	return join(cache, `n8n-${hash.slice(0, 16)}`);
}

/**
 * Installs n8n unless it is there. The folder appears under its name only when it is complete, so an installation that
 * was interrupted is never used.
 * @returns {Promise<string>} the folder
 */
export async function installN8n() {
	const folder = n8nFolder();
	if (existsSync(folder)) return folder;
	await inTurn(
		`${folder}.lock`,
		async () => {
			if (existsSync(folder)) return;
			clearInterrupted(folder);
			const unfinished = `${folder}.unfinished-${process.pid}`;
			await installInto(unfinished);
			settle(unfinished, folder);
		},
		() => process.stderr.write('… Waiting for another process that is installing n8n\n'),
	);
	return folder;
}

/** @param {string} folder */
async function installInto(folder) {
	mkdirSync(folder, { recursive: true });
	for (const file of ['package.json', 'package-lock.json'])
		cpSync(join(here, file), join(folder, file));
	await step('Installing n8n (2.4 GB, a few minutes, once for all clones)', () =>
		npm(['install', '--ignore-scripts', '--legacy-peer-deps'], { cwd: folder }),
	);
	await step('Installing the Node that n8n runs on', () => installNode24(folder));
	await step("Preparing n8n's database driver", () => buildSqlite(folder));
}

/**
 * sqlite3 is the one package with native code that ships none: its install script downloads a prebuilt file, or
 * compiles where it cannot, with the headers that came with Node 24 as nothing else may be downloaded there.
 * @param {string} folder
 */
function buildSqlite(folder) {
	const node = join(folder, 'node_modules', 'node');
	const headers = readdirSync(join(node, 'node_modules'))
		.map((name) => join(node, 'node_modules', name))
		.find((path) => existsSync(join(path, 'include', 'node', 'node_api.h')));
	return npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], {
		cwd: folder,
		env: {
			PATH: `${join(node, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
			...(headers === undefined ? {} : { npm_config_nodedir: headers }),
		},
	});
}

/**
 * Gives the finished installation its name, unless another process was faster.
 * @param {string} unfinished @param {string} folder
 */
function settle(unfinished, folder) {
	try {
		renameSync(unfinished, folder);
	} catch (error) {
		if (!existsSync(folder)) throw error;
		rmSync(unfinished, { recursive: true, force: true });
	}
}

/**
 * What an interrupted installation left behind is gigabytes, so it goes before the next one starts.
 * @param {string} folder
 */
function clearInterrupted(folder) {
	for (const name of readdirSync(dirname(folder))) {
		const path = join(dirname(folder), name);
		if (path.startsWith(`${folder}.unfinished-`)) rmSync(path, { recursive: true, force: true });
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	process.stdout.write(`${await installN8n()}\n`);
}
