/**
 * Checked reading of Amazon's answers. A record is a table of readers, one a field; what does not fit ends the reading
 * with the name of the field, never with its value. Absent and null are the same to all of them, because Amazon
 * does not say which of the two stands for what it withholds. Values of enumerations pass whatever they are.
 */

/** Reads one value found at a place such as `orders[3].buyer.buyerName`; throws a Misfit. */
export type Reader<V> = (value: unknown, place: string) => V;

/** A reader for each property of a record. */
export type ReaderTable<T extends object> = { readonly [K in keyof T]: Reader<T[K]> };

/** A value that is not what Amazon documents. */
export class Misfit extends Error {
	constructor(place: string, expected: string, value: unknown) {
		super(isNone(value) ? `${place} is missing` : `${place} is not ${expected}`);
		this.name = 'Misfit';
	}
}

/** Text; blank when there is none. */
export const text: Reader<string> = (value, place) => {
	if (isNone(value)) return '';
	if (typeof value === 'string') return value;
	throw new Misfit(place, 'a text', value);
};

/** Text that must be there. */
export const given: Reader<string> = (value, place) => {
	if (typeof value === 'string' && value.trim() !== '') return value;
	throw new Misfit(place, 'a text', value === '' ? undefined : value);
};

/** A count that must be there. */
export const count: Reader<number> = (value, place) => {
	if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
	throw new Misfit(place, 'a whole number', value);
};

/** A count, or null when there is none. */
export const countOrNull: Reader<number | null> = (value, place) =>
	isNone(value) ? null : count(value, place);

/** True only when Amazon says so. */
export const flag: Reader<boolean> = (value, place) => {
	if (isNone(value)) return false;
	if (typeof value === 'boolean') return value;
	throw new Misfit(place, 'true or false', value);
};

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** An ISO 8601 instant that must be there. */
export const instant: Reader<string> = (value, place) => {
	if (typeof value === 'string' && instantPattern.test(value)) return value;
	throw new Misfit(place, 'a date and time', value);
};

/** An ISO 8601 instant; blank when there is none. */
export const instantOrBlank: Reader<string> = (value, place) =>
	isNone(value) || value === '' ? '' : instant(value, place);

const decimalPattern = /^-?\d+(\.\d+)?$/;

/** Amazon's amounts are decimal text. */
export const decimal: Reader<string> = (value, place) => {
	if (typeof value === 'string' && decimalPattern.test(value)) return value;
	throw new Misfit(place, 'a decimal number', value);
};

/** A record that must be there. */
export function record<T extends object>(table: ReaderTable<T>): Reader<T> {
	const fields = Object.entries(table) as [string, Reader<unknown>][];
	return (value, place) => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			throw new Misfit(place, 'an object', value);
		}
		const read: Record<string, unknown> = {};
		for (const [name, reader] of fields) {
			read[name] = reader(
				(value as Record<string, unknown>)[name],
				place === '' ? name : `${place}.${name}`,
			);
		}
		return read as T;
	};
}

/**
 * Reads every field of a record by itself: one that does not fit is as if it were not there, and what is wrong with it
 * is told, as `proceeds.grandTotal.amount is not a decimal number`.
 */
export function fieldByField<T extends object>(
	table: ReaderTable<T>,
	blank: T,
): (value: unknown) => { read: T; misfits: string[] } {
	return (value) => {
		const read: T = { ...blank };
		const misfits: string[] = [];
		for (const name of Object.keys(table) as (keyof T & string)[]) {
			try {
				read[name] = table[name]((value as T | null | undefined)?.[name], name);
			} catch (misfit) {
				misfits.push(misfitText(misfit));
			}
		}
		return { read, misfits };
	};
}

function misfitText(failure: unknown): string {
	if (!(failure instanceof Misfit)) throw failure;
	return failure.message;
}

/** A record, or null when there is none. */
export function recordOrNull<T extends object>(table: ReaderTable<T>): Reader<T | null> {
	const reader = record(table);
	return (value, place) => (isNone(value) ? null : reader(value, place));
}

/** Whatever is there, to be read later. */
export const unchecked: Reader<unknown> = (value) => value;

/** A list; empty when there is none. */
export function list<V>(reader: Reader<V>): Reader<V[]> {
	return (value, place) => {
		if (isNone(value)) return [];
		if (!Array.isArray(value)) throw new Misfit(place, 'a list', value);
		return value.map((entry: unknown, index) => reader(entry, `${place}[${index}]`));
	};
}

/** A list that must be there, even if empty. */
export function givenList<V>(reader: Reader<V>): Reader<V[]> {
	const read = list(reader);
	return (value, place) => {
		if (isNone(value)) throw new Misfit(place, 'a list', value);
		return read(value, place);
	};
}

function isNone(value: unknown): boolean {
	return value === null || value === undefined;
}
