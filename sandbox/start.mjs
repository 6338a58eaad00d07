// @ts-check
// `npm start`: makes the clone ready, installs n8n, and runs the main job (n8n/start.mts) on Node 24.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inForeground } from './foreground.mjs';
import { installN8n } from './n8n/install.mjs';
import { checkout, makeReady } from './ready.mjs';
import { inTurn } from './turn.mjs';

const args = process.argv.slice(2);
const stateFolder = join(checkout, '.state', 'start');

async function start() {
	/** @type {Record<string, number>} */
	const timings = {};
	await timed(timings, 'dependencies', makeReady);
	await timed(timings, 'n8nInstalled', installN8n);
	if (args.includes('--fresh')) rmSync(stateFolder, { recursive: true, force: true });
	return inForeground([join(checkout, 'sandbox', 'n8n', 'start.mts'), ...args], {
		START_TIMINGS: JSON.stringify(timings),
	});
}

/** @param {Record<string, number>} timings @param {string} name @param {() => Promise<unknown>} work */
async function timed(timings, name, work) {
	const started = performance.now();
	await work();
	timings[name] = Math.round((performance.now() - started) / 100) / 10;
}

try {
	// Not in `.state/start`, which --fresh removes.
	process.exitCode = await inTurn(join(checkout, '.state', 'start.lock'), start, () => {
		throw new Error(
			'npm start is already running in this clone. Stop it with Ctrl-C in its terminal first.',
		);
	});
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exitCode = 1;
}
