// @ts-check
// Runs a command with Node 24 on a machine that has an older Node: node sandbox/node24.mjs FILE ARGS…

import { inForeground } from './foreground.mjs';
import { makeReady } from './ready.mjs';

try {
	await makeReady();
	process.exitCode = await inForeground(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exitCode = 1;
}
