// @ts-check
// Runs a command with Node 24 on a machine that has an older Node: node sandbox/node24.mjs FILE ARGS…

import { spawn } from 'node:child_process';
import { makeReady, node24, node24Environment } from './ready.mjs';

try {
	await makeReady();
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exit(1);
}

const child = spawn(node24, process.argv.slice(2), {
	stdio: 'inherit',
	env: node24Environment(),
});

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.on(signal, () => {
		// A terminal's Ctrl-C reaches the whole group by itself; passed on it would count twice.
		if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
	});
}

child.on('exit', (code, signal) => {
	if (signal === null) process.exit(code ?? 1);
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
});
