// Build: compile with tsc into dist/, then copy what is not TypeScript (icons, codex, output schemas, templates).
const { spawn } = require('node:child_process');
const { readdir, readFile, rm } = require('node:fs/promises');
const { join } = require('node:path');
const { dest, parallel, series, src } = require('gulp');

const assets = {
	nodes: ['nodes/**/*.{png,svg,json}'],
	credentials: ['credentials/**/*.{png,svg}'],
	workflows: ['workflows/*.json'],
};

function clean() {
	return rm('dist', { recursive: true, force: true });
}

function compile() {
	return spawn(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
}

const nothing =
	/^"use strict";\s*(Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);\s*)?$/;

/** A source that has nothing but types becomes a file that nobody loads. */
async function dropTypesOnly() {
	const entries = await readdir('dist', { recursive: true, withFileTypes: true });
	const files = entries
		.filter(({ name }) => name.endsWith('.js'))
		.map(({ parentPath, name }) => join(parentPath, name));
	for (const file of files) {
		if (nothing.test(await readFile(file, 'utf8'))) await rm(file);
	}
}
dropTypesOnly.displayName = 'drop files of types only';

const copies = Object.entries(assets).map(([folder, globs]) => {
	const copy = () => src(globs, { encoding: false }).pipe(dest(`dist/${folder}`));
	copy.displayName = `copy ${folder}`;
	return copy;
});

// The copies come last: tsc writes the templates that the dashboard imports to the same place, in its own layout.
exports.build = series(clean, compile, dropTypesOnly, parallel(...copies));
exports.default = exports.build;
