// The tables of an account that is in memory: made when somebody searches by them, and brought up to date whenever they
// are asked. Most accounts of tests are too small to need them.
import type { ResourceName, Row } from '../resources/resource.mts';
import { resources } from '../resources/index.mts';
import { memory, openDatabase } from './database.mts';
import type { Database } from './database.mts';

export interface SearchTables {
	/** The columns of what a statement finds. */
	asked(sql: string, parameters: (string | number)[]): Record<string, unknown>[];
	/** A record was written, or, with undefined, removed. */
	wrote(name: ResourceName, id: number, row: Row | undefined): void;
	/** All records are others now. */
	forget(): void;
	close(): void;
}

/** @param all the records of a resource as they are */
export function searchTables(all: (name: ResourceName) => readonly Row[]): SearchTables {
	let database: Database | undefined;
	/** What the tables do not have as it is by now. */
	let behind = new Map<string, { name: ResourceName; id: number; row: Row | undefined }>();
	const write = (tables: Database, name: ResourceName, id: number, row: Row | undefined) => {
		if (row === undefined) tables.statement(`DELETE FROM ${name} WHERE id = ?`).run(id);
		else {
			const sql = `INSERT OR REPLACE INTO ${name} (id, record) VALUES (?, ?)`;
			tables.statement(sql).run(id, JSON.stringify(row));
		}
	};
	const filled = (): Database => {
		const tables = openDatabase(memory);
		tables.statement('BEGIN').run();
		for (const { name } of resources) {
			for (const row of all(name)) write(tables, name, row.id, row);
		}
		tables.statement('COMMIT').run();
		return tables;
	};
	const close = () => {
		database?.close();
		database = undefined;
		behind.clear();
	};
	return {
		asked(sql, parameters) {
			database ??= filled();
			for (const { name, id, row } of behind.values()) write(database, name, id, row);
			behind = new Map();
			return database.statement(sql).all(...parameters);
		},
		wrote(name, id, row) {
			if (database !== undefined) behind.set(`${name}/${id}`, { name, id, row });
		},
		forget: close,
		close,
	};
}
