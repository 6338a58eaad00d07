// @ts-check
// Installs one n8n in a folder of the user's cache: what npm needs to be told, its Node, its database driver. Used for the
// n8n that the sandbox starts (install.mjs) and for others that the package is tried on (test/matrix).

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { npm, step } from '../npm.mjs';
import { installNode } from '../ready.mjs';
import { inTurn } from '../turn.mjs';

/** Everything that is installed for all clones of a user. */
export const cache = join(
	process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
	'n8n-nodes-cin7-omni',
);

/**
 * @typedef {object} Wanted
 * @property {string} folder where it is to be
 * @property {string} title what a person reads who waits
 * @property {string} node the major version of Node that it runs on, e.g. `24`
 * @property {(folder: string) => void} place puts the package.json, and a lock if there is one, into a new folder
 */

/**
 * Installs an n8n unless it is there. The folder appears under its name only when it is complete, so an installation that
 * was interrupted is never used.
 * @param {Wanted} wanted
 * @returns {Promise<string>} the folder
 * @throws with npm's last words, e.g. the dependency that cannot be had
 */
export async function installOnce(wanted) {
	const { folder } = wanted;
	if (existsSync(folder)) return folder;
	await inTurn(
		`${folder}.lock`,
		async () => {
			if (existsSync(folder)) return;
			clearInterrupted(folder);
			const unfinished = `${folder}.unfinished-${process.pid}`;
			await installInto(unfinished, wanted);
			settle(unfinished, folder);
		},
		() => process.stderr.write('… Waiting for another process that is installing n8n\n'),
	);
	return folder;
}

/** @param {string} folder @param {Wanted} wanted */
async function installInto(folder, { title, node, place }) {
	mkdirSync(folder, { recursive: true });
	place(folder);
	await step(title, () =>
		npm(['install', '--ignore-scripts', '--legacy-peer-deps'], { cwd: folder }),
	);
	await step('Installing the Node that n8n runs on', () => installNode(folder, node));
	await step("Preparing n8n's database driver", () => buildSqlite(folder));
}

/**
 * sqlite3 is the one package with native code that ships none: its install script downloads a prebuilt file, or
 * compiles where it cannot, with the headers that came with Node as nothing else may be downloaded there.
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
		if (!name.startsWith(`${basename(folder)}.unfinished-`)) continue;
		rmSync(join(dirname(folder), name), { recursive: true, force: true });
	}
}
