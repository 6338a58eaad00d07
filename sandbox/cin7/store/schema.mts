// The tables of the store. A record is kept once, as JSON. The fields that queries go by are indexed
// columns that SQLite computes from it; the others are looked up in the JSON when they are asked for.
import type { Field } from '../resources/field.mts';
import { resources } from '../resources/index.mts';
import type { Resource } from '../resources/resource.mts';

/** Whether a field can stand in `where` and `order`: single values only. */
export function isColumn(field: Field): boolean {
	return !['dictionary', 'object', 'list'].includes(field.type);
}

/** The SQL that makes an empty store. */
export function schema(): string {
	return [
		...resources.map(table),
		`CREATE TABLE taken (reference TEXT COLLATE NOCASE PRIMARY KEY, module TEXT, id INTEGER)
			WITHOUT ROWID;`,
		'CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;',
		'CREATE TABLE mail (id INTEGER PRIMARY KEY, message TEXT NOT NULL);',
	].join('\n');
}

/** SQL for the value of a field, to compare and to sort by. Texts compare in any case. */
export function valueSql(resource: Resource, field: Field): string {
	if (field.name === 'id' || isIndexed(resource, field)) return quoted(field.name);
	return isText(field) ? `(${inRecord(field)} COLLATE NOCASE)` : `(${inRecord(field)})`;
}

function table(resource: Resource): string {
	const columns = resource.fields.filter((field) => isIndexed(resource, field)).map(column);
	const index = (fields: readonly string[], n: number) =>
		`CREATE INDEX ${resource.name}${n} ON ${resource.name} (${fields.map(quoted).join(', ')});`;
	return [
		`CREATE TABLE ${resource.name} (`,
		['id INTEGER PRIMARY KEY', 'record TEXT NOT NULL', ...columns].join(', '),
		');',
		...resource.indexes.map(index),
	].join('\n');
}

function column(field: Field): string {
	const type = isText(field) ? 'TEXT COLLATE NOCASE' : field.type === 'date' ? 'TEXT' : 'NUMERIC';
	return `${quoted(field.name)} ${type} AS (${inRecord(field)}) VIRTUAL`;
}

function inRecord(field: Field): string {
	const value = `record ->> '$.${field.name}'`;
	return field.type === 'date' ? `rtrim(${value}, 'Z')` : value;
}

function isIndexed(resource: Resource, field: Field): boolean {
	return field.name !== 'id' && resource.indexes.some((fields) => fields.includes(field.name));
}

function isText(field: Field): boolean {
	return field.type === 'text' || field.type === 'choice';
}

function quoted(name: string): string {
	return `"${name}"`;
}
