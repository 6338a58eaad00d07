// Reads one record of a request: keys in any case, unknown keys ignored without a word.
import type { Field } from '../resources/field.mts';
import type { Settings } from '../settings.mts';
import { readValue } from './values.mts';

export interface Given {
	/** Only what was given and fits, by the API's names. A null clears the field. */
	given: Record<string, unknown>;
	complaints: string[];
}

const namesOf = new Map<readonly Field[], Map<string, Field>>();

function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
	let names = namesOf.get(fields);
	if (names === undefined) {
		names = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
		namesOf.set(fields, names);
	}
	return names.get(name.toLowerCase());
}

/** Read-only fields are read too: who may write them is decided by `writable`. */
export function readFields(fields: readonly Field[], record: unknown, settings: Settings): Given {
	if (typeof record !== 'object' || record === null || Array.isArray(record)) {
		return { given: {}, complaints: ['Each record must be an object.'] };
	}
	const given: Record<string, unknown> = {};
	const complaints: string[] = [];
	for (const [name, value] of Object.entries(record)) {
		const field = fieldNamed(fields, name);
		if (field === undefined) continue;
		const reading = readValue(field, value, settings);
		if (reading === undefined) continue;
		if ('complaint' in reading) complaints.push(reading.complaint);
		else given[field.name] = reading.value;
	}
	return { given, complaints };
}

/** What of it the API lets a caller write. `ignored` are fields this account does not honour. */
export function writable(
	fields: readonly Field[],
	given: Record<string, unknown>,
	verb: 'create' | 'update',
	ignored: readonly string[] = [],
): Record<string, unknown> {
	const kept: Record<string, unknown> = {};
	for (const field of fields) {
		if (!(field.name in given) || field.readOnly || ignored.includes(field.name)) continue;
		if (field.createOnly && verb === 'update') continue;
		const value = given[field.name];
		kept[field.name] =
			field.type === 'list' && field.fields?.length && Array.isArray(value)
				? value.map((entry) => writable(field.fields ?? [], entry as Given['given'], verb))
				: value;
	}
	return kept;
}
