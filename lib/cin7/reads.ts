/** Reading records: page by page, and by id. */
import type { Calls } from './calls';
import { Cin7Failure } from './errors';
import { packIds } from './idPacking';
import {
	checkLength,
	encodedLength,
	longestQuery,
	queryString,
	tooLong,
	type Query,
} from './query';
import { unreadable } from './refusals';
import type { Resource } from './resources';
import { misfit, rowReader, selectionOf } from './rows';
import { endpointOf, type Exchange } from './transport';
import { and, compare } from './where';

/** What to read. */
export interface ReadQuery {
	/** See where.ts. */
	where?: string;
	/** `id ASC` when left out. */
	order?: string;
	/** Names on the wire; all that the record knows when left out. Fields not asked for come out blank. */
	fields?: readonly string[];
	/** Rows of one page, at most 250. */
	rows?: number;
}

/** The most rows Cin7 gives at once. */
export const fullPage = 250;

/** Ids are 32-bit in Cin7: room for the longest must be left where a page starts after one. */
const longestId = 2 ** 31 - 1;

/**
 * All pages, to the last short one. Each starts after the last id of the one before (`id > …`) rather than at a page
 * number: a row that leaves the selection meanwhile would move all others up by one, and the first of the next page
 * would never be seen. It takes the same number of calls. Only where another order is asked for do page numbers serve.
 */
export async function* pages<T extends { id: number }>(
	calls: Calls,
	resource: Resource<T>,
	query: ReadQuery,
): AsyncGenerator<T[]> {
	const byId = isById(query.order);
	const full = { ...asked(resource, query), order: byId ? 'id ASC' : query.order };
	const after = (id: number) => and(query.where ?? '', compare('id', '>', id));
	checkLength(
		byId ? { ...full, where: after(longestId) } : { ...full, page: 100 },
		`GET ${resource.path}`,
	);
	let last = 0;
	for (let page = 1; ; page++) {
		const where = byId && last > 0 ? after(last) : query.where;
		const records = await readPage(calls, resource, { ...full, where, page: byId ? 1 : page });
		const isLast = records.length < full.rows;
		if (byId && !(isLast && page === 1)) last = lastOfSorted(records, last, resource);
		if (records.length > 0) yield records;
		if (isLast) return;
	}
}

/** One page. */
export async function first<T extends { id: number }>(
	calls: Calls,
	resource: Resource<T>,
	query: ReadQuery,
): Promise<T[]> {
	const full = asked(resource, query);
	checkLength(full, `GET ${resource.path}`);
	return await readPage(calls, resource, full);
}

/**
 * The records with these values in a field of ids, in as few calls as possible, page by page. Ids that nobody has are
 * passed over.
 * @param and a further condition
 */
export async function* pagesByIds<T extends { id: number }>(
	calls: Calls,
	resource: Resource<T>,
	idField: string & keyof T,
	ids: readonly number[],
	query: { and?: string; fields?: readonly string[] },
): AsyncGenerator<T[]> {
	const wanted = new Set(ids);
	const left = [...wanted].sort((a, b) => a - b);
	const unique = idField === 'id';
	const further = query.and ?? '';
	const read = { fields: query.fields && [...query.fields, idField], rows: fullPage };
	const room = longestQuery - lengthBeside(asked(resource, read), further, unique);
	const shortest = encodedLength(`${idField} IN (${longestId})`);
	if (room < shortest) throw tooLong(longestQuery - room + shortest, `GET ${resource.path}`);
	const among = (page: T[]) => page.filter((record) => wanted.has(record[idField] as number));
	while (left.length > 0) {
		let packed = packIds(idField, left, { room, rows: unique ? fullPage : Infinity });
		// Where it takes several queries anyway, each is of as many ids as fill whole pages, one row each.
		const most = fullPage - 1;
		if (!unique && packed.count < left.length && packed.count > most) {
			const whole = packed.count - (packed.count % most);
			packed = packIds(idField, left.slice(0, whole), { room, rows: Infinity });
		}
		left.splice(0, packed.count);
		const where = and(packed.where, further);
		if (unique) yield among(await first(calls, resource, { ...read, where }));
		else for await (const page of pages(calls, resource, { ...read, where })) yield among(page);
	}
}

/** Characters of a query that its list of ids cannot have. */
function lengthBeside(query: Query, further: string, unique: boolean): number {
	const ids = '(0)';
	const where = unique
		? and(ids, `(${further})`)
		: and(ids, `(${further})`, compare('id', '>', longestId));
	return queryString({ ...query, where, order: unique ? undefined : 'id ASC' }).length;
}

async function readPage<T extends { id: number }>(
	calls: Calls,
	resource: Resource<T>,
	query: Query,
): Promise<T[]> {
	const exchange: Exchange = { method: 'GET', path: resource.path, query: queryString(query) };
	const rows = await calls.read(exchange);
	if (!Array.isArray(rows)) throw unreadable(exchange, '');
	const selected = new Set(query.fields.map((field) => field.replace(/\(.*$/, '')));
	const check = rowReader(resource.fields, resource.asSent ? undefined : selected);
	const read = resource.asSent ? (row: unknown) => check(row) && (row as T) : check;
	return rows.map(
		(row: unknown, index) => read(row) ?? refuse(resource, row, index, selected, exchange),
	);
}

function refuse<T extends { id: number }>(
	resource: Resource<T>,
	row: unknown,
	index: number,
	selected: ReadonlySet<string>,
	exchange: Exchange,
): never {
	const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
	const record = Number.isSafeInteger(id)
		? `${resource.singular} ${String(id)}`
		: `row ${index + 1} of the answer`;
	const endpoint = endpointOf(exchange);
	throw new Cin7Failure(
		'unreadable',
		`${endpoint} gave ${record} in a form that Cin7 does not document: ${misfit(resource.fields, row, selected)}`,
		{
			description: 'Look at this field of this record in Cin7. Nothing was changed by this call.',
			endpoint,
		},
	);
}

function asked<T extends { id: number }>(
	resource: Resource<T>,
	{ where, order, fields, rows = fullPage }: ReadQuery,
): Query & { rows: number } {
	const selection = selectionOf(resource.fields);
	const selected =
		fields === undefined
			? resource.asSent
				? []
				: [...selection.values()]
			: [...new Set(['id', ...fields])].map((field) => selection.get(field) ?? field);
	return { fields: selected, where, order, rows: Math.min(Math.max(1, rows), fullPage) };
}

function isById(order: string | undefined): boolean {
	return order === undefined || /^id( asc)?$/i.test(order.trim());
}

/** The last id of a page that must be in order: were it not, the next page would leave records out. */
function lastOfSorted<T extends { id: number }>(
	records: T[],
	after: number,
	resource: Resource<T>,
): number {
	let last = after;
	for (const { id } of records) {
		if (id <= last) {
			throw new Cin7Failure('unreadable', `Cin7 did not keep GET ${resource.path} in order of id`, {
				description:
					'Records could be missed, so reading was given up. Nothing was changed by this call. Run again.',
				endpoint: `GET ${resource.path}`,
			});
		}
		last = id;
	}
	return last;
}
