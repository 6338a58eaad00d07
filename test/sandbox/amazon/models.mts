// Amazon's own models as schemas that let nothing through that Amazon does not have: every object is closed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';

const folder = join(import.meta.dirname, '../../models/amazon');

/** What does not fit, in words; empty when all does. */
export type Check = (value: unknown) => string[];

/** A check for a definition of a model, such as `SearchOrdersResponse` of `orders_2026-01-01`. */
export function strictly(model: 'orders_2026-01-01' | 'sellers', definition: string): Check {
	const { definitions } = JSON.parse(readFileSync(join(folder, `${model}.json`), 'utf8')) as {
		definitions: Record<string, unknown>;
	};
	const ajv = new Ajv({ strict: false, allErrors: true });
	ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
	ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
	const check = ajv.compile({
		definitions: closed(definitions) as object,
		$ref: `#/definitions/${definition}`,
	});
	return (value) =>
		check(value)
			? []
			: (check.errors ?? []).map(
					({ instancePath, message, params }) =>
						`${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
				);
}

function closed(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(closed);
	if (typeof schema !== 'object' || schema === null) return schema;
	const entries = Object.entries(schema).map(([name, value]) => [name, closed(value)]);
	const result = Object.fromEntries(entries) as Record<string, unknown>;
	const isObject = result.type === 'object' && typeof result.properties === 'object';
	return isObject ? { ...result, additionalProperties: false } : result;
}
