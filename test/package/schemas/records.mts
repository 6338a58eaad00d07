// The schema of Cin7's own records, from the stand-in's tables of the API's fields. Any but the ID may be null.
import type { Field } from '../../../sandbox/cin7/resources/field.mts';
import { resourceNamed } from '../../../sandbox/cin7/resources/index.mts';
import type { Schema } from './schema.mts';

const types: Partial<Record<Field['type'], string>> = {
	whole: 'number',
	decimal: 'number',
	yesNo: 'boolean',
	text: 'string',
	date: 'string',
	choice: 'string',
};

/** @param resource as it stands in addresses, such as `SalesOrders` */
export function recordSchema(resource: string): Schema {
	const known = resourceNamed(resource);
	if (known === undefined) throw new Error(`There is no resource ${resource}`);
	return objectOf(known.fields);
}

function objectOf(fields: readonly Field[]): Schema {
	const properties = fields.map((field) => [field.name, schemaOf(field)]);
	return { type: 'object', properties: Object.fromEntries(properties) };
}

function schemaOf({ name, type, fields = [] }: Field): Schema {
	const scalar = types[type];
	if (scalar !== undefined) return { type: name === 'id' ? scalar : [scalar, 'null'] };
	if (type === 'list') return { type: 'array', ...(fields.length && { items: objectOf(fields) }) };
	return fields.length > 0 ? objectOf(fields) : { type: 'object' };
}
