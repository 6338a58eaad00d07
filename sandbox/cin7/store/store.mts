// The store of one account: an SQLite database in memory or in a file. One call, one transaction.
import type { SQLInputValue } from 'node:sqlite';
import type { Resource, ResourceName, Row } from '../resources/resource.mts';
import { memory, openDatabase } from './database.mts';
import { recordTexts } from './texts.mts';

/** What a record was before a write: `before` is undefined for one that did not exist. */
export interface Change {
	resource: ResourceName;
	id: number;
	before: string | undefined;
}

export interface Store {
	/** Whether an account was made in it already. */
	loaded(): boolean;
	get(resource: Resource, id: number): Row | undefined;
	all(resource: Resource): Row[];
	/** All of them as they are kept, when they are few and in memory: not to be changed. */
	few(resource: Resource): readonly Row[] | undefined;
	/** Records of a statement that selects `record`. */
	select(sql: string, parameters: SQLInputValue[]): Row[];
	/** Records of a statement that selects their `id`, in its order. They are kept for the next reader: not to be changed. */
	selected(resource: Resource, sql: string, parameters: SQLInputValue[]): Row[];
	/** The columns of a statement that counts. */
	count(sql: string): Record<string, unknown>[];
	insert(resource: Resource, row: Row): void;
	update(resource: Resource, row: Row): void;
	remove(resource: Resource, id: number): void;
	put(change: Change): void;
	/** Takes a reference for a record. False when another record of any module has it. */
	take(reference: string, module: ResourceName, id: number): boolean;
	release(reference: string): void;
	/** A value kept beside the records, such as the keys. */
	kept<T>(name: string): T | undefined;
	keep(name: string, value: unknown): void;
	addMail(message: string): void;
	mail(): string[];
	/** Runs `work` and keeps all of it, or, when it throws, nothing. */
	atomically<T>(work: () => T): T;
	/** Runs `work` and undoes it, so that it can look at another state. */
	provisionally<T>(work: () => T): T;
	/** Receives every change of a record while one call runs. */
	onChange: (change: Change) => void;
	empty(): void;
	close(): void;
}

/** Records that were read stay at hand, up to so many. */
const mostAtHand = 5_000;

/** So many records are searched faster one by one than by the tables. */
const mostFew = 200;

/** Opens a store. `file` is a path, or `:memory:`. */
export function openStore(file: string): Store {
	const database = openDatabase(file);
	let closed = false;
	const checkOpen = () => {
		if (closed) throw new Error('This account is closed.');
	};
	const statement = (sql: string) => {
		checkOpen();
		return database.statement(sql);
	};
	const texts = file === memory ? recordTexts() : undefined;
	const recordText = (name: ResourceName, id: number) => {
		checkOpen();
		if (texts) return texts.get(name, id);
		const found = statement(`SELECT record FROM ${name} WHERE id = ?`).get(id);
		return found?.record as string | undefined;
	};
	/** Records as they were read, until they are written or a transaction is undone. */
	const atHand = new Map<string, Row>();
	const recordAtHand = (name: ResourceName, id: number): Row => {
		const key = `${name}/${id}`;
		let row = atHand.get(key);
		if (row === undefined) {
			row = JSON.parse(recordText(name, id) ?? 'null') as Row;
			if (atHand.size >= mostAtHand) atHand.clear();
			atHand.set(key, row);
		}
		return row;
	};
	const writeToTable = (name: ResourceName, id: number, record: string | undefined) => {
		if (record === undefined) statement(`DELETE FROM ${name} WHERE id = ?`).run(id);
		else statement(`INSERT OR REPLACE INTO ${name} (id, record) VALUES (?, ?)`).run(id, record);
	};
	const write = (name: ResourceName, id: number, record: string | undefined) => {
		checkOpen();
		atHand.delete(`${name}/${id}`);
		if (texts) texts.put(name, id, record);
		else writeToTable(name, id, record);
	};
	/** Before the tables are asked. */
	const bringUpTables = () => {
		for (const { name, id } of texts?.behind() ?? []) writeToTable(name, id, texts?.get(name, id));
	};
	const asked = (sql: string, parameters: SQLInputValue[]) => {
		bringUpTables();
		return statement(sql).all(...parameters);
	};
	const change = (name: ResourceName, id: number, record: string | undefined) => {
		store.onChange({ resource: name, id, before: recordText(name, id) });
		write(name, id, record);
	};
	const bracketed = <T,>(end: 'COMMIT' | 'ROLLBACK', work: () => T): T => {
		statement('BEGIN').run();
		texts?.begin();
		let ending: 'COMMIT' | 'ROLLBACK' = 'ROLLBACK';
		try {
			const result = work();
			ending = end;
			return result;
		} finally {
			statement(ending).run();
			texts?.end(ending);
			if (ending === 'ROLLBACK') atHand.clear();
		}
	};
	const rows = (records: string[]) => records.map((record) => JSON.parse(record) as Row);
	const recordsOf = (found: Record<string, unknown>[]) => found.map((one) => one.record as string);

	const store: Store = {
		loaded: () => store.kept('loaded') === true,
		get(resource, id) {
			const record = recordText(resource.name, id);
			return record === undefined ? undefined : (JSON.parse(record) as Row);
		},
		all({ name }) {
			checkOpen();
			if (texts) return rows(texts.all(name));
			return rows(recordsOf(statement(`SELECT record FROM ${name} ORDER BY id`).all()));
		},
		few({ name }) {
			checkOpen();
			return texts?.few(name, mostFew);
		},
		select: (sql, parameters) => rows(recordsOf(asked(sql, parameters))),
		selected: (resource, sql, parameters) =>
			asked(sql, parameters).map(({ id }) => recordAtHand(resource.name, id as number)),
		count: (sql) => asked(sql, []),
		insert(resource, row) {
			store.onChange({ resource: resource.name, id: row.id, before: undefined });
			write(resource.name, row.id, JSON.stringify(row));
		},
		update: (resource, row) => change(resource.name, row.id, JSON.stringify(row)),
		remove: (resource, id) => change(resource.name, id, undefined),
		put: ({ resource, id, before }) => write(resource, id, before),
		take(reference, module, id) {
			const sql = 'INSERT OR IGNORE INTO taken (reference, module, id) VALUES (?, ?, ?)';
			return statement(sql).run(reference, module, id).changes === 1;
		},
		release: (reference) => void statement('DELETE FROM taken WHERE reference = ?').run(reference),
		kept<T>(name: string) {
			const found = statement('SELECT value FROM kept WHERE name = ?').get(name);
			return found === undefined ? undefined : (JSON.parse(found.value as string) as T);
		},
		keep(name, value) {
			const sql = 'INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)';
			statement(sql).run(name, JSON.stringify(value));
		},
		addMail: (message) => void statement('INSERT INTO mail (message) VALUES (?)').run(message),
		mail: () =>
			statement('SELECT message FROM mail ORDER BY id')
				.all()
				.map((one) => one.message as string),
		atomically: (work) => bracketed('COMMIT', work),
		provisionally: (work) => bracketed('ROLLBACK', work),
		onChange: () => {},
		empty() {
			database.empty(['kept']);
			texts?.empty();
			atHand.clear();
		},
		close() {
			if (!closed) database.close();
			closed = true;
		},
	};
	return store;
}
