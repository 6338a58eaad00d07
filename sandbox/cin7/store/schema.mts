// The tables of the store. A record is kept once, as JSON; the fields one may filter and sort by are
// columns that SQLite computes from it, and indexes where queries are expected to be quick.
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

function table(resource: Resource): string {
	const columns = resource.fields.filter((field) => isColumn(field) && field.name !== 'id');
	return [
		`CREATE TABLE ${resource.name} (id INTEGER PRIMARY KEY, record TEXT NOT NULL,`,
		columns.map(column).join(',\n'),
		');',
		...resource.indexes.map(
			(fields, n) =>
				`CREATE INDEX ${resource.name}${n} ON ${resource.name} (${fields.map(quoted).join(', ')});`,
		),
	].join('\n');
}

function column(field: Field): string {
	const value = `record ->> '$.${field.name}'`;
	if (field.type === 'date') return `${quoted(field.name)} TEXT AS (rtrim(${value}, 'Z')) VIRTUAL`;
	const type = ['text', 'choice'].includes(field.type) ? 'TEXT COLLATE NOCASE' : 'NUMERIC';
	return `${quoted(field.name)} ${type} AS (${value}) VIRTUAL`;
}

export function quoted(name: string): string {
	return `"${name}"`;
}
