// How a field of a resource is described: the words in which the resource files are written.

export type FieldType =
	| 'whole'
	| 'decimal'
	| 'yesNo'
	| 'text'
	| 'date'
	| 'choice'
	| 'dictionary'
	| 'object'
	| 'list';

export interface Field {
	name: string;
	type: FieldType;
	/** Longest text in characters, or greatest number. */
	max?: number;
	/** Ignored without a word when a request gives it. */
	readOnly?: boolean;
	/** Taken from a POST, ignored in a PUT. */
	createOnly?: boolean;
	/** The values of a choice, as the API writes them. */
	values?: readonly string[];
	/** The fields of an object, or of each entry of a list. */
	fields?: readonly Field[];
}

const of =
	(type: FieldType) =>
	(name: string, max?: number): Field => ({ name, type, max });

export const whole = of('whole');
export const decimal = of('decimal');
export const yesNo = of('yesNo');
export const text = of('text');
export const date = of('date');
/** Keyed by name, merged key by key (`customFields`: a dictionary, though the spec says array). */
export const dictionary = of('dictionary');

export const choice = (name: string, values: readonly string[]): Field => ({
	name,
	type: 'choice',
	values,
});

export const object = (name: string, fields: readonly Field[]): Field => ({
	name,
	type: 'object',
	fields,
});

export const list = (name: string, fields: readonly Field[]): Field => ({
	name,
	type: 'list',
	fields,
});

export const readOnly = (field: Field): Field => ({ ...field, readOnly: true });
export const createOnly = (field: Field): Field => ({ ...field, createOnly: true });

/** The same text field under several names, such as the parts of an address. */
export const texts = (names: readonly string[], max?: number): Field[] =>
	names.map((name) => text(name, max));
