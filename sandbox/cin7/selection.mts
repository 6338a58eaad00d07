// The `fields` parameter: which fields a record is answered with, `id,reference,lineItems(code,qty)`.
import type { Field } from './resources/field.mts';
import { QueryRefused } from './where/tokens.mts';

/** The chosen fields, each with the choice within it (undefined: all of it). */
export type Selection = Map<Field, Selection | undefined>;

/** @throws QueryRefused for what is not a list of the resource's fields. */
export function parseSelection(source: string, fields: readonly Field[]): Selection {
	const parts = source.match(/[A-Za-z_][A-Za-z0-9_]*|[(),]|\S/g) ?? [];
	let next = 0;
	const selection = readList(fields, 0);
	if (next < parts.length) throw refused(parts[next]);
	return selection;

	function readList(available: readonly Field[], depth: number): Selection {
		const chosen: Selection = new Map();
		for (;;) {
			const name = parts[next++] ?? 'the end';
			const field = available.find((one) => one.name.toLowerCase() === name.toLowerCase());
			if (field === undefined) throw refused(name);
			chosen.set(field, parts[next] === '(' ? readInner(field, depth) : undefined);
			if (parts[next] !== ',') return chosen;
			next += 1;
		}
	}

	function readInner(field: Field, depth: number): Selection {
		if (field.fields === undefined || depth > 2) throw refused('(');
		next += 1;
		const inner = readList(field.fields, depth + 1);
		if (parts[next] !== ')') throw refused(parts[next] ?? 'the end');
		next += 1;
		return inner;
	}
}

function refused(part: string): QueryRefused {
	return new QueryRefused(`'${part}' in fields is not a field of this resource.`);
}
