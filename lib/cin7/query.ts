/**
 * Query strings as Cin7 gets them: as few characters as a URL allows, because it takes no more than 2,048 of them.
 */
import { Cin7Failure } from './errors';

export interface Query {
	/** Names on the wire; `lineItems(code,qty)` selects within. None means all that Cin7 has. */
	fields: readonly string[];
	where?: string;
	/** `id ASC`. */
	order?: string;
	page?: number;
	rows?: number;
}

/** IIS answers a longer query string with 404; one is kept for the question mark. */
export const longestQuery = 2047;

/** Codes of characters, as they were needed: conditions are measured far more often than they are sent. */
const codes = new Map<string, string>();

/**
 * Percent-encodes a value of a query, and only where it must be: not the commas, colons, equals signs and parentheses
 * of a `where`. Quotes, `<` and `>` count encoded because every URL parser on the way, n8n's included, encodes them.
 */
export function encoded(text: string): string {
	return text.replace(/[^\w\-.!~*(),:=/@?]/gu, (character) => {
		let code = codes.get(character);
		if (code === undefined) {
			// A half of a character is none; encodeURIComponent leaves only the quote as it is.
			const whole = /\p{Surrogate}/u.test(character) ? '\uFFFD' : character;
			code = encodeURIComponent(whole).replace("'", '%27');
			if (codes.size < 500) codes.set(character, code);
		}
		return code;
	});
}

/** Characters of a text once it is in a query. */
export function encodedLength(text: string): number {
	return encoded(text).length;
}

/** The query string of a list call, without the question mark. */
export function queryString({ fields, where, order, page, rows }: Query): string {
	const parts = fields.length > 0 ? [`fields=${encoded(fields.join(','))}`] : [];
	if (where) parts.push(`where=${encoded(where)}`);
	if (order) parts.push(`order=${encoded(order)}`);
	if (page !== undefined && page > 1) parts.push(`page=${page}`);
	if (rows !== undefined) parts.push(`rows=${rows}`);
	return parts.join('&');
}

/**
 * @throws Cin7Failure `refused`, before anything is sent, when the query is longer than Cin7 takes
 */
export function checkLength(query: Query, endpoint: string): void {
	const { length } = queryString(query);
	if (length > longestQuery) throw tooLong(length, endpoint);
}

/** A query of so many characters is not sent. */
export function tooLong(length: number, endpoint: string): Cin7Failure {
	return new Cin7Failure(
		'refused',
		`The conditions for ${endpoint} are too long for Cin7: ${length} characters of ${longestQuery}`,
		{ description: 'Ask with fewer or shorter conditions, or select fewer fields.', endpoint },
	);
}
