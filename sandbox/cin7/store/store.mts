// The store of one account: an SQLite database in memory or in a file. One call, one transaction.
import type { SQLInputValue } from 'node:sqlite';
import type { Resource, ResourceName, Row } from '../resources/resource.mts';
import { openDatabase } from './database.mts';

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

/** Opens a store. `file` is a path, or `:memory:`. */
export function openStore(file: string): Store {
	const database = openDatabase(file);
	let closed = false;
	const statement = (sql: string) => {
		if (closed) throw new Error('This account is closed.');
		return database.statement(sql);
	};
	const recordText = (name: ResourceName, id: number) =>
		statement(`SELECT record FROM ${name} WHERE id = ?`).get(id)?.record as string | undefined;
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
	const write = (name: ResourceName, id: number, record: string | undefined) => {
		atHand.delete(`${name}/${id}`);
		if (record === undefined) statement(`DELETE FROM ${name} WHERE id = ?`).run(id);
		else statement(`INSERT OR REPLACE INTO ${name} (id, record) VALUES (?, ?)`).run(id, record);
	};
	const change = (name: ResourceName, id: number, record: string | undefined) => {
		store.onChange({ resource: name, id, before: recordText(name, id) });
		write(name, id, record);
	};
	const bracketed = <T,>(end: 'COMMIT' | 'ROLLBACK', work: () => T): T => {
		statement('BEGIN').run();
		let ending: 'COMMIT' | 'ROLLBACK' = 'ROLLBACK';
		try {
			const result = work();
			ending = end;
			return result;
		} finally {
			statement(ending).run();
			if (ending === 'ROLLBACK') atHand.clear();
		}
	};
	const rows = (found: Record<string, unknown>[]) =>
		found.map((one) => JSON.parse(one.record as string) as Row);

	const store: Store = {
		loaded: () => store.kept('loaded') === true,
		get(resource, id) {
			const record = recordText(resource.name, id);
			return record === undefined ? undefined : (JSON.parse(record) as Row);
		},
		all: (resource) => rows(statement(`SELECT record FROM ${resource.name} ORDER BY id`).all()),
		select: (sql, parameters) => rows(statement(sql).all(...parameters)),
		selected: (resource, sql, parameters) =>
			statement(sql)
				.all(...parameters)
				.map(({ id }) => recordAtHand(resource.name, id as number)),
		count: (sql) => statement(sql).all(),
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
			atHand.clear();
		},
		close() {
			if (!closed) database.close();
			closed = true;
		},
	};
	return store;
}
