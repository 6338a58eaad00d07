// Puts a result into docs/benchmark.md, between its two marks, and draws its chart.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchResult } from '../main.mts';
import { chartOf } from './chart.mts';
import { asMarkdown } from './table.mts';

const docs = join(import.meta.dirname, '../../../docs');
const begin = '<!-- figures: npm run bench -- --docs -->';
const end = '<!-- end of figures -->';

export async function writeDocs(result: BenchResult): Promise<void> {
	const file = join(docs, 'benchmark.md');
	const page = await readFile(file, 'utf8');
	const [before, after] = [page.indexOf(begin), page.indexOf(end)];
	if (before < 0 || after < before) throw new Error(`${file} has lost its marks.`);
	const { processor, processors, node, load } = result.machine;
	const figures = [
		begin,
		`Measured on ${result.at.slice(0, 10)}: ${processors} × ${processor}, Node ${node}, load ${load} at the end.`,
		...result.measured.flatMap(({ figures }) => [asMarkdown(figures)]),
	].join('\n\n');
	await writeFile(file, `${page.slice(0, before)}${figures}\n\n${page.slice(after)}`);
	await writeFile(join(docs, 'images', 'benchmark.svg'), chartOf(result));
}
