// A kept record as the API answers it: every field of the resource, in its order, null where there is
// no value, an empty list or object where there are no entries.
import type { Field } from './resources/field.mts';
import type { Selection } from './selection.mts';

export type Wire = Record<string, unknown>;

const templates = new Map<readonly Field[], Wire>();

/** All fields of a record. */
export function present(fields: readonly Field[], record: Wire): Wire {
	const wire = { ...template(fields), ...record };
	for (const field of fields) {
		if (field.type === 'object') {
			wire[field.name] = present(field.fields ?? [], (record[field.name] ?? {}) as Wire);
		} else if (field.type === 'list' && field.fields?.length && record[field.name]) {
			const entries = record[field.name] as Wire[];
			wire[field.name] = entries.map((entry) => present(field.fields ?? [], entry));
		}
	}
	return wire;
}

/** The chosen fields of a record. */
export function presentChosen(selection: Selection, record: Wire): Wire {
	const wire: Wire = {};
	for (const [field, inner] of selection) {
		const value = record[field.name];
		if (inner === undefined) wire[field.name] = presentValue(field, value);
		else if (field.type === 'object')
			wire[field.name] = presentChosen(inner, (value ?? {}) as Wire);
		else {
			const entries = (value ?? []) as Wire[];
			wire[field.name] = entries.map((entry) => presentChosen(inner, entry));
		}
	}
	return wire;
}

function presentValue(field: Field, value: unknown): unknown {
	const fields = field.fields ?? [];
	if (field.type === 'object') return present(fields, (value ?? {}) as Wire);
	if (field.type === 'list' && fields.length > 0 && value) {
		return (value as Wire[]).map((entry) => present(fields, entry));
	}
	return value ?? blank(field);
}

function template(fields: readonly Field[]): Wire {
	let known = templates.get(fields);
	if (known === undefined) {
		known = Object.fromEntries(fields.map((field) => [field.name, blank(field)]));
		templates.set(fields, known);
	}
	return known;
}

function blank(field: Field): unknown {
	if (field.type === 'list') return [];
	return field.type === 'dictionary' || field.type === 'object' ? {} : null;
}
