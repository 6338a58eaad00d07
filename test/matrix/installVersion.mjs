// @ts-check
// Installs one version of n8n in the user's cache, with the Node it runs on: installVersion.mjs N8N. Prints the folder.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installN8n, n8nVersion } from '../../sandbox/n8n/install.mjs';
import { cache, installOnce } from '../../sandbox/n8n/installation.mjs';
import { versions } from './versions.mts';

/**
 * Whatever is in the package.json makes another installation.
 * @param {import('./versions.mts').MatrixVersion} version
 */
function packageText({ n8n, node, overrides, beside }) {
	const contents = {
		name: 'n8n-nodes-cin7-omni-matrix',
		version: '1.0.0',
		private: true,
		dependencies: { n8n, node, ...beside },
		overrides,
	};
	return `${JSON.stringify(contents, null, '\t')}\n`;
}

/** @param {import('./versions.mts').MatrixVersion} version */
function installed(version) {
	const { n8n, node } = version;
	if (n8n === n8nVersion()) return installN8n();
	const text = packageText(version);
	const hash = createHash('sha256').update(text).update(`${process.platform}-${process.arch}`);
	return installOnce({
		folder: join(cache, `n8n-${n8n}-${hash.digest('hex').slice(0, 8)}`),
		title: `Installing n8n ${n8n} (2.5 GB)`,
		node: node.split('.')[0],
		place: (folder) => writeFileSync(join(folder, 'package.json'), text),
	});
}

try {
	const version = versions.find(({ n8n }) => n8n === process.argv[2]);
	if (version === undefined) throw new Error(`${process.argv[2]} is not in versions.mts.`);
	process.stdout.write(`${await installed(version)}\n`);
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exitCode = 1;
}
