// Build: compile with tsc into dist/, then copy what is not TypeScript (icons, codex, output schemas, templates).
const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
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

const copies = Object.entries(assets).map(([folder, globs]) => {
	const copy = () => src(globs, { encoding: false }).pipe(dest(`dist/${folder}`));
	copy.displayName = `copy ${folder}`;
	return copy;
});

exports.build = series(clean, parallel(compile, ...copies));
exports.default = exports.build;
