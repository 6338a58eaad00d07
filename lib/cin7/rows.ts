/** From Cin7's rows to records: the one reader that every table of fields goes through. */
import type { Field, FieldTable } from './fields';

/** Reads one row; undefined when it does not fit. */
export type RowReader<T> = (row: unknown) => T | undefined;

/**
 * A reader for rows of these fields.
 * @param selected wire names that were asked for; the others come out blank. Without it, all.
 */
export function rowReader<T extends object>(
	table: FieldTable<T>,
	selected?: ReadonlySet<string>,
): RowReader<T> {
	const asked = placesOf(table).map((place) => ({
		...place,
		isAsked: selected === undefined || selected.has(place.root),
	}));
	const template = templateOf(asked);
	return (row) => {
		if (typeof row !== 'object' || row === null) return undefined;
		const record: Record<string, unknown> = { ...template };
		for (const { property, root, leaf, field, isAsked } of asked) {
			if (!isAsked) {
				record[property] = field.blank();
				continue;
			}
			const value = field.read(valueAt(row as Wire, root, leaf));
			if (value === undefined) return undefined;
			record[property] = value;
		}
		return record as T;
	};
}

/**
 * Records copied from one template have their fields in the same place from the start. Built up field by field they take
 * twice the memory and the time. What JSON.parse makes has exactly the room it needs.
 */
function templateOf(places: readonly Place[]): Record<string, unknown> {
	const blank = places.map(({ property, field }) => [property, field.blank()]);
	return JSON.parse(JSON.stringify(Object.fromEntries(blank))) as Record<string, unknown>;
}

/** A field that is a list of rows of its own; empty when Cin7 sends none. */
export function list<T extends object>(table: FieldTable<T>): Field<T[]> {
	const read = rowReader(table);
	return {
		blank: () => [],
		read: (value) => {
			if (value === null || value === undefined) return [];
			if (!Array.isArray(value)) return undefined;
			const records: T[] = [];
			for (const entry of value) {
				const record = read(entry);
				if (record === undefined) return undefined;
				records.push(record);
			}
			return records;
		},
		expected: 'a list',
		entries: table as unknown as FieldTable<object>,
	};
}

/** What does not fit in a row that could not be read: `lineItems[2].qty is not a decimal number`. Never the value. */
export function misfit<T extends object>(
	table: FieldTable<T>,
	row: unknown,
	selected?: ReadonlySet<string>,
): string {
	if (typeof row !== 'object' || row === null) return 'the row is not an object';
	for (const { root, leaf, field } of placesOf(table)) {
		if (selected !== undefined && !selected.has(root)) continue;
		const value = valueAt(row as Wire, root, leaf);
		if (field.read(value) !== undefined) continue;
		const name = leaf === '' ? root : `${root}.${leaf}`;
		if (field.entries !== undefined && Array.isArray(value)) {
			const reader = rowReader(field.entries);
			const index = value.findIndex((entry) => reader(entry) === undefined);
			return `${name}[${index}].${misfit(field.entries, value[index])}`;
		}
		return value === undefined || value === null
			? `${name} is missing`
			: `${name} is not ${field.expected}`;
	}
	return 'the row does not fit';
}

/** The wire names of a table's fields, `lineItems(code,qty)` for lists, as Cin7's `fields` takes them. */
export function selectionOf<T extends object>(table: FieldTable<T>): ReadonlyMap<string, string> {
	return known(selections, table, () => {
		const selection = new Map<string, string>();
		for (const { root, field } of placesOf(table)) {
			const within = field.entries ? [...selectionOf(field.entries).values()].join(',') : '';
			selection.set(root, within === '' ? root : `${root}(${within})`);
		}
		return selection;
	});
}

/** What follows from a table alone, by table: there are a few, and every page that is read needs it. */
const selections = new WeakMap<object, ReadonlyMap<string, string>>();
const places = new WeakMap<object, readonly Place[]>();

function known<V>(found: WeakMap<object, V>, table: object, make: () => V): V {
	const value = found.get(table) ?? make();
	found.set(table, value);
	return value;
}

type Wire = Record<string, unknown>;

interface Place {
	property: string;
	root: string;
	/** Within a block such as `accountingAttributes`; blank elsewhere. */
	leaf: string;
	field: Field<unknown>;
}

function placesOf<T extends object>(table: FieldTable<T>): readonly Place[] {
	return known(places, table, () =>
		Object.entries<Field<unknown>>(table).map(([property, field]) => {
			const [root, leaf = ''] = (field.wire ?? property).split('.');
			return { property, root, leaf, field };
		}),
	);
}

/** A block that is null holds nulls; one that is absent holds nothing. */
function valueAt(row: Wire, root: string, leaf: string): unknown {
	const value = row[root];
	if (leaf === '' || value === null || value === undefined) return value;
	return typeof value === 'object' ? (value as Wire)[leaf] : undefined;
}
