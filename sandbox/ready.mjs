// @ts-check
// Makes a fresh clone ready to run: its dependencies, and Node 24, which comes as an npm package of its own.
// Plain JavaScript for whatever Node (20 or newer) the machine has; a second call only compares a stamp.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, run, step } from './npm.mjs';
import { inTurn } from './turn.mjs';

export const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
/** The Node that everything but this first step runs on. */
export const node24 = join(checkout, 'node_modules', 'node', 'bin', 'node');

const stampFile = join(checkout, 'node_modules', '.ready');

/** An environment in which `node` is Node 24, also for the commands that a command starts. */
export function node24Environment() {
	return { ...process.env, PATH: `${dirname(node24)}${delimiter}${process.env.PATH ?? ''}` };
}

/**
 * Installs what is missing and does nothing when nothing is. Says what it does on stderr; stdout stays untouched.
 * @returns {Promise<void>}
 */
export async function makeReady() {
	if (isReady()) return;
	const lockFile = join(checkout, '.state', 'ready.lock');
	await inTurn(
		lockFile,
		async () => {
			if (isReady()) return;
			// Not saved: an older npm would write the same lock in its own way.
			await step('Installing dependencies', () =>
				npm(['install', '--ignore-scripts', '--no-save'], { cwd: checkout }),
			);
			await step('Installing Node 24', () => installNode(checkout, '24'));
			writeFileSync(stampFile, wanted());
		},
		() => process.stderr.write('… Waiting for another process that is installing here\n'),
	);
}

/**
 * Lets the npm package `node` fetch its binary (its own install script does that) and makes sure that it runs.
 * @param {string} folder one whose node_modules has the package `node`
 * @param {string} major e.g. `24`
 */
export async function installNode(folder, major) {
	const binary = join(folder, 'node_modules', 'node', 'bin', 'node');
	await npm(['rebuild', 'node', '--ignore-scripts=false'], { cwd: folder });
	const version = await run(binary, ['--version'], { cwd: folder });
	if (!version.startsWith(`v${major}.`)) {
		throw new Error(`${binary} is Node ${version.trim()}, and Node ${major} is needed.`);
	}
}

function isReady() {
	return (
		existsSync(node24) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted()
	);
}

/** What npm goes by: the lock, and of package.json the dependencies only, so that a new script installs nothing. */
function wanted() {
	const { devDependencies, peerDependencies } = JSON.parse(
		readFileSync(join(checkout, 'package.json'), 'utf8'),
	);
	return createHash('sha256')
		.update(readFileSync(join(checkout, 'package-lock.json')))
		.update(JSON.stringify([devDependencies, peerDependencies]))
		.update(`${process.platform}-${process.arch}`)
		.digest('hex');
}
