// The table of docs/compatibility.md: written between two marks, so that what stands around it stays.
import { readFile, writeFile } from 'node:fs/promises';
import type { TryOut } from './tryOut.mts';
import type { MatrixVersion } from './versions.mts';

/** What came of a version: how it did, the dependency for which it could not be installed, or why it could not be tried. */
export type Row = { version: MatrixVersion } & (
	| { outcome: TryOut }
	| { missing: string }
	| { failure: string }
);

const start = '<!-- matrix: written by npm run test:matrix -->';
const end = '<!-- end of matrix -->';

/**
 * Puts the table in its place.
 * @throws when the file has no place for it
 */
export async function writeTable(file: string, rows: Row[]): Promise<void> {
	const text = await readFile(file, 'utf8');
	const [before, rest] = text.split(start);
	const after = rest?.split(end)[1];
	if (after === undefined) throw new Error(`${file} lacks the marks ${start} and ${end}.`);
	await writeFile(file, `${before}${start}\n\n${tableOf(rows)}\n${end}${after}`);
}

/** Markdown. Versions that could not be installed are named below the table, with what was missing. */
export function tableOf(rows: Row[]): string {
	const head = [
		'n8n',
		'Node',
		'nodes load',
		'batch template: Preview, Run, ledger',
		'templates that import',
		'ready in',
	];
	const cells = rows.flatMap((row) => ('missing' in row ? [] : [cellsOf(row)]));
	const missing = rows.flatMap((row) =>
		'missing' in row
			? [`- ${row.version.n8n}: the registry has no \`${row.missing}\`, which it needs.`]
			: [],
	);
	const lines = aligned([head, ...cells]);
	if (missing.length === 0) return `${lines.join('\n')}\n`;
	return [...lines, '', 'Could not be installed:', '', ...missing, ''].join('\n');
}

function cellsOf(row: Exclude<Row, { missing: string }>): string[] {
	const { n8n, node } = row.version;
	if ('failure' in row) return [n8n, node, 'no', row.failure, '', ''];
	const { notLoaded, templates, readyMs } = row.outcome;
	return [
		n8n,
		node,
		notLoaded.length === 0 ? 'all' : `not ${notLoaded.map(short).join(', ')}`,
		batchText(row.outcome),
		importText(templates),
		`${(readyMs / 1000).toFixed(1)} s`,
	];
}

function batchText({ batch, templates }: TryOut): string {
	if (batch.length > 0) return batch.join(' ');
	const fits = templates['batch-ecommerce-orders']?.length === 0;
	return fits ? 'right' : 'right, with the node alone';
}

function importText(templates: Record<string, string[]>): string {
	const all = Object.values(templates);
	const lacking = [...new Set(all.flat())];
	if (lacking.length === 0) return `all ${all.length}`;
	const fit = all.filter((lacks) => lacks.length === 0).length;
	return `${fit} of ${all.length}; the others need ${lacking.join(', ')}`;
}

function short(type: string): string {
	return type.split('.').at(-1) ?? type;
}

/** As prettier writes tables. */
function aligned(rows: string[][]): string[] {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const line = (row: string[]) =>
		`| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
	const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	return [line(rows[0]), rule, ...rows.slice(1).map(line)];
}
