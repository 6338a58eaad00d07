// @ts-check
// Installs the n8n of this folder's lock into the user's cache, once for all clones. Run as a program it prints the folder.
// n8n is no dependency of the checkout: it needs an override, which n8n's linter forbids in a node package.

import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache, installOnce } from './installation.mjs';

const here = dirname(fileURLToPath(import.meta.url));

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
 * The version of this lock.
 * @returns {string}
 */
export function n8nVersion() {
	return JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).dependencies.n8n;
}

/**
 * Installs n8n unless it is there.
 * @returns {Promise<string>} the folder
 */
export function installN8n() {
	return installOnce({
		folder: n8nFolder(),
		title: 'Installing n8n (2.4 GB, a few minutes, once for all clones)',
		node: '24',
		place(folder) {
			for (const file of ['package.json', 'package-lock.json'])
				cpSync(join(here, file), join(folder, file));
		},
	});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	process.stdout.write(`${await installN8n()}\n`);
}
