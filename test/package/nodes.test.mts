// What n8n's node creator, its documentation links and an AI agent go by: codex, icons, subtitle, texts of operations.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ICredentialType, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { checkout } from './packed.mts';

const manifest = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
const sourceOf = (entry: string) => entry.replace(/^dist\//, '').replace(/\.js$/, '.ts');
const nodeFiles: string[] = manifest.n8n.nodes.map(sourceOf);
const credentialFiles: string[] = manifest.n8n.credentials.map(sourceOf);

/** n8n's own list; a codex with another category is shown nowhere. */
const categories = [
	'Analytics',
	'Communication',
	'Data & Storage',
	'Development',
	'Finance & Accounting',
	'Marketing & Content',
	'Miscellaneous',
	'Productivity',
	'Sales',
	'Utility',
];

async function classIn<T>(file: string): Promise<T> {
	const exported = Object.values(await import(join(checkout, file)));
	expect(exported).toHaveLength(1);
	return new (exported[0] as new () => T)();
}

function filesIn(folder: string, ending: string): string[] {
	return readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
		.sort();
}

it('all that is written is registered, in order, and all that is registered is written', () => {
	expect(nodeFiles).toEqual(filesIn('nodes', '.node.ts'));
	expect(credentialFiles).toEqual(filesIn('credentials', '.credentials.ts'));
});

describe.each(nodeFiles)('%s', (file) => {
	let description: INodeTypeDescription;
	const codex = JSON.parse(readFileSync(join(checkout, file.replace(/\.ts$/, '.json')), 'utf8'));

	beforeAll(async () => {
		({ description } = await classIn<INodeType>(file));
	});

	it('has a codex by which it is found', () => {
		expect(codex).toMatchObject({
			node: `${manifest.name}.${description.name}`,
			nodeVersion: '1.0',
			codexVersion: '1.0',
		});
		expect(codex.categories.length).toBeGreaterThan(0);
		expect(codex.categories.filter((name: string) => !categories.includes(name))).toEqual([]);
		expect(codex.alias).toEqual(expect.arrayContaining(['cin7', 'omni']));
		expect(new Set(codex.alias).size).toBe(codex.alias.length);
	});

	it('links to documentation that is there, also for its credentials', () => {
		const { primaryDocumentation, credentialDocumentation = [] } = codex.resources;
		expect(primaryDocumentation).toHaveLength(1);
		expect(credentialDocumentation).toHaveLength(description.credentials ? 1 : 0);
		for (const { url } of [...primaryDocumentation, ...credentialDocumentation]) isThere(url);
	});

	it('says what it does, to people and to agents', () => {
		expect(description.subtitle).toBeTruthy();
		expect(description.usableAsTool).toBeTruthy();
		expect(description.description.length).toBeGreaterThan(40);
		const operations = description.properties.filter(({ name }) => name === 'operation');
		for (const { options = [] } of operations) {
			for (const option of options) {
				expect(option).toMatchObject({
					description: expect.stringMatching(/\w+ \w+/),
					action: expect.stringMatching(/^[A-Z]/),
				});
			}
		}
	});

	it('has an icon for light and for dark', () => checkIcons(file, description.icon));

	it('is of version 1', () => expect(description.version).toBe(1));
});

describe.each(credentialFiles)('%s', (file) => {
	it('has icons, a test and documentation', async () => {
		const credential = await classIn<ICredentialType>(file);
		checkIcons(file, credential.icon);
		isThere(credential.documentationUrl!);
	});
});

/** A page of the repository, and the heading that the address names. */
function isThere(url: string): void {
	const own = manifest.homepage.replace(/#.*/, '');
	expect(url.startsWith(own)).toBe(true);
	const [path, anchor] = url.slice(own.length).split('#');
	const page = path === '' ? 'README.md' : path.replace('/blob/main/', '');
	expect([url, existsSync(join(checkout, page))]).toEqual([url, true]);
	if (anchor === undefined) return;
	const headings = readFileSync(join(checkout, page), 'utf8').match(/^#+ .*$/gm) ?? [];
	expect(headings.map(anchorOf)).toContain(anchor);
}

function anchorOf(heading: string): string {
	const text = heading.replace(/^#+ /, '').toLowerCase();
	return text.replace(/[^\w\s-]/g, '').replaceAll(' ', '-');
}

function checkIcons(file: string, icon: unknown): void {
	const { light, dark } = icon as { light: string; dark: string };
	const drawings = [light, dark].map((name) => {
		const drawing = join(checkout, dirname(file), name.replace(/^file:/, ''));
		return readFileSync(drawing, 'utf8');
	});
	expect(drawings[0]).not.toBe(drawings[1]);
	for (const svg of drawings) {
		expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* viewBox="0 0 60 60"/);
		// Drawn by ourselves, and nothing in them that loads or runs anything.
		expect(svg).not.toMatch(/<(script|image|foreignObject|style|use)|href|url\(|\son\w+=/i);
		expect(svg.length).toBeLessThan(4_000);
	}
}
