/**
 * Looking records up by id in as few calls as possible: ids that follow one another become ranges, the others a list,
 * as many as fit into one query.
 */
import { encodedLength } from './query';
import { between, or } from './where';

export interface PackedIds {
	where: string;
	/** How many of the ids it covers, from the first on. */
	count: number;
}

export interface PackingLimits {
	/** Encoded characters that the condition may take. */
	room: number;
	/**
	 * Rows that the condition may match, whether wanted or not, where each id has one row at most. Infinity where ids have
	 * any number of rows: then ranges take in nothing that is not wanted.
	 */
	rows: number;
}

/** Ids that a range may skip within, tried in turn: a wider gap spares characters and costs rows. */
const gaps = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/**
 * The condition that covers most of the ids.
 * @param ids ascending, each once, at least one
 */
export function packIds(
	field: string,
	ids: readonly number[],
	{ room, rows }: PackingLimits,
): PackedIds {
	const tried = rows === Infinity ? gaps.slice(0, 1) : gaps;
	const packings = tried.map((gap) => packWith(field, ids, gap, room, rows));
	return packings.reduce((best, next) => (next.count > best.count ? next : best));
}

/**
 * One condition for all the ids, by ranges as wide as it takes, for where few rows are expected: it matches others, too.
 * @returns null where even that does not fit
 */
export function packAll(field: string, ids: readonly number[], room: number): string | null {
	for (const gap of gaps) {
		const packed = packWith(field, ids, gap, room, Infinity);
		if (packed.count === ids.length) return packed.where;
	}
	return null;
}

interface Run {
	first: number;
	last: number;
	count: number;
	/** As a range rather than in the list. */
	asRange: boolean;
	length: number;
	rows: number;
}

function packWith(
	field: string,
	ids: readonly number[],
	gap: number,
	room: number,
	rows: number,
): PackedIds {
	const closed: Run[] = [];
	let closedLength = encodedLength(`${field} IN ()`);
	let closedRows = 0;
	let open = runOf(field, ids[0], ids[0], 1, rows);
	let count = 1;
	for (; count < ids.length; count++) {
		const id = ids[count];
		const joins = id - open.last <= gap;
		const next = joins
			? runOf(field, open.first, id, open.count + 1, rows)
			: runOf(field, id, id, 1, rows);
		const length = closedLength + next.length + (joins ? 0 : open.length);
		const matched = closedRows + next.rows + (joins ? 0 : open.rows);
		if (length > room || matched > rows) break;
		if (!joins) {
			closed.push(open);
			closedLength += open.length;
			closedRows += open.rows;
		}
		open = next;
	}
	return { where: conditionOf(field, ids.slice(0, count), [...closed, open]), count };
}

/** A run in whichever form is shorter. */
function runOf(field: string, first: number, last: number, count: number, maxRows: number): Run {
	const listLength = count * (String(last).length + 1);
	const rangeLength = encodedLength(`(${between(field, first, last)}) OR `);
	const span = last - first + 1;
	const asRange = rangeLength < listLength && span <= maxRows;
	return {
		first,
		last,
		count,
		asRange,
		length: asRange ? rangeLength : listLength,
		rows: asRange && maxRows !== Infinity ? span : count,
	};
}

function conditionOf(field: string, ids: number[], runs: Run[]): string {
	const listed: number[] = [];
	const ranges: string[] = [];
	let from = 0;
	for (const { first, last, count, asRange } of runs) {
		if (asRange) ranges.push(between(field, first, last));
		else listed.push(...ids.slice(from, from + count));
		from += count;
	}
	const list = listed.length > 0 ? `${field} IN (${listed.join(',')})` : '';
	return or(list, ...ranges);
}
