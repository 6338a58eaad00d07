// An SQLite database with the tables of an account. Those in memory are used again when closed:
// tests open thousands of accounts, and making the tables takes longer than a small account's life.
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { resources } from '../resources/index.mts';
import { schema } from './schema.mts';

export interface Database {
	/** A prepared statement, kept for the next time. */
	statement(sql: string): StatementSync;
	/** Deletes all that is in the tables, except in those named. */
	empty(except: readonly string[]): void;
	close(): void;
}

/** The name of a database that is in no file. */
export const memory = ':memory:';
const mostSpare = 4;
const mostStatements = 200;
const spare: Database[] = [];

/** `file` is a path or `:memory:`. */
export function openDatabase(file: string): Database {
	return (file === memory ? spare.pop() : undefined) ?? newDatabase(file);
}

function newDatabase(file: string): Database {
	const connection = new DatabaseSync(file);
	if (file !== memory) connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
	const known = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'kept'").get();
	if (known === undefined) connection.exec(schema());
	const statements = new Map<string, StatementSync>();
	const tables = [...resources.map((resource) => resource.name), 'taken', 'kept', 'mail'];
	const database: Database = {
		statement(sql) {
			let prepared = statements.get(sql);
			if (prepared === undefined) {
				if (statements.size >= mostStatements) statements.clear();
				prepared = connection.prepare(sql);
				statements.set(sql, prepared);
			}
			return prepared;
		},
		empty(except) {
			for (const table of tables) {
				if (!except.includes(table)) database.statement(`DELETE FROM ${table}`).run();
			}
		},
		close() {
			if (file === memory && spare.length < mostSpare) {
				database.empty([]);
				spare.push(database);
			} else {
				statements.clear();
				connection.close();
			}
		},
	};
	return database;
}
