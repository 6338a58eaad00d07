// @ts-check
// `npm test`: everything, on a fresh clone, ending with "N passed, N failed". Each check counts as one test.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installN8n } from '../sandbox/n8n/install.mjs';
import { checkout, makeReady, node24, node24Environment } from '../sandbox/ready.mjs';

const results = join(checkout, '.state', 'test');
let passed = 0;
let failed = 0;

await makeReady();
// Here rather than within a test, whose time it would use up on a new machine.
await installN8n();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

await check('Format', 'node_modules/prettier/bin/prettier.cjs', [
	'--check',
	'.',
	'--log-level',
	'warn',
]);
await check('Lint (n8n)', 'node_modules/@n8n/node-cli/bin/n8n-node.mjs', ['lint']);
await check('Lint (sandbox, tests)', 'node_modules/eslint/bin/eslint.js', [
	'--config',
	'sandbox/eslint.config.mjs',
	'sandbox',
	'test',
]);
await check('Types (sandbox, tests)', 'node_modules/typescript/bin/tsc', [
	'-p',
	'sandbox/tsconfig.json',
]);
await check('Build', 'node_modules/gulp/bin/gulp.js', ['build', '--silent']);
await check('Scan (n8n)', 'test/package/scan.mjs');
await jest('Rules, client and sandbox', [
	...['test/unit', 'test/scenario', 'test/sandbox', 'test/bot', 'test/stages', 'test/amazon'],
	'test/scale',
	'--maxWorkers=2',
]);
await jest('Package and templates', ['test/package', 'test/templates', '--maxWorkers=2']);
await jest('Faults', ['test/faults', '--maxWorkers=2']);
// Two n8n at once: each waits for its own server half of the time.
await jest('In a real n8n', ['test/n8n', '--maxWorkers=2', '--verbose']);
await jest('A newcomer in a browser', ['test/browser', '--verbose']);

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/**
 * Runs a tool that is right when it exits with 0.
 * @param {string} title
 * @param {string} script
 * @param {string[]} args
 */
async function check(title, script, args = []) {
	const code = await run(title, script, args);
	if (code === 0) passed += 1;
	else failed += 1;
}

/**
 * Runs test files and adds up what they say; a run that ends without saying counts as one failure.
 * @param {string} title
 * @param {string[]} args
 */
async function jest(title, args) {
	const file = join(results, `${title.replaceAll(/\W+/g, '-')}.json`);
	const code = await run(title, 'node_modules/jest/bin/jest.js', [
		'--config=test/jest.config.mjs',
		...args,
		'--json',
		`--outputFile=${file}`,
	]);
	const outcome = readResult(file);
	passed += outcome?.numPassedTests ?? 0;
	const failures = (outcome?.numFailedTests ?? 0) + (outcome?.numRuntimeErrorTestSuites ?? 0);
	failed += failures === 0 && code !== 0 ? 1 : failures;
}

/** @param {string} file */
function readResult(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/**
 * @param {string} title
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function run(title, script, args) {
	process.stdout.write(`\n— ${title}\n`);
	const started = Date.now();
	return new Promise((resolve) => {
		const child = spawn(node24, [join(checkout, script), ...args], {
			cwd: checkout,
			env: { ...node24Environment(), FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
			// What a tool prints on stdout goes to stderr with the rest; the counts at the end are ours.
			stdio: ['ignore', 2, 2],
		});
		child.on('error', () => resolve(1));
		child.on('close', (code) => {
			const seconds = Math.round((Date.now() - started) / 1000);
			process.stdout.write(`${code === 0 ? '✔' : '✖'} ${title} (${seconds} s)\n`);
			resolve(code ?? 1);
		});
	});
}
