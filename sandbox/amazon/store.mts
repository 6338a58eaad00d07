// The seller's orders in an SQLite database, in memory or in the file that the whole sandbox keeps. Every state that
// an order had is kept, because a change can only be read some time after it was made.
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import type { Order } from './order.mts';

export interface OrderQuery {
	/** The moment as of which orders are read, in milliseconds since 1970. */
	asOf: number;
	by: 'created' | 'updated';
	/** Both ends included. */
	from: number;
	until: number;
	/** Empty lists stand for all. */
	marketplaceIds: readonly string[];
	statuses: readonly string[];
	fulfilledBy: readonly string[];
	sort: 'orderId' | 'updated' | 'updatedDescending' | 'created';
	/** The order after which to go on. */
	after?: { key: string | number; orderId: string };
	limit: number;
}

/** An order and the value by which it was sorted. */
export interface Found {
	order: Order;
	key: string | number;
}

export interface OrderStore {
	/** Adds an order, or a new state of one. */
	put(order: Order): void;
	/** The order as of a moment, or undefined before it was made. */
	get(orderId: string, asOf: number): Order | undefined;
	/** The order as it is, whether it can be read already or not. */
	latest(orderId: string): Order | undefined;
	find(query: OrderQuery): Found[];
	/** Latest states, newest first. */
	list(limit: number, offset: number): Order[];
	/** How many orders there are of each marketplace, status and fulfilment. */
	counts(): { marketplaceId: string; status: string; fulfilledBy: string; count: number }[];
	kept<T>(name: string): T | undefined;
	keep(name: string, value: unknown): void;
	/** Runs `work` and keeps all of it, or, when it throws, nothing. */
	atomically<T>(work: () => T): T;
	empty(): void;
	close(): void;
}

const schema = `
	CREATE TABLE IF NOT EXISTS amazonOrders (
		orderId TEXT NOT NULL, updated INTEGER NOT NULL, until INTEGER NOT NULL, created INTEGER NOT NULL,
		marketplaceId TEXT NOT NULL, status TEXT NOT NULL, fulfilledBy TEXT NOT NULL, record TEXT NOT NULL,
		PRIMARY KEY (orderId, updated)
	) WITHOUT ROWID;
	CREATE INDEX IF NOT EXISTS amazonOrdersUpdated ON amazonOrders (updated, orderId);
	CREATE INDEX IF NOT EXISTS amazonOrdersCreated ON amazonOrders (created, orderId);
	CREATE TABLE IF NOT EXISTS amazonKept (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

const forever = Number.MAX_SAFE_INTEGER;
const sorts = {
	orderId: ['orderId', '>', 'ASC'],
	updated: ['updated', '>', 'ASC'],
	updatedDescending: ['updated', '<', 'DESC'],
	created: ['created', '>', 'ASC'],
} as const;

/** `file` is a path, or `:memory:`. */
export function openOrderStore(file: string): OrderStore {
	const database = new DatabaseSync(file);
	if (file !== ':memory:') {
		database.exec(
			'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000',
		);
	}
	database.exec(schema);
	const read = (sql: string, ...given: SQLInputValue[]) => database.prepare(sql).all(...given);
	const one = (sql: string, ...given: SQLInputValue[]) => ordersOf(read(sql, ...given)).at(0);
	const insert = database.prepare(
		'INSERT OR REPLACE INTO amazonOrders VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
	);
	const close = database.prepare(
		'UPDATE amazonOrders SET until = ? WHERE orderId = ? AND until = ? AND updated < ?',
	);
	return {
		put(order) {
			const updated = Date.parse(order.lastUpdatedTime);
			close.run(updated, order.orderId, forever, updated);
			insert.run(
				order.orderId,
				updated,
				forever,
				Date.parse(order.createdTime),
				order.salesChannel.marketplaceId ?? '',
				order.fulfillment?.fulfillmentStatus ?? '',
				order.fulfillment?.fulfilledBy ?? '',
				JSON.stringify(order),
			);
		},
		get: (orderId, asOf) =>
			one(
				'SELECT record FROM amazonOrders WHERE orderId = ? AND updated <= ? AND until > ?',
				orderId,
				asOf,
				asOf,
			),
		latest: (orderId) =>
			one('SELECT record FROM amazonOrders WHERE orderId = ? AND until = ?', orderId, forever),
		find(query) {
			const [column, beyond, direction] = sorts[query.sort];
			const given: SQLInputValue[] = [query.asOf, query.asOf, query.from, query.until];
			// A plus keeps SQLite from going by an index that is not in the order of the answer.
			const conditions = ['+updated <= ? AND until > ?', `+${query.by} BETWEEN ? AND ?`];
			for (const [name, values] of [
				['marketplaceId', query.marketplaceIds],
				['status', query.statuses],
				['fulfilledBy', query.fulfilledBy],
			] as const) {
				if (values.length === 0) continue;
				conditions.push(`${name} IN (${values.map(() => '?').join(', ')})`);
				given.push(...values);
			}
			if (query.after !== undefined) {
				conditions.push(`(${column}, orderId) ${beyond} (?, ?)`);
				given.push(query.after.key, query.after.orderId);
			}
			const sql = `SELECT ${column} AS key, record FROM amazonOrders
				WHERE ${conditions.join(' AND ')}
				ORDER BY ${column} ${direction}, orderId ${direction} LIMIT ?`;
			return read(sql, ...given, query.limit).map((row) => ({
				key: row.key as string | number,
				order: JSON.parse(row.record as string) as Order,
			}));
		},
		list: (limit, offset) =>
			ordersOf(
				read(
					'SELECT record FROM amazonOrders WHERE until = ? ORDER BY created DESC, orderId LIMIT ? OFFSET ?',
					forever,
					limit,
					offset,
				),
			),
		counts: () =>
			read(
				`SELECT marketplaceId, status, fulfilledBy, COUNT(*) AS count FROM amazonOrders WHERE until = ?
				GROUP BY 1, 2, 3 ORDER BY 4 DESC`,
				forever,
			).map((row) => ({
				marketplaceId: String(row.marketplaceId),
				status: String(row.status),
				fulfilledBy: String(row.fulfilledBy),
				count: Number(row.count),
			})),
		kept<T>(name: string) {
			const value = read('SELECT value FROM amazonKept WHERE name = ?', name).at(0)?.value;
			return value === undefined ? undefined : (JSON.parse(value as string) as T);
		},
		keep: (name, value) =>
			void database
				.prepare('INSERT OR REPLACE INTO amazonKept VALUES (?, ?)')
				.run(name, JSON.stringify(value)),
		atomically(work) {
			database.exec('BEGIN IMMEDIATE');
			try {
				const result = work();
				database.exec('COMMIT');
				return result;
			} catch (cause) {
				database.exec('ROLLBACK');
				throw cause;
			}
		},
		empty: () => database.exec('DELETE FROM amazonOrders'),
		close: () => {
			if (database.isOpen) database.close();
		},
	};
}

function ordersOf(rows: Record<string, unknown>[]): Order[] {
	return rows.map((row) => JSON.parse(row.record as string) as Order);
}
