/** HTML in which everything that is put in is escaped, unless it is HTML made here as well. */
import { escapeHtml } from '../../batching/summary/escapeHtml';

/** Text that is HTML already. Made by `html` and `ownMarkup` only. */
export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** A template whose values are escaped; lists are joined, and null, undefined and false are nothing. Attributes have to be quoted. */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
	const text = literals.reduce(
		(made, literal, index) => made + written(parts[index - 1]) + literal,
	);
	return new Html(text);
}

/** Markup that stands in this package's own code, such as its style sheet. Never anything from outside. */
export function ownMarkup(text: string): Html {
	return new Html(text);
}

function written(part: Part): string {
	if (part === null || part === undefined || part === false) return '';
	if (part instanceof Html) return part.text;
	if (Array.isArray(part)) return part.map(written).join('');
	return escapeHtml(String(part));
}
