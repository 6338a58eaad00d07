// Searches a few records one by one, as the database would: the same conditions, the same order. A test holds the two
// against one another.
import type { Field } from '../resources/field.mts';
import type { Resource, Row } from '../resources/resource.mts';
import { sortable } from '../instant.mts';
import type { Condition, Literal } from './parse.mts';
import { columnOf, fitting } from './sql.mts';

const capital = /[A-Z]/;

type Value = string | number | null;

/** By what a list is sorted, and which way. */
export interface Term {
	field: Field;
	way: 'ASC' | 'DESC';
}

/** Whether a record fits. @throws QueryRefused for a field that the resource does not have, or a value that does not fit it */
export function matcher(condition: Condition, resource: Resource): (row: Row) => boolean {
	if (condition.kind === 'all' || condition.kind === 'any') {
		const parts = condition.of.map((part) => matcher(part, resource));
		return condition.kind === 'all'
			? (row) => parts.every((fits) => fits(row))
			: (row) => parts.some((fits) => fits(row));
	}
	const field = columnOf(resource, condition.field);
	const value = (row: Row) => valueOf(field, row);
	switch (condition.kind) {
		case 'null':
			return (row) => (value(row) === null) !== condition.not;
		case 'in': {
			const values = new Set(condition.values.map((one) => comparable(field, one)));
			return (row) => values.has(value(row) ?? Number.NaN);
		}
		case 'like': {
			const pattern = patternOf(condition.pattern);
			return (row) => pattern.test(String(value(row) ?? '')) && value(row) !== null;
		}
		default: {
			const holds = comparisons[condition.operator];
			const other = comparable(field, condition.value);
			return (row) => {
				const own = value(row);
				return own !== null && holds(own, other);
			};
		}
	}
}

/** Compares two records; null comes before everything. */
export function sorter(terms: readonly Term[]): (a: Row, b: Row) => number {
	return (a, b) => {
		for (const { field, way } of terms) {
			const [one, other] = [valueOf(field, a), valueOf(field, b)];
			if (one === other) continue;
			const isBefore = one === null || (other !== null && one < other);
			return isBefore === (way === 'ASC') ? -1 : 1;
		}
		return 0;
	};
}

const comparisons: Record<string, (a: string | number, b: string | number) => boolean> = {
	'=': (a, b) => a === b,
	'<>': (a, b) => a !== b,
	'<': (a, b) => a < b,
	'<=': (a, b) => a <= b,
	'>': (a, b) => a > b,
	'>=': (a, b) => a >= b,
};

/** What a field of a record compares as; null for none. */
function valueOf({ name, type }: Field, row: Row): Value {
	const value = row[name];
	if (value === undefined || value === null) return null;
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (typeof value === 'number') return value;
	return type === 'date' ? sortable(String(value)) : folded(String(value));
}

function comparable(field: Field, literal: Literal): string | number {
	const value = fitting(field, literal);
	if (typeof value === 'number') return value;
	return field.type === 'date' ? String(value) : folded(String(value));
}

/** The database takes upper and lower case of A to Z for the same, and of no other letters. */
export function folded(text: string): string {
	if (!capital.test(text)) return text;
	return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function patternOf(pattern: string): RegExp {
	const source = folded(pattern)
		.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
		.replaceAll('%', '.*')
		.replaceAll('_', '.');
	return new RegExp(`^${source}$`, 'su');
}
