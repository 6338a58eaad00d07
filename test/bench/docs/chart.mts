// The chart of a result: one bar for each figure that has a target, as a share of that target; within it is left of the line.
import type { Figure } from '../figures.mts';
import { isMet } from '../figures.mts';
import type { BenchResult } from '../main.mts';

const row = 30;
const top = 44;
const barsFrom = 470;
/** Pixels from nothing to the target. */
const toTarget = 260;
const longestBar = 420;
const width = barsFrom + longestBar + 110;

export function chartOf({ measured }: BenchResult): string {
	const figures = measured
		.flatMap((one) => one.figures)
		.filter((figure) => figure.target !== undefined && figure.target > 0);
	const height = top + figures.length * row + 16;
	const line = barsFrom + toTarget;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Figures beside their targets">`,
		`<rect width="${width}" height="${height}" fill="#ffffff"/>`,
		`<text x="${line}" y="20" text-anchor="middle" fill="#555555">target</text>`,
		...figures.map(bar),
		`<line x1="${line}" y1="28" x2="${line}" y2="${height - 10}" stroke="#555555" stroke-dasharray="4 3"/>`,
		'</svg>',
		'',
	].join('\n');
}

function bar(figure: Figure, index: number): string {
	const { what, value, unit, target = 1 } = figure;
	const y = top + index * row;
	const length = Math.max(2, Math.min(longestBar, (value / target) * toTarget));
	const colour = isMet(figure) ? '#3b7d4f' : '#b5542c';
	const label = `${value.toLocaleString('en')}${unit === '×' || unit === '%' ? ` ${unit}` : ''}`;
	return [
		`<text x="${barsFrom - 10}" y="${y + 14}" text-anchor="end" fill="#222222">${escaped(short(what))}</text>`,
		`<rect x="${barsFrom}" y="${y}" width="${length.toFixed(0)}" height="20" rx="2" fill="${colour}"/>`,
		`<text x="${barsFrom + length + 8}" y="${y + 14}" fill="#222222">${escaped(label)}</text>`,
	].join('');
}

function short(text: string): string {
	return text.length > 72 ? `${text.slice(0, 70).trimEnd()}…` : text;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
