/**
 * Conditions for Cin7's `where`: the only place where values are quoted.
 * Cin7 takes `= <> > < >= <= LIKE IN IS NULL`, AND, OR and parentheses; there is no BETWEEN among what it documents.
 */
import { encodedLength } from './query';

export type Comparison = '=' | '<>' | '>' | '<' | '>=' | '<=';

/** Text as a literal: `O'Brien` → `'O''Brien'`. */
export function quote(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/**
 * `compare('paymentDate', '>=', '2026-06-01T00:00:00Z')`. Instants are given as ISO 8601 in UTC, without fractions.
 * Without spaces: a space takes three characters of the 2,048 that a query may have.
 * @throws RangeError for a number that is not finite, or a field name that is none
 */
export function compare(field: string, comparison: Comparison, value: string | number): string {
	return `${named(field)}${comparison}${literal(value)}`;
}

/** From `low` to `high`, both included. */
export function between(field: string, low: string | number, high: string | number): string {
	return and(compare(field, '>=', low), compare(field, '<=', high));
}

export function isNull(field: string): string {
	return `${named(field)} IS NULL`;
}

/** Text that begins like this. Cin7's wildcard `%` within `start` cannot be told from a wildcard. */
export function startsWith(field: string, start: string): string {
	return `${named(field)} LIKE ${quote(`${start}%`)}`;
}

/** Text with this somewhere in it, in upper or lower case. */
export function contains(field: string, part: string): string {
	return `${named(field)} LIKE ${quote(`%${part}%`)}`;
}

/**
 * `field IN (…)`, cut into as many conditions as it takes for each to fit into a query beside a selection of fields:
 * one call for each. No values, no conditions.
 * @param room encoded characters that one condition may take
 */
export function inList(field: string, values: readonly (string | number)[], room = 1400): string[] {
	const opening = `${named(field)} IN (`;
	const conditions: string[] = [];
	let list: string[] = [];
	let length = 0;
	for (const value of values) {
		const entry = literal(value);
		const entryLength = encodedLength(entry) + 1;
		if (list.length > 0 && length + entryLength > room) {
			conditions.push(`${opening}${list.join(',')})`);
			list = [];
		}
		if (list.length === 0) length = encodedLength(opening);
		list.push(entry);
		length += entryLength;
	}
	if (list.length > 0) conditions.push(`${opening}${list.join(',')})`);
	return conditions;
}

/** All of them; blank ones are left out. Alternatives within are kept together by parentheses. */
export function and(...conditions: string[]): string {
	return joined(conditions, ' AND ', / or /i);
}

/** Any of them; blank ones are left out. Compound ones are put in parentheses, whatever Cin7 binds tighter. */
export function or(...conditions: string[]): string {
	return joined(conditions, ' OR ', / (and|or) /i);
}

function joined(conditions: string[], word: string, compound: RegExp): string {
	const given = conditions.filter((condition) => condition !== '');
	if (given.length <= 1) return given[0] ?? '';
	return given
		.map((condition) => (compound.test(withoutLiterals(condition)) ? `(${condition})` : condition))
		.join(word);
}

function withoutLiterals(condition: string): string {
	return condition.replace(/'(?:[^']|'')*'/g, "''");
}

function literal(value: string | number): string {
	if (typeof value === 'string') return quote(value);
	if (!Number.isFinite(value))
		throw new RangeError(`${value} is not a value Cin7 can compare with`);
	return String(value);
}

function named(field: string): string {
	if (!/^[A-Za-z]\w*$/.test(field)) throw new RangeError(`"${field}" is not a field of Cin7`);
	return field;
}
