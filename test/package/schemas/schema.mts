// JSON schemas as n8n's editor reads them: it shows the first of several types, follows `properties` and `items`, and knows
// no references or alternatives. That an object or list may be null is therefore said by `nullable`, which Ajv knows too.

export interface Schema {
	type: string | string[];
	nullable?: true;
	description?: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** Fields whose names are the account's own or the data's: what is in them is nobody's promise. */
const dictionaries = new Set(['customFields', 'settings', 'skipped']);

/** The schema of values that were seen: every field of any of them, with every type it had. */
export function schemaOf(values: readonly unknown[]): Schema {
	const present = values.filter((value) => value !== null);
	const isNullable = present.length < values.length;
	const types = [...new Set(present.map(typeOf))];
	if (types.length === 0) return { type: 'null' };
	if (types.length > 1) return { type: isNullable ? [...types, 'null'] : types };
	const [type] = types;
	if (type !== 'object' && type !== 'array') return { type: isNullable ? [type, 'null'] : type };
	const shape = type === 'object' ? objectOf(present as object[]) : listOf(present as unknown[][]);
	return isNullable ? { ...shape, nullable: true } : shape;
}

function objectOf(objects: readonly object[]): Schema {
	const seen = new Map<string, unknown[]>();
	for (const [name, value] of objects.flatMap((object) => Object.entries(object))) {
		if (value === undefined) continue;
		const values = seen.get(name);
		if (values) values.push(value);
		else seen.set(name, [value]);
	}
	if (seen.size === 0) return { type: 'object' };
	const properties = [...seen].map(([name, values]) => [
		name,
		isDictionary(name, values) ? { type: 'object' } : schemaOf(values),
	]);
	return { type: 'object', properties: Object.fromEntries(properties) };
}

function isDictionary(name: string, values: readonly unknown[]): boolean {
	return dictionaries.has(name) && values.every((value) => typeOf(value) === 'object');
}

function listOf(lists: readonly unknown[][]): Schema {
	const entries = lists.flat();
	return entries.length === 0 ? { type: 'array' } : { type: 'array', items: schemaOf(entries) };
}

function typeOf(value: unknown): string {
	return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * One schema of several outputs: n8n has one per operation, whatever output the next node is connected to. Each field says
 * which outputs it comes from.
 */
export function joined(outputs: Readonly<Record<string, readonly object[]>>): Schema {
	const schema = schemaOf(Object.values(outputs).flat());
	const names = Object.keys(outputs);
	if (names.length === 1 || schema.properties === undefined) return schema;
	const properties = Object.entries(schema.properties).map(([name, field]) => {
		const from = names.filter((output) => outputs[output].some((item) => name in item));
		return [name, { ...field, description: `Output ${from.join(', ')}` }];
	});
	return { ...schema, properties: Object.fromEntries(properties) };
}

/** The same schema, which refuses what it does not name. */
export function strict(schema: Schema): object {
	const { properties, items } = schema;
	return {
		...schema,
		...(items && { items: strict(items) }),
		...(properties && {
			additionalProperties: false,
			properties: Object.fromEntries(
				Object.entries(properties).map(([name, field]) => [name, strict(field)]),
			),
		}),
	};
}
