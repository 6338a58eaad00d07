// @ts-check
// Runs a program on Node 24 as if it had been started instead of this one: same terminal, signals passed on.

import { spawn } from 'node:child_process';
import { node24, node24Environment } from './ready.mjs';

const LOOK_FOR_PARENT_MS = 500;

/**
 * @param {string[]} args of node
 * @param {Record<string, string>} [env] besides this process's own
 * @returns {Promise<number>} the program's exit code
 */
export function inForeground(args, env = {}) {
	const child = spawn(node24, args, {
		stdio: 'inherit',
		env: { ...node24Environment(), ...env },
	});
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		process.on(signal, () => {
			// A terminal's Ctrl-C reaches the whole group by itself; passed on it would count twice.
			if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
		});
	}
	stopWithParent(child);
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
	});
}

/**
 * `npm start` runs this from a shell, and a SIGTERM sent to npm ends that shell only.
 * @param {import('node:child_process').ChildProcess} child
 */
function stopWithParent(child) {
	if (process.env.npm_lifecycle_event === undefined) return;
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) child.kill('SIGTERM');
	}, LOOK_FOR_PARENT_MS).unref();
}
