// Every page that people read: what its links and pictures lead to is there, headings included, and pictures stay small.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';

const checkout = resolve(import.meta.dirname, '../..');
const notOurs = ['node_modules', 'dist', '.git', '.state', 'coverage'];
const kilobyte = 1000;

async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const found = entries.map(async (entry) => {
		const path = join(folder, entry.name);
		if (!entry.isDirectory()) return [path];
		return notOurs.includes(entry.name) ? [] : await filesIn(path);
	});
	return (await Promise.all(found)).flat();
}

/** What a page links to and shows, as it is written there; code is not read. */
function targetsOf(markdown: string): string[] {
	const prose = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
	const links = [...prose.matchAll(/\]\(\s*<?([^)>\s]+)>?[^)]*\)/g)].map(([, target]) => target);
	const html = [...prose.matchAll(/\b(?:src|href|srcset)="([^"\s]+)"/g)].map(
		([, target]) => target,
	);
	const named = [...prose.matchAll(/^\[[^\]]+\]:\s*<?(\S+?)>?\s*$/gm)].map(([, target]) => target);
	return [...links, ...html, ...named];
}

/** Headings as GitHub names them in addresses. */
function anchorsOf(markdown: string): string[] {
	const seen = new Map<string, number>();
	return (markdown.replace(/^```[\s\S]*?^```/gm, '').match(/^#+ .*$/gm) ?? []).map((heading) => {
		const text = heading.replace(/^#+ /, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
		const name = text
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-');
		const before = seen.get(name) ?? 0;
		seen.set(name, before + 1);
		return before === 0 ? name : `${name}-${before}`;
	});
}

/** Targets of a page that are not there. */
function missingFrom(page: string): string[] {
	return targetsOf(readFileSync(page, 'utf8')).filter((target) => {
		if (/^(https?:|mailto:)/.test(target)) return false;
		const [path, anchor] = decodeURIComponent(target).split('#');
		const file = path === '' ? page : join(dirname(page), path);
		if (!existsSync(file)) return true;
		if (anchor === undefined || !file.endsWith('.md')) return false;
		return !anchorsOf(readFileSync(file, 'utf8')).includes(anchor);
	});
}

let pages: string[];
let pictures: string[];

beforeAll(async () => {
	const files = await filesIn(checkout);
	pages = files.filter((file) => file.endsWith('.md'));
	pictures = files.filter((file) => file.startsWith(join(checkout, 'docs', 'images')));
});

it('every link and picture of every page leads somewhere', () => {
	const missing = pages.flatMap((page) =>
		missingFrom(page).map((target) => `${relative(checkout, page)} → ${target}`),
	);
	expect(missing).toEqual([]);
	expect(pages.length).toBeGreaterThan(20);
});

it('every picture is shown on a page, and they stay small', () => {
	const shown = new Set(
		pages.flatMap((page) =>
			targetsOf(readFileSync(page, 'utf8')).map((target) => resolve(dirname(page), target)),
		),
	);
	expect(pictures.filter((picture) => !shown.has(picture))).toEqual([]);
	const sizes = pictures.map((picture) => ({ picture, size: statSync(picture).size }));
	expect(sizes.filter(({ size }) => size > 150 * kilobyte)).toEqual([]);
	expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(3000 * kilobyte);
});
