// The records of an account in memory, beside its tables: what is looked up by its id, or as a whole, takes no statement,
// and the tables are brought up to date only when they are asked. Tests look up far more than they search.
import type { ResourceName, Row } from '../resources/resource.mts';

export interface Texts {
	get(name: ResourceName, id: number): string | undefined;
	/** In the order of their ids. */
	all(name: ResourceName): string[];
	/** The same as records, when there are no more than `most` of them. They are kept: not to be changed. */
	few(name: ResourceName, most: number): readonly Row[] | undefined;
	/** `undefined` removes it. */
	put(name: ResourceName, id: number, record: string | undefined): void;
	/** Records that the tables do not have as they are now; from here on they have. */
	behind(): Place[];
	/** From here on what is put can be taken back. */
	begin(): void;
	/** Keeps what was put since, or takes it back. */
	end(how: 'COMMIT' | 'ROLLBACK'): void;
	empty(): void;
}

export interface Place {
	name: ResourceName;
	id: number;
}

interface Entry {
	text: string;
	/** Once somebody has asked for it. */
	row?: Row;
}

interface Table {
	entries: Map<number, Entry>;
	/** The highest id so far: records that come after it are in order. */
	last: number;
	isSorted: boolean;
	rows: readonly Row[] | undefined;
}

export function recordTexts(): Texts {
	const tables = new Map<ResourceName, Table>();
	let behind = new Map<string, Place>();
	/** What was put, and what the tables were brought up to, since `begin`. */
	let undoing: { place: Place; before: Entry | undefined }[] | undefined;
	let broughtUp: Place[] = [];
	const tableOf = (name: ResourceName): Table => {
		let table = tables.get(name);
		if (table === undefined) {
			table = { entries: new Map(), last: 0, isSorted: true, rows: undefined };
			tables.set(name, table);
		}
		return table;
	};
	const sorted = (name: ResourceName): Table => {
		const table = tableOf(name);
		if (!table.isSorted) {
			table.entries = new Map([...table.entries].sort(([a], [b]) => a - b));
			table.isSorted = true;
		}
		return table;
	};
	const fallBehind = (place: Place) => void behind.set(`${place.name}/${place.id}`, place);
	const set = (place: Place, entry: Entry | undefined) => {
		const { name, id } = place;
		const table = tableOf(name);
		table.rows = undefined;
		fallBehind(place);
		if (entry === undefined) table.entries.delete(id);
		else {
			if (id < table.last && !table.entries.has(id)) table.isSorted = false;
			table.last = Math.max(table.last, id);
			table.entries.set(id, entry);
		}
	};
	return {
		get: (name, id) => tables.get(name)?.entries.get(id)?.text,
		all: (name) => [...sorted(name).entries.values()].map(({ text }) => text),
		few(name, most) {
			const table = sorted(name);
			if (table.entries.size > most) return undefined;
			table.rows ??= [...table.entries.values()].map(
				(entry) => (entry.row ??= JSON.parse(entry.text) as Row),
			);
			return table.rows;
		},
		put(name, id, record) {
			const place = { name, id };
			undoing?.push({ place, before: tables.get(name)?.entries.get(id) });
			set(place, record === undefined ? undefined : { text: record });
		},
		behind() {
			const places = [...behind.values()];
			behind = new Map();
			if (undoing) broughtUp.push(...places);
			return places;
		},
		begin() {
			undoing = [];
			broughtUp = [];
		},
		end(how) {
			if (how === 'ROLLBACK') {
				for (const { place, before } of (undoing ?? []).reverse()) set(place, before);
				broughtUp.forEach(fallBehind);
			}
			undoing = undefined;
			broughtUp = [];
		},
		empty() {
			tables.clear();
			behind.clear();
		},
	};
}
