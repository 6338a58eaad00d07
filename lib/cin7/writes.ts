/** Writing records in bulk: 250 a call, with a result for each row. */
import type { Calls, Written } from './calls';
import { parseJson, shown } from './cin7Text';
import { Cin7Failure } from './errors';
import { flag, or, whole, type Field, type FieldTable } from './fields';
import type { WriteResult } from './records';
import { rowReader } from './rows';

/** A value of JSON. */
export type RowValue = string | number | boolean | null | undefined | readonly RowValue[] | Row;

/** A row to write: wire names, only the fields to set. In an update `null` leaves a field as it is, `""` clears it. */
export interface Row {
	[field: string]: RowValue;
}

/** Rows whose fate is unknown: `from` up to but not including `to`. They may be written or not: read them back. */
export interface UncertainRows {
	from: number;
	to: number;
	why: string;
}

export interface WriteOutcome {
	/** One for each row sent, in order. Refused rows, and those never sent, have `success: false` and say why. */
	results: WriteResult[];
	uncertain: UncertainRows[];
	/** Why the rows after the last result of Cin7's were not sent; null when all were. */
	stopped: Cin7Failure | null;
}

/** The most rows Cin7 takes at once. */
const fullChunk = 250;

/**
 * Sends rows in chunks, one after the other. A chunk that is refused or uncertain does not keep the next from being sent.
 * @throws Cin7Failure when nothing at all was done; when an earlier chunk was, `stopped` says so instead
 */
export async function write(
	calls: Calls,
	method: 'POST' | 'PUT',
	path: string,
	rows: readonly Row[],
): Promise<WriteOutcome> {
	const outcome: WriteOutcome = { results: [], uncertain: [], stopped: null };
	for (let from = 0; from < rows.length; from += fullChunk) {
		const chunk = rows.slice(from, from + fullChunk);
		const written = await attempt(calls, { method, path, body: chunk }, from > 0);
		if (written instanceof Cin7Failure) {
			outcome.stopped = written;
			const why = `Not sent: ${written.message}`;
			for (let row = from; row < rows.length; row++) outcome.results.push(failed(row, why));
			break;
		}
		note(outcome, from, chunk, written);
	}
	return outcome;
}

/**
 * Deletes one record. One that is gone already counts as deleted.
 * @throws Cin7Failure when it was not done and will not be
 */
export async function remove(calls: Calls, path: string, id: number): Promise<WriteOutcome> {
	const outcome: WriteOutcome = { results: [], uncertain: [], stopped: null };
	const written = await calls
		.write({ method: 'DELETE', path: `${path}/${id}` })
		.catch((failure: unknown): Written => {
			if (failure instanceof Cin7Failure && failure.kind === 'notFound') {
				return { answered: [{ index: 0, success: true, id }] };
			}
			throw failure;
		});
	const answer = 'answered' in written ? { answered: [written.answered].flat() } : written;
	note(outcome, 0, [{ id }], answer);
	return outcome;
}

/** The failure as a value where something was written before it. */
async function attempt(
	calls: Calls,
	exchange: { method: 'POST' | 'PUT'; path: string; body: readonly Row[] },
	isLater: boolean,
): Promise<Written | Cin7Failure> {
	const written = calls.write(exchange);
	if (!isLater) return await written;
	return await written.catch((failure: unknown) => {
		if (failure instanceof Cin7Failure) return failure;
		throw failure;
	});
}

function note(outcome: WriteOutcome, from: number, chunk: readonly Row[], written: Written): void {
	if ('uncertain' in written) return noteUncertain(outcome, from, chunk.length, written.uncertain);
	if ('refused' in written) {
		const own = resultsIn(parseJson(written.body)?.value, chunk);
		chunk.forEach((_, row) => {
			const result = own?.[row];
			if (result?.success)
				return noteUncertain(outcome, from + row, 1, 'Cin7 contradicted itself.');
			const errors = result?.errors.length ? result.errors : [written.refused.message];
			outcome.results.push({ index: from + row, success: false, id: 0, errors });
		});
		return;
	}
	const results = resultsIn(written.answered, chunk);
	if (results === null) {
		return noteUncertain(outcome, from, chunk.length, 'The answer has no results for the rows.');
	}
	results.forEach((result, row) => {
		if (result === undefined) {
			return noteUncertain(outcome, from + row, 1, 'The answer has no result for this row.');
		}
		const isMute = !result.success && result.errors.length === 0;
		const errors = isMute ? ['Cin7 refused this row without saying why'] : result.errors;
		outcome.results.push({ ...result, index: from + row, errors });
	});
}

function noteUncertain(outcome: WriteOutcome, from: number, count: number, why: string): void {
	const previous = outcome.uncertain[outcome.uncertain.length - 1];
	if (previous?.to === from && previous.why === why) previous.to += count;
	else outcome.uncertain.push({ from, to: from + count, why });
	for (let row = from; row < from + count; row++) {
		outcome.results.push(failed(row, `It is not known whether this was written. ${why}`));
	}
}

function failed(index: number, why: string): WriteResult {
	return { index, success: false, id: 0, errors: [why] };
}

const errorTexts: Field<string[]> = {
	blank: () => [],
	read: (value) => {
		if (value === null || value === undefined || value === '') return [];
		if (typeof value === 'string') return [shown(value)];
		if (!Array.isArray(value)) return undefined;
		return value
			.map((entry: unknown) =>
				shown(typeof entry === 'string' ? entry : (JSON.stringify(entry) ?? '')),
			)
			.filter((entry) => entry !== '');
	},
	expected: 'a list of texts',
};

const resultFields: FieldTable<WriteResult> = {
	index: or(-1, whole),
	success: flag,
	id: whole,
	errors: errorTexts,
};

const readResult = rowReader(resultFields);

/** Results by row of the chunk; null when the answer is something else. */
function resultsIn(answer: unknown, chunk: readonly Row[]): (WriteResult | undefined)[] | null {
	if (!Array.isArray(answer)) return null;
	const read = answer.map((row) => readResult(row));
	const readable = read.filter((result) => result !== undefined);
	// Where Cin7 numbers every result differently, the numbers count; otherwise the order does, if none is missing.
	const indexes = new Set(readable.map((result) => result.index));
	const isNumbered = indexes.size === readable.length && !indexes.has(-1);
	if (!isNumbered && read.length !== chunk.length) return null;
	const byRow = new Array<WriteResult | undefined>(chunk.length).fill(undefined);
	read.forEach((result, position) => {
		if (result === undefined) return;
		const row = isNumbered ? result.index : position;
		if (row < 0 || row >= chunk.length) return;
		const { success, errors } = result;
		const id = result.id > 0 ? result.id : Number(chunk[row].id ?? 0);
		// A new record without an id cannot be told from none.
		if (success && id === 0) return;
		byRow[row] = { index: row, success, id: success ? id : 0, errors };
	});
	return byRow;
}
