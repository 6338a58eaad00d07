// Reads a `where` into a tree. The language is what Cin7's API pages describe and nothing more:
// = <> > < >= <= LIKE IN IS [NOT] NULL, AND, OR and parentheses.
import { QueryRefused, tokens } from './tokens.mts';
import type { Token, TokenKind } from './tokens.mts';

export type Literal =
	| { kind: 'string'; text: string }
	| { kind: 'number'; text: string }
	| { kind: 'truth'; truth: boolean };

export type Condition =
	| { kind: 'all'; of: Condition[] }
	| { kind: 'any'; of: Condition[] }
	| { kind: 'compare'; field: string; operator: string; value: Literal }
	| { kind: 'like'; field: string; pattern: string }
	| { kind: 'in'; field: string; values: Literal[] }
	| { kind: 'null'; field: string; not: boolean };

const deepest = 50;

/** @throws QueryRefused when the text is not a condition. */
export function parseWhere(source: string): Condition {
	const list = tokens(source);
	let next = 0;
	const peek = () => list[next];
	const is = (kind: TokenKind, text?: string) =>
		peek().kind === kind && (text === undefined || peek().text === text);
	const taken = (kind: TokenKind, text?: string): Token | undefined =>
		is(kind, text) ? list[next++] : undefined;
	const needed = (kind: TokenKind, text: string | undefined, wanted: string): Token => {
		const token = taken(kind, text);
		if (token === undefined) throw unexpected(peek(), wanted);
		return token;
	};

	const several = (word: 'AND' | 'OR', one: () => Condition): Condition => {
		const conditions = [one()];
		while (taken('word', word) !== undefined) conditions.push(one());
		const kind = word === 'AND' ? 'all' : 'any';
		return conditions.length === 1 ? conditions[0] : { kind, of: conditions };
	};
	const any = (depth: number): Condition => several('OR', () => several('AND', () => one(depth)));
	const one = (depth: number): Condition => {
		if (taken('punctuation', '(') === undefined) return comparison();
		if (depth >= deepest) throw new QueryRefused('where has too many parentheses in each other.');
		const inner = any(depth + 1);
		needed('punctuation', ')', "')'");
		return inner;
	};
	const comparison = (): Condition => {
		const field = needed('name', undefined, 'a field name').text;
		if (taken('word', 'IS') !== undefined) {
			const not = taken('word', 'NOT') !== undefined;
			needed('word', 'NULL', 'NULL');
			return { kind: 'null', field, not };
		}
		if (taken('word', 'LIKE') !== undefined) {
			return { kind: 'like', field, pattern: needed('string', undefined, 'a text in quotes').text };
		}
		if (taken('word', 'IN') !== undefined) return { kind: 'in', field, values: values() };
		const operator = needed('operator', undefined, 'an operator').text;
		return { kind: 'compare', field, operator, value: literal() };
	};
	const values = (): Literal[] => {
		needed('punctuation', '(', "'('");
		const found = [literal()];
		while (taken('punctuation', ',') !== undefined) found.push(literal());
		needed('punctuation', ')', "')'");
		return found;
	};
	const literal = (): Literal => {
		const token = list[next++];
		if (token.kind === 'string' || token.kind === 'number') {
			return { kind: token.kind, text: token.text };
		}
		if (token.text === 'TRUE' || token.text === 'FALSE') {
			return { kind: 'truth', truth: token.text === 'TRUE' };
		}
		throw unexpected(token, 'a value');
	};

	const condition = any(0);
	if (!is('end')) throw unexpected(peek(), 'AND, OR or the end');
	return condition;
}

function unexpected(token: Token, wanted: string): QueryRefused {
	const found = token.kind === 'end' ? 'the end' : `'${token.text}'`;
	return new QueryRefused(
		`Incorrect syntax near ${found} at position ${token.at} of where: expected ${wanted}.`,
	);
}
