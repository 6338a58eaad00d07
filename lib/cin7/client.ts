/** The one client for Cin7 Omni's API: all that the rest of the package knows of it. */
import { Calls, type CallSettings } from './calls';
import { first, pages, pagesByIds, type ReadQuery } from './reads';
import type { Resource } from './resources';
import { turnsOf } from './turns';
import { remove, write, type Row, type WriteOutcome } from './writes';

export type { ReadQuery } from './reads';
export type { Row, RowValue, UncertainRows, WriteOutcome } from './writes';

/** Every method throws a Cin7Failure when Cin7 cannot be asked, refuses, or answers what cannot be read. */
export interface Cin7Client {
	/** Page by page, to the last short one. Pages are never empty. */
	pages<T extends { id: number }>(resource: Resource<T>, query?: ReadQuery): AsyncGenerator<T[]>;
	/** All of them, in order of id unless asked otherwise. */
	all<T extends { id: number }>(resource: Resource<T>, query?: ReadQuery): Promise<T[]>;
	/** One page, in whatever order was asked for. */
	first<T extends { id: number }>(resource: Resource<T>, query?: ReadQuery): Promise<T[]>;
	/**
	 * The records with these ids, or with these ids in another field such as `orderId`: in as few calls as possible, in no
	 * particular order. Ids that nobody has are passed over.
	 */
	byIds<T extends { id: number }>(
		resource: Resource<T>,
		idField: string & keyof T,
		ids: readonly number[],
		query?: { and?: string; fields?: readonly string[] },
	): Promise<T[]>;
	/** The same page by page, for more records than one wants to hold. */
	pagesByIds<T extends { id: number }>(
		resource: Resource<T>,
		idField: string & keyof T,
		ids: readonly number[],
		query?: { and?: string; fields?: readonly string[] },
	): AsyncGenerator<T[]>;
	/** Creates records, 250 a call. Rows that failed say why; uncertain ones must be read back. */
	create<T extends { id: number }>(
		resource: Resource<T>,
		rows: readonly Row[],
	): Promise<WriteOutcome>;
	/** Changes the given fields of records, each row with its `id`, 250 a call. */
	update<T extends { id: number }>(
		resource: Resource<T>,
		rows: readonly Row[],
	): Promise<WriteOutcome>;
	/** Deletes one record, where Cin7 lets one: payments and contacts. One that is gone already counts as deleted. */
	remove<T extends { id: number }>(resource: Resource<T>, id: number): Promise<WriteOutcome>;
	/** Waits, in milliseconds: what Cin7 was told a moment ago may take as long to be seen in its answers. */
	pause(milliseconds: number): Promise<void>;
	/**
	 * Does something that other clients of this API connection in this process do not do meanwhile, in the order in which they
	 * came. Calls to Cin7 need no turn, and there must be no turn within one.
	 * @param work is told whether turns of others have ended since this client was made, or had its own last
	 */
	inTurn<T>(work: (wereOthers: boolean) => Promise<T>): Promise<T>;
}

/** A client over a transport. The limiter is to be shared by all clients of the same API connection. */
export function createCin7Client(settings: CallSettings): Cin7Client {
	const calls = new Calls(settings);
	const turns = turnsOf(settings.limiter);
	let seen = turns.over();
	return {
		pages: (resource, query = {}) => pages(calls, resource, query),
		all: async (resource, query = {}) => await together(pages(calls, resource, query)),
		first: async (resource, query = {}) => await first(calls, resource, query),
		byIds: async (resource, idField, ids, query = {}) =>
			await together(pagesByIds(calls, resource, idField, ids, query)),
		pagesByIds: (resource, idField, ids, query = {}) =>
			pagesByIds(calls, resource, idField, ids, query),
		create: async (resource, rows) => await write(calls, 'POST', resource.path, rows),
		update: async (resource, rows) => await write(calls, 'PUT', resource.path, rows),
		remove: async (resource, id) => await remove(calls, resource.path, id),
		pause: async (milliseconds) => await settings.sleep(milliseconds, settings.signal),
		inTurn: async (work) =>
			await turns.take(async () => {
				const wereOthers = turns.over() !== seen;
				seen = turns.over() + 1;
				return await work(wereOthers);
			}, settings.signal),
	};
}

async function together<T>(pages: AsyncGenerator<T[]>): Promise<T[]> {
	const records: T[] = [];
	for await (const page of pages) records.push(...page);
	return records;
}
