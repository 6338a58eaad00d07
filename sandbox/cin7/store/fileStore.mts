// An account in an SQLite file: what it holds is there when it is opened again.
import type { SQLInputValue } from 'node:sqlite';
import type { ResourceName, Row } from '../resources/resource.mts';
import { columnOf } from '../where/sql.mts';
import { openDatabase } from './database.mts';
import { valueSql } from './schema.mts';
import type { Store } from './store.mts';

/** Records that were read stay at hand, up to so many. */
const mostAtHand = 5_000;

/** @param file a path */
export function openFileStore(file: string): Store {
	const database = openDatabase(file);
	let closed = false;
	const statement = (sql: string) => {
		if (closed) throw new Error('This account is closed.');
		return database.statement(sql);
	};
	const recordText = (name: ResourceName, id: number) => {
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
	const read = (name: ResourceName, id: number) => {
		const record = recordText(name, id);
		return record === undefined ? undefined : (JSON.parse(record) as Row);
	};
	const write = (name: ResourceName, id: number, row: Row | undefined) => {
		atHand.delete(`${name}/${id}`);
		if (row === undefined) statement(`DELETE FROM ${name} WHERE id = ?`).run(id);
		else {
			const sql = `INSERT OR REPLACE INTO ${name} (id, record) VALUES (?, ?)`;
			statement(sql).run(id, JSON.stringify(row));
		}
	};
	const change = (name: ResourceName, id: number, row: Row | undefined) => {
		store.onChange({ resource: name, id, before: read(name, id) });
		write(name, id, row);
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
	const select = (sql: string, parameters: SQLInputValue[] = []) =>
		statement(sql)
			.all(...parameters)
			.map((found) => JSON.parse(found.record as string) as Row);

	const store: Store = {
		loaded: () => store.kept('loaded') === true,
		get: ({ name }, id) => read(name, id),
		all: ({ name }) => select(`SELECT record FROM ${name} ORDER BY id`),
		first: ({ name }) => select(`SELECT record FROM ${name} ORDER BY id LIMIT 1`)[0],
		having(resource, field, value) {
			const column = valueSql(resource, columnOf(resource, field));
			return select(`SELECT record FROM ${resource.name} WHERE ${column} = ? ORDER BY id`, [value]);
		},
		few: () => undefined,
		selected: ({ name }, sql, parameters) =>
			statement(sql)
				.all(...parameters)
				.map(({ id }) => recordAtHand(name, id as number)),
		count: (sql) => statement(sql).all(),
		insert({ name }, row) {
			store.onChange({ resource: name, id: row.id, before: undefined });
			write(name, row.id, row);
		},
		update: ({ name }, row) => change(name, row.id, row),
		remove: ({ name }, id) => change(name, id, undefined),
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
