// Reads one value of a request against its field: `{ value }` to keep (null clears the field), or
// `{ complaint }`, or nothing when the field stays as it is.
import { readInstant } from '../instant.mts';
import type { Field } from '../resources/field.mts';
import type { Settings } from '../settings.mts';
import { readFields } from './readFields.mts';

export type Reading = { value: unknown } | { complaint: string } | undefined;

/** `null` and a field left out mean "unchanged", `""` means "clear". */
export function readValue(field: Field, given: unknown, settings: Settings): Reading {
	if (given === null || given === undefined) return undefined;
	if (field.type === 'text') return readText(field, given, settings);
	if (given === '') {
		return field.type === 'date' && !settings.emptyTextClearsDates ? undefined : { value: null };
	}
	switch (field.type) {
		case 'whole':
		case 'decimal':
			return readNumber(field, given);
		case 'yesNo':
			if (typeof given === 'boolean') return { value: given };
			if (/^(true|false)$/i.test(String(given))) return { value: /^true$/i.test(String(given)) };
			return unfit(field, given);
		case 'date': {
			const instant = typeof given === 'string' ? readInstant(given) : undefined;
			return instant === undefined ? unfit(field, given) : { value: instant };
		}
		case 'choice': {
			const wanted = String(given).toLowerCase();
			const value = field.values?.find((one) => one.toLowerCase() === wanted);
			return value === undefined ? unfit(field, given) : { value };
		}
		default:
			return readCompound(field, given, settings);
	}
}

function readText(field: Field, given: unknown, settings: Settings): Reading {
	if (typeof given === 'object') return unfit(field, given);
	const text = String(given);
	const most = settings.longestText[field.name] ?? field.max;
	if (most === undefined || text.length <= most) return { value: text };
	if (settings.tooLongText === 'truncate') return { value: text.slice(0, most) };
	return {
		complaint: `The field ${field.name} must be a text with a maximum length of ${most}; it has ${text.length}.`,
	};
}

function readNumber(field: Field, given: unknown): Reading {
	const text = typeof given === 'string' ? given.trim() : String(given);
	const shape = field.type === 'whole' ? /^-?\d+$/ : /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
	if (typeof given === 'object' || !shape.test(text)) return unfit(field, given);
	const value = Number(text);
	if (!Number.isFinite(value) || (field.type === 'whole' && Math.abs(value) > 2147483647)) {
		return unfit(field, given);
	}
	if (field.max !== undefined && value > field.max) {
		return { complaint: `The field ${field.name} must be at most ${field.max}; it is ${text}.` };
	}
	return { value };
}

function readCompound(field: Field, given: unknown, settings: Settings): Reading {
	if (field.type === 'list') {
		if (!Array.isArray(given)) return unfit(field, given);
		if (!field.fields?.length) return { value: given };
		const entries = given.map((entry) => readFields(field.fields ?? [], entry, settings));
		const complaints = entries.flatMap((entry, index) =>
			entry.complaints.map((complaint) => `${field.name}[${index}]: ${complaint}`),
		);
		if (complaints.length > 0) return { complaint: complaints.join(' ') };
		return { value: entries.map((entry) => entry.given) };
	}
	if (typeof given !== 'object' || Array.isArray(given)) return unfit(field, given);
	if (field.type === 'dictionary') return { value: given };
	const inner = readFields(field.fields ?? [], given, settings);
	if (inner.complaints.length > 0) return { complaint: inner.complaints.join(' ') };
	return { value: inner.given };
}

function unfit(field: Field, given: unknown): Reading {
	const shown = typeof given === 'string' ? given.slice(0, 60) : typeof given;
	return { complaint: `The value '${shown}' is not valid for ${field.name}.` };
}
