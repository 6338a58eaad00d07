/**
 * The kinds of fields in Cin7's rows, and what each tolerates. A resource is a table of these; reading, checking and
 * selecting all follow from that one table.
 *
 * Why not a zod schema: with what must be tolerated here (null for blank, numbers as text) it takes fifteen times as
 * long as JSON.parse does for the same page; this takes about as long.
 */
import { remembered } from '../remembered';
import type { DecimalText, InstantText } from './records';

export interface Field<V> {
	/** Where the value is on the wire, when not under the record's own name: `accountingAttributes.importDate`. */
	readonly wire?: string;
	/** The value of a field that was not asked for. */
	blank(): V;
	/** The record's value for a wire value; undefined when it does not fit. Absent fields come as undefined. */
	read(value: unknown): V | undefined;
	/** In a sentence after "is not": `a whole number`. */
	readonly expected: string;
	/** For lists: what their entries are made of. */
	readonly entries?: FieldTable<object>;
}

/** A field for each property of a record. */
export type FieldTable<T extends object> = { readonly [K in keyof T]: Field<T[K]> };

/** A record's own id: never missing. */
export const id: Field<number> = {
	blank: () => 0,
	read: (value) =>
		Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined,
	expected: 'a record id',
};

/** A whole number, such as another record's id; 0 when Cin7 has none. */
export const whole: Field<number> = {
	blank: () => 0,
	read: (value) => {
		if (value === null || value === undefined) return 0;
		return Number.isSafeInteger(value) ? (value as number) : undefined;
	},
	expected: 'a whole number',
};

/** Text; blank when Cin7 has none. Unknown values of its enumerations pass through. */
export const text: Field<string> = {
	blank: () => '',
	read: asText,
	expected: 'a text',
};

/** A text of which an account has few different ones, such as a payment type: of a million records, one copy is kept. */
export const name: Field<string> = {
	...text,
	read: (value) => (typeof value === 'string' ? oneCopyOf(value) : asText(value)),
};

const oneCopyOf = remembered((value: string): string => value);

/** True only when Cin7 says so. */
export const flag: Field<boolean> = {
	blank: () => false,
	read: (value) => {
		if (value === null || value === undefined) return false;
		return typeof value === 'boolean' ? value : undefined;
	},
	expected: 'true or false',
};

/** An amount that must be there. */
export const decimal: Field<DecimalText> = {
	blank: () => '0',
	read: asDecimal,
	expected: 'a decimal number',
};

/** An amount that is 0 when Cin7 has none. */
export const decimalOrZero: Field<DecimalText> = {
	blank: () => '0',
	read: (value) => (isBlank(value) ? '0' : asDecimal(value)),
	expected: 'a decimal number',
};

/** A number whose absence means something of its own. */
export const decimalOrNull: Field<DecimalText | null> = {
	blank: () => null,
	read: (value) => (isBlank(value) ? null : asDecimal(value)),
	expected: 'a decimal number',
};

/** A rate, null when Cin7 has none; it writes 0 for none. */
export const rateOrNull: Field<DecimalText | null> = {
	blank: () => null,
	read: (value) => {
		if (isBlank(value)) return null;
		const rate = asDecimal(value);
		return rate !== undefined && Number(rate) === 0 ? null : rate;
	},
	expected: 'a decimal number',
};

/** An instant as Cin7 sent it, null when blank. The year 1 is .NET's blank. */
export const instant: Field<InstantText | null> = {
	blank: () => null,
	read: (value) => {
		if (isBlank(value)) return null;
		if (typeof value !== 'string' || !instantPattern.test(value)) return undefined;
		return value.startsWith('0001-') ? null : value;
	},
	expected: 'a date',
};

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** Custom fields: a dictionary on the wire, though the documentation says array. */
export const dictionary: Field<Record<string, string>> = {
	blank: () => ({}),
	read: (value) => {
		if (value === null || value === undefined) return {};
		if (Array.isArray(value)) return value.length === 0 ? {} : undefined;
		if (typeof value !== 'object') return undefined;
		const read: Record<string, string> = {};
		for (const [name, entry] of Object.entries(value)) {
			read[name] =
				typeof entry === 'object' && entry !== null ? JSON.stringify(entry) : String(entry ?? '');
		}
		return read;
	},
	expected: 'a dictionary',
};

/** The same field, found elsewhere on the wire. */
export function at<V>(wire: string, field: Field<V>): Field<V> {
	return { ...field, wire };
}

/** The same field, read as `standIn` where Cin7 has none. */
export function or<V>(standIn: V, field: Field<V>): Field<V> {
	return { ...field, read: (value) => (isBlank(value) ? standIn : field.read(value)) };
}

/** The same field, which must be there: for what a missing value would silently misstate. */
export function given<V>(field: Field<V>): Field<V> {
	return { ...field, read: (value) => (value === undefined ? undefined : field.read(value)) };
}

function isBlank(value: unknown): boolean {
	return value === null || value === undefined || value === '';
}

function asText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (value === null || value === undefined) return '';
	return typeof value === 'number' ? String(value) : undefined;
}

const decimalPattern = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

function asDecimal(value: unknown): DecimalText | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	if (typeof value !== 'string') return undefined;
	const trimmed = value.trim();
	return decimalPattern.test(trimmed) ? trimmed.replace(/^\+/, '') : undefined;
}
