/** A mail as text: the same parts as in its HTML, in the same order. */
import type { Mail, Part } from './mail';

/** For mail clients that show no HTML, and for people who would rather not have it. */
export function textOf({ title, origin, parts }: Mail): string {
	return [title, origin, ...parts.flatMap((part) => ['', ...linesOf(part)])].join('\n');
}

function linesOf(part: Part): string[] {
	switch (part.kind) {
		case 'notice':
			return [`** ${part.text} **`];
		case 'paragraph':
			return [part.text];
		case 'link':
			return [`${part.text}:`, part.url];
		case 'list':
			return [part.title, ...part.lines.map((line) => `  - ${line}`)];
		case 'table': {
			const rest = part.more > 0 ? [`  … and ${part.more} more in the output of the node`] : [];
			const rows = part.rows.map((row) => `  ${row.map((cell) => cell.join(', ')).join(' | ')}`);
			return [`${part.title} (${part.columns.join(' | ')})`, ...rows, ...rest];
		}
	}
}
