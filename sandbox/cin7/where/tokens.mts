// Cuts the text of a `where` into tokens. Whatever is not a token is refused here.

export type TokenKind = 'name' | 'word' | 'number' | 'string' | 'operator' | 'punctuation' | 'end';

export interface Token {
	kind: TokenKind;
	/** A word in upper case, the content of a string, otherwise the text as it stands. */
	text: string;
	/** Where it starts, counted from 1. */
	at: number;
}

/** What is wrong with a query, for the person who wrote it. Answered with HTTP 400. */
export class QueryRefused extends Error {}

const words = new Set(['AND', 'OR', 'IN', 'IS', 'NOT', 'NULL', 'LIKE', 'TRUE', 'FALSE']);

const shapes: [TokenKind, RegExp][] = [
	['name', /[A-Za-z_][A-Za-z0-9_]*/y],
	['number', /-?\d+(?:\.\d+)?(?![\w.])/y],
	['string', /'(?:[^']|'')*'/y],
	['operator', /<>|<=|>=|=|<|>/y],
	['punctuation', /[(),]/y],
];

/** @throws QueryRefused at the first character that starts no token. */
export function tokens(source: string): Token[] {
	const found: Token[] = [];
	let at = 0;
	for (;;) {
		while (/\s/.test(source.charAt(at))) at += 1;
		if (at >= source.length) break;
		const token = tokenAt(source, at);
		found.push(token.token);
		at = token.end;
	}
	found.push({ kind: 'end', text: 'the end', at: source.length + 1 });
	return found;
}

function tokenAt(source: string, at: number): { token: Token; end: number } {
	for (const [kind, shape] of shapes) {
		shape.lastIndex = at;
		const text = shape.exec(source)?.[0];
		if (text === undefined) continue;
		const end = at + text.length;
		if (kind === 'string') {
			const content = text.slice(1, -1).replaceAll("''", "'");
			return { token: { kind, text: content, at: at + 1 }, end };
		}
		if (kind === 'name' && words.has(text.toUpperCase())) {
			return { token: { kind: 'word', text: text.toUpperCase(), at: at + 1 }, end };
		}
		return { token: { kind, text, at: at + 1 }, end };
	}
	if (source.charAt(at) === "'") {
		throw new QueryRefused(`Unclosed quotation mark at position ${at + 1} of where.`);
	}
	throw new QueryRefused(
		`Incorrect syntax near '${source.charAt(at)}' at position ${at + 1} of where.`,
	);
}
