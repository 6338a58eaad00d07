// Pieces of HTML. Whatever is put into a template is escaped unless it is such a piece itself.

export class Html {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

export function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => entities[character]);
}

/** `html\`<p>${text}</p>\``: lists are joined, null and undefined are nothing. */
export function html(parts: TemplateStringsArray, ...values: unknown[]): Html {
	return new Html(parts.reduce((text, part, n) => `${text}${written(values[n - 1])}${part}`));
}

function written(value: unknown): string {
	if (value instanceof Html) return value.text;
	if (Array.isArray(value)) return value.map(written).join('');
	if (value === null || value === undefined || value === false) return '';
	return escaped(String(value));
}
