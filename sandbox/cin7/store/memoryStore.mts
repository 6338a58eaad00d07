// An account in memory: tests open thousands. Records are objects that never change, so that whoever read one can keep it
// and a copy of an account costs next to nothing. Tables are made only when many records are to be searched.
import { folded } from '../where/few.mts';
import { columnOf } from '../where/sql.mts';
import type { Resource, ResourceName, Row } from '../resources/resource.mts';
import { frozen } from './frozen.mts';
import { searchTables } from './searchTables.mts';
import { valueSql } from './schema.mts';
import type { Store } from './store.mts';

export interface MemoryStore extends Store {
	/** Another account that is the same until one of the two is changed. Not while a transaction runs. */
	copy(): MemoryStore;
}

/** So many records are searched faster one by one than by the tables. */
const mostFew = 2_000;

/** The records of a resource. */
interface Records {
	byId: Map<number, Row>;
	/** The highest id so far: what comes after it is in order. */
	last: number;
	isSorted: boolean;
	/** All in order, until one is written. */
	list: readonly Row[] | undefined;
}

interface Contents {
	records: Map<ResourceName, Records>;
	/** References, in lower case. */
	taken: Set<string>;
	/** As JSON. */
	kept: Map<string, string>;
	mail: string[];
}

export function openMemoryStore(): MemoryStore {
	return storeOf({ records: new Map(), taken: new Set(), kept: new Map(), mail: [] });
}

function storeOf(contents: Contents): MemoryStore {
	const tables = searchTables((name) => listed(name));
	let closed = false;
	/** How to take back what the transaction under way has done, latest last. */
	let undoing: (() => void)[] | undefined;

	const recordsOf = (name: ResourceName): Records => {
		if (closed) throw new Error('This account is closed.');
		let records = contents.records.get(name);
		if (records === undefined) {
			records = { byId: new Map(), last: 0, isSorted: true, list: undefined };
			contents.records.set(name, records);
		}
		return records;
	};
	const listed = (name: ResourceName): readonly Row[] => {
		const records = recordsOf(name);
		if (!records.isSorted) {
			records.byId = new Map([...records.byId].sort(([a], [b]) => a - b));
			records.isSorted = true;
		}
		return (records.list ??= [...records.byId.values()]);
	};
	const set = (name: ResourceName, id: number, row: Row | undefined) => {
		const records = recordsOf(name);
		records.list = undefined;
		if (row === undefined) records.byId.delete(id);
		else {
			if (id < records.last && !records.byId.has(id)) records.isSorted = false;
			records.last = Math.max(records.last, id);
			records.byId.set(id, row);
		}
		tables.wrote(name, id, row);
	};
	const write = (name: ResourceName, id: number, row: Row | undefined) => {
		const before = recordsOf(name).byId.get(id);
		undoing?.push(() => set(name, id, before));
		set(name, id, row);
	};
	const change = (name: ResourceName, id: number, row: Row | undefined) => {
		store.onChange({ resource: name, id, before: recordsOf(name).byId.get(id) });
		write(name, id, row);
	};
	const bracketed = <T,>(isKept: boolean, work: () => T): T => {
		if (undoing !== undefined) throw new Error('A transaction of this account is under way.');
		const undo: (() => void)[] = [];
		undoing = undo;
		let isDone = false;
		try {
			const result = work();
			isDone = true;
			return result;
		} finally {
			undoing = undefined;
			if (!isDone || !isKept) for (const takeBack of undo.reverse()) takeBack();
		}
	};
	const byTables = ({ name }: Resource, sql: string, parameters: (string | number)[]): Row[] => {
		const { byId } = recordsOf(name);
		return tables.asked(sql, parameters).map(({ id }) => byId.get(id as number) as Row);
	};

	const store: MemoryStore = {
		loaded: () => store.kept('loaded') === true,
		get: ({ name }, id) => recordsOf(name).byId.get(id),
		all: ({ name }) => listed(name),
		first: ({ name }) => listed(name)[0],
		having(resource, field, value) {
			const { name } = columnOf(resource, field);
			const few = store.few(resource);
			if (few === undefined) {
				const column = valueSql(resource, columnOf(resource, field));
				const sql = `SELECT id FROM ${resource.name} WHERE ${column} = ? ORDER BY id`;
				return byTables(resource, sql, [value]);
			}
			if (typeof value === 'number') return few.filter((row) => row[name] === value);
			const wanted = folded(value);
			return few.filter((row) => typeof row[name] === 'string' && folded(row[name]) === wanted);
		},
		few({ name }) {
			return recordsOf(name).byId.size > mostFew ? undefined : listed(name);
		},
		selected: (resource, sql, parameters) =>
			byTables(resource, sql, parameters as (string | number)[]),
		count: (sql) => tables.asked(sql, []),
		insert({ name }, row) {
			store.onChange({ resource: name, id: row.id, before: undefined });
			write(name, row.id, frozen(row));
		},
		update: ({ name }, row) => change(name, row.id, frozen(row)),
		remove: ({ name }, id) => change(name, id, undefined),
		put: ({ resource, id, before }) => write(resource, id, before),
		take(reference) {
			const name = folded(reference);
			const { taken } = contents;
			if (taken.has(name)) return false;
			undoing?.push(() => taken.delete(name));
			taken.add(name);
			return true;
		},
		release(reference) {
			const name = folded(reference);
			const { taken } = contents;
			if (taken.delete(name)) undoing?.push(() => taken.add(name));
		},
		kept<T>(name: string) {
			const text = contents.kept.get(name);
			return text === undefined ? undefined : (JSON.parse(text) as T);
		},
		keep(name, value) {
			const { kept } = contents;
			const before = kept.get(name);
			undoing?.push(() => (before === undefined ? kept.delete(name) : kept.set(name, before)));
			kept.set(name, JSON.stringify(value));
		},
		addMail: (message) => void contents.mail.push(message),
		mail: () => [...contents.mail],
		atomically: (work) => bracketed(true, work),
		provisionally: (work) => bracketed(false, work),
		onChange: () => {},
		empty() {
			const before = { ...contents };
			undoing?.push(() => {
				Object.assign(contents, before);
				tables.forget();
			});
			Object.assign(contents, { records: new Map(), taken: new Set(), mail: [] });
			tables.forget();
		},
		copy() {
			const { records, taken, kept, mail } = contents;
			return storeOf({
				records: new Map([...records].map(([name, own]) => [name, copyOf(own)])),
				taken: new Set(taken),
				kept: new Map(kept),
				mail: [...mail],
			});
		},
		close() {
			tables.close();
			closed = true;
		},
	};
	return store;
}

function copyOf(records: Records): Records {
	return { ...records, byId: new Map(records.byId) };
}
