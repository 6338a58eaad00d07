// @ts-check
// Runs npm (and other long commands) so that a person who waits can see that it is alive and why it stopped.

import { spawn } from 'node:child_process';

const SIGN_OF_LIFE_MS = 10_000;
const LINES_SHOWN = 40;
/** The last one keeps whatever registry this machine uses out of the lock. */
const ALWAYS = [
	'--loglevel=error',
	'--no-audit',
	'--no-fund',
	'--prefer-offline',
	'--omit-lockfile-registry-resolved',
];

/**
 * Does one long step and says so on stderr: on a terminal one line that counts the seconds, elsewhere a line at the
 * start, one every ten seconds, and one at the end.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	const live = process.stderr.isTTY;
	const write = (/** @type {string} */ text) => process.stderr.write(text);
	write(live ? `… ${title}` : `… ${title}\n`);
	const sign = setInterval(
		() => write(live ? `\r… ${title} (${seconds()})` : `  still at it after ${seconds()}\n`),
		live ? 1_000 : SIGN_OF_LIFE_MS,
	);
	try {
		const result = await work();
		write(`${live ? '\r' : ''}✔ ${title} (${seconds()})\n`);
		return result;
	} catch (error) {
		write(`${live ? '\r' : ''}✖ ${title} (${seconds()})\n`);
		throw error;
	} finally {
		clearInterval(sign);
	}
}

/**
 * Runs npm without install scripts unless the arguments ask for them, preferring what is in npm's own cache.
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string> }} options
 * @returns {Promise<string>} what it wrote on stdout
 */
export function npm(args, options) {
	const all = [...args, ...ALWAYS];
	const npmScript = process.env.npm_execpath ?? '';
	// Inside `npm start` the very npm that runs is used; `pnpm` and `yarn` name themselves in the same variable.
	return /[\\/]npm-cli\.js$/.test(npmScript)
		? run(process.execPath, [npmScript, ...all], options)
		: run('npm', all, options);
}

/**
 * Runs a command silently. When it ends otherwise than with 0, the last lines it wrote are in the message.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string> }} options
 * @returns {Promise<string>} what it wrote on stdout
 */
export function run(command, args, { cwd, env = {} }) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let stdout = '';
		let all = '';
		child.stdout.on('data', (chunk) => {
			stdout += chunk;
			all += chunk;
		});
		child.stderr.on('data', (chunk) => (all += chunk));
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (code === 0) return resolve(stdout);
			const words = args.filter((arg) => !arg.endsWith('npm-cli.js')).join(' ');
			const last = all.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');
			reject(new Error(`"${words}" in ${cwd} ended with ${signal ?? `code ${code}`}:\n${last}`));
		});
	});
}
