// What npm would publish: all that a registered node or credential needs, and nothing else. Needs a build.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import { neededBy } from './build.mts';
import { checkout, packedPackage, type PackedPackage } from './packed.mts';

// Packing takes seconds, and more beside other tests.
jest.setTimeout(120_000);

let packed: PackedPackage;
let manifest: any;
let entries: string[];

beforeAll(async () => {
	packed = await packedPackage();
	manifest = JSON.parse(textOf('package.json'));
	entries = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
});

afterAll(async () => await packed?.remove());

const textOf = (file: string) => readFileSync(join(packed.folder, file), 'utf8');

it('is small, and of the files that n8n reads', () => {
	expect(packed.size).toBeLessThan(400_000);
	const outside = packed.files.filter((file) => !file.startsWith('dist/'));
	expect(outside).toEqual(['LICENSE.md', 'NOTICE.md', 'README.md', 'package.json']);
	const folders = new Set(packed.files.flatMap((file) => /^dist\/([^/]+)\//.exec(file)?.[1] ?? []));
	expect([...folders].sort()).toEqual(['credentials', 'lib', 'nodes', 'workflows']);
	const odd = packed.files.filter(
		(file) =>
			(file.startsWith('dist/') && !/\.(js|json|svg)$/.test(file)) ||
			/\.(map|tsbuildinfo)$|\.test\.|(^|\/)(test|sandbox)\//.test(file),
	);
	expect(odd).toEqual([]);
});

it('has every node and credential, with icons, codex and output schemas', () => {
	expect(entries.length).toBeGreaterThan(6);
	const wanted = manifest.n8n.nodes.flatMap((entry: string) => [
		entry,
		entry.replace(/\.js$/, '.json'),
		...iconsOf(entry),
	]);
	wanted.push(...manifest.n8n.credentials.flatMap((entry: string) => [entry, ...iconsOf(entry)]));
	expect(wanted.filter((file: string) => !packed.files.includes(file))).toEqual([]);
	for (const entry of manifest.n8n.nodes as string[]) {
		const schemas = `${dirname(entry)}/__schema__/`;
		expect([entry, packed.files.some((file) => file.startsWith(schemas))]).toEqual([entry, true]);
	}
	const codex = packed.files.filter((file) => file.endsWith('.node.json'));
	expect(codex).toHaveLength(manifest.n8n.nodes.length);
});

/** The icons that a compiled description names. */
function iconsOf(entry: string): string[] {
	const icons = [...textOf(entry).matchAll(/'file:([^']+\.svg)'/g)];
	expect([entry, icons.length]).toEqual([entry, 2]);
	return icons.map(([, name]) => `${dirname(entry)}/${name}`);
}

it('has nothing that nobody loads, and takes from n8n only what n8n has', () => {
	const { files, packages } = neededBy(packed.folder, entries);
	const scripts = packed.files.filter((file) => file.endsWith('.js'));
	expect(scripts.filter((file) => !files.has(file))).toEqual([]);
	const known = ['luxon', 'n8n-workflow', 'node:crypto', 'zod'];
	expect([...packages].filter((name) => !known.includes(name))).toEqual([]);
	const icons = entries.flatMap(iconsOf);
	const drawings = packed.files.filter((file) => file.endsWith('.svg'));
	expect(drawings.filter((file) => !icons.includes(file))).toEqual([]);
});

it('asks n8n for one peer and npm for nothing', () => {
	expect(manifest.dependencies).toBeUndefined();
	expect(manifest.optionalDependencies).toBeUndefined();
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	const lifecycle = ['prepare', 'prepack', 'prepublishOnly', 'install'].flatMap((name) => [
		name,
		`pre${name}`,
		`post${name}`,
	]);
	expect(lifecycle.filter((name) => name in manifest.scripts)).toEqual([]);
});

it('says nothing of the machine that built it', () => {
	const told = packed.files.filter((file) => {
		const text = textOf(file);
		return [checkout, homedir(), 'sourceMappingURL'].some((private_) => text.includes(private_));
	});
	expect(told).toEqual([]);
});
