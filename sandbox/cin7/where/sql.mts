// Turns the tree of a `where` into SQL with parameters. Names come from the resource's own list of
// fields, never from the request; values are only ever parameters.
import type { SQLInputValue } from 'node:sqlite';
import { readInstant, sortable } from '../instant.mts';
import type { Field } from '../resources/field.mts';
import type { Resource } from '../resources/resource.mts';
import { isColumn, valueSql } from '../store/schema.mts';
import type { Condition, Literal } from './parse.mts';
import { QueryRefused } from './tokens.mts';

export interface Sql {
	text: string;
	parameters: SQLInputValue[];
}

/**
 * @throws QueryRefused for a field the resource does not have, or a value that does not fit it.
 */
export function whereSql(condition: Condition, resource: Resource): Sql {
	const parameters: SQLInputValue[] = [];
	const text = write(condition);
	return { text, parameters };

	function write(part: Condition): string {
		if (part.kind === 'all' || part.kind === 'any') {
			return `(${part.of.map(write).join(part.kind === 'all' ? ' AND ' : ' OR ')})`;
		}
		const field = columnOf(resource, part.field);
		const column = valueSql(resource, field);
		if (part.kind === 'null') return `${column} IS ${part.not ? 'NOT ' : ''}NULL`;
		if (part.kind === 'in') {
			return `${column} IN (${part.values.map((value) => parameter(field, value)).join(', ')})`;
		}
		if (part.kind === 'like') {
			if (!['text', 'choice'].includes(field.type)) {
				throw new QueryRefused(`LIKE needs a text field, and ${field.name} is not one.`);
			}
			parameters.push(part.pattern);
			return `${column} LIKE ?`;
		}
		return `${column} ${part.operator} ${parameter(field, part.value)}`;
	}

	function parameter(field: Field, value: Literal): string {
		parameters.push(fitting(field, value));
		return '?';
	}
}

/** The field by that name in any case. */
export function columnOf(resource: Resource, name: string): Field {
	const wanted = name.toLowerCase();
	const field = resource.fields.find((one) => one.name.toLowerCase() === wanted && isColumn(one));
	if (field === undefined) throw new QueryRefused(`Invalid column name '${name}'.`);
	return field;
}

/** A value as a field's own values compare with it. @throws QueryRefused when it does not fit the field */
export function fitting(field: Field, value: Literal): SQLInputValue {
	const given = value.kind === 'truth' ? String(value.truth) : value.text;
	const refused = () =>
		new QueryRefused(`The value '${given}' in where does not fit ${field.name}.`);
	switch (field.type) {
		case 'date': {
			const instant = value.kind === 'string' ? readInstant(value.text) : undefined;
			if (instant === undefined) throw refused();
			return sortable(instant);
		}
		case 'yesNo':
			if (/^(1|true)$/i.test(given)) return 1;
			if (/^(0|false)$/i.test(given)) return 0;
			throw refused();
		case 'whole':
		case 'decimal':
			if (!/^\s*-?\d+(\.\d+)?\s*$/.test(given)) throw refused();
			return Number(given);
		default:
			return given;
	}
}
