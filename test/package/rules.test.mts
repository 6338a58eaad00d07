// Rules of the house that no linter knows.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checkout } from './packed.mts';

const folders = ['credentials', 'nodes', 'lib', 'sandbox', 'test'];
const sources = folders.flatMap((folder) =>
	readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|mts|mjs|js)$/.test(file) && !file.includes('node_modules'))
		.map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
);
const textOf = (file: string) => readFileSync(join(checkout, file), 'utf8');
const shipped = sources.filter((file) => /^(credentials|nodes|lib)\//.test(file));

it('no rule of a linter or of the compiler is switched off anywhere', () => {
	expect(sources.length).toBeGreaterThan(500);
	// Written so that this file does not name them itself.
	const switches = /eslint-(disable|enable)|@ts-(ignore|nocheck|expect-error)|prettier-(ignore)/;
	const comment = new RegExp(`(//|/\\*|<!--)\\s*(${switches.source})`);
	expect(sources.filter((file) => comment.test(textOf(file)))).toEqual([]);
	expect(readdirSync(checkout).filter((file) => file.startsWith('.eslint'))).toEqual([]);
});

it('the linter is the one that n8n gives, in its strict form', () => {
	expect(JSON.parse(textOf('package.json')).n8n).toMatchObject({
		n8nNodesApiVersion: 1,
		strict: true,
	});
	expect(textOf('eslint.config.mjs')).toBe(
		"import { config } from '@n8n/node-cli/eslint';\n\nexport default config;\n",
	);
});

it('every source that is shipped says near its top what it is for', () => {
	const top = (file: string) => textOf(file).split('\n').slice(0, 30).join('\n');
	expect(shipped.filter((file) => !/^\s*(\/\*\*|\/\/) ?/m.test(top(file)))).toEqual([]);
});

it('the stand-ins share nothing with what they check', () => {
	const importing = sources
		.filter((file) => file.startsWith('sandbox/'))
		.filter((file) => /from '[./]*\/(lib|nodes|credentials)\//.test(textOf(file)));
	expect(importing).toEqual([]);
});

/** From top to bottom, as docs/architecture.md draws them: each may use those below it. */
const layers = [
	...['dashboard', 'batching', 'amazon', 'stages', 'completeness', 'orders'],
	...['time', 'money', 'cin7', 'http', 'text'],
];

it('within lib dependencies point downwards, and nothing knows n8n', () => {
	const wrong = shipped
		.filter((file) => file.startsWith('lib/'))
		.flatMap((file) => {
			const own = layers.indexOf(file.split('/')[1]);
			return importsOf(file)
				.filter((name) => !isAllowed(name, own))
				.map((name) => `${file} → ${name.replace(/^[./]+/, '').split('/')[0]}`);
		});
	expect(wrong).toEqual([]);
});

function isAllowed(name: string, own: number): boolean {
	if (/^(luxon|zod|node:crypto)$/.test(name) || name.startsWith('./')) return true;
	const folder = /^(?:\.\.\/)+(\w+)\//.exec(name)?.[1] ?? '';
	// A folder within the same part of lib, or the templates that the dashboard's gallery offers.
	if (!layers.includes(folder))
		return name.startsWith('../') && !/^(nodes|credentials)$/.test(folder);
	return layers.indexOf(folder) >= own && own >= 0;
}

/** Types cost nothing; an import of types alone does not count. */
function importsOf(file: string): string[] {
	const statements = textOf(file).matchAll(/^(?:import|export) (?!type\b)([^;]*?)from '([^']+)'/gm);
	return [...statements]
		.filter(([, names]) => !/^\{\s*(type \w+,?\s*)+\}\s*$/.test(names))
		.map(([, , name]) => name);
}

it('Cin7 and Amazon do not know each other', () => {
	const knowing = (folder: string, other: RegExp) =>
		shipped
			.filter((file) => file.startsWith(`lib/${folder}/`))
			.filter((file) => importsOf(file).some((name) => other.test(name)));
	expect(knowing('cin7', /\/amazon\//)).toEqual([]);
	expect(knowing('amazon', /\/(cin7|stages|batching|completeness)\//)).toEqual([]);
});

it('actions of the workflows are pinned to a commit, with the version beside it', () => {
	const folder = '.github/workflows';
	const uses = readdirSync(join(checkout, folder)).flatMap(
		(file) => textOf(`${folder}/${file}`).match(/uses: .*/g) ?? [],
	);
	expect(uses.length).toBeGreaterThan(3);
	const pinned = /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
	expect(uses.filter((use) => !pinned.test(use))).toEqual([]);
});

it('the version that package.json has is in the changelog', () => {
	const { version } = JSON.parse(textOf('package.json'));
	expect(textOf('CHANGELOG.md')).toContain(`\n## [${version}]`);
});
