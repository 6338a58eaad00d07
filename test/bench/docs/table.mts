// Figures as tables: for the terminal, and as Markdown.
import type { Figure } from '../figures.mts';
import { isMet } from '../figures.mts';

export function asText(figures: readonly Figure[]): string {
	return figures
		.map((figure) => {
			const { what, note } = figure;
			const { value, target, peer } = cells(figure);
			const beside = [target && `at most ${target}`, peer && `peer ${peer}`, note].filter(Boolean);
			return `  ${isMet(figure) ? ' ' : '✖'} ${what}: ${value}${beside.length > 0 ? ` (${beside.join('; ')})` : ''}`;
		})
		.join('\n');
}

export function asMarkdown(figures: readonly Figure[]): string {
	const rows = figures.map((figure) => {
		const { value, target, peer } = cells(figure);
		const mark = figure.target === undefined ? '' : isMet(figure) ? ' ✔' : ' ✖';
		return `| ${figure.what} | ${value} | ${target}${mark} | ${peer} | ${figure.note ?? ''} |`;
	});
	return ['| what | measured | at most | peer | |', '|---|---|---|---|---|', ...rows].join('\n');
}

function cells({ value, unit, target, peer, peerIs }: Figure) {
	const withUnit = (number: number) =>
		unit === '×' ? `${shown(number)} ×` : `${shown(number)} ${unit}`.trim();
	return {
		value: withUnit(value),
		target: target === undefined ? '' : shown(target),
		peer: peer === undefined ? '' : `${withUnit(peer)}${peerIs ? ` (${peerIs})` : ''}`,
	};
}

function shown(number: number): string {
	return number.toLocaleString('en', { maximumSignificantDigits: 4 });
}
