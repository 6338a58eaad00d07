// A POST or PUT: an array of records, each written or refused on its own, answered row by row in
// HTTP 200 even when rows are refused.
import { RowRefused } from '../account.mts';
import type { Account } from '../account.mts';
import type { Resource, Row } from '../resources/resource.mts';
import { rulesOf } from '../rules/index.mts';
import type { WriteFault } from '../faults.mts';
import { readFields, writable } from './readFields.mts';

export interface RowResult {
	index: number;
	success: boolean;
	id: number | null;
	code: string | null;
	errors: string[];
}

export const mostRecords = 250;

/** The whole call is refused and nothing of it is kept. Answered with HTTP 400. */
export class CallRefused extends Error {}

/**
 * Writes the records of one call. Must run within `store.atomically`.
 * @throws CallRefused when the body is not an array of at most 250 records, or a reference exists
 *   and the account is set to refuse the whole call for it
 */
export function writeRows(
	account: Account,
	resource: Resource,
	method: 'POST' | 'PUT',
	body: string,
	fault: WriteFault,
): RowResult[] {
	const results: RowResult[] = [];
	for (const [index, record] of readBody(body).entries()) {
		if (fault.stopAfter !== undefined && index >= fault.stopAfter) break;
		try {
			if (fault.refuse?.index === index) throw new RowRefused(fault.refuse.message);
			const row =
				method === 'POST'
					? create(account, resource, record, fault.ignored)
					: update(account, resource, record, fault.ignored);
			const code = row[resource.codeField];
			results.push({
				index,
				success: true,
				id: row.id,
				code: typeof code === 'string' ? code : null,
				errors: [],
			});
		} catch (refusal) {
			if (!(refusal instanceof RowRefused)) throw refusal;
			if (refusal.duplicate && account.settings.duplicateReference === 'wholeCall') {
				throw new CallRefused(refusal.message);
			}
			results.push({ index, success: false, ...named(record), errors: [refusal.message] });
		}
	}
	account.keepCounters();
	return results;
}

function create(account: Account, resource: Resource, record: unknown, ignored: string[]): Row {
	const given = writable(resource.fields, read(account, resource, record), 'create', [
		...(account.settings.ignoredFields[resource.name] ?? []),
		...ignored,
	]);
	const rules = rulesOf(resource);
	withoutLineIds(given);
	rules.check(account, given);
	const row = rules.complete(account, given);
	account.store.insert(resource, row);
	return row;
}

function update(account: Account, resource: Resource, record: unknown, ignored: string[]): Row {
	const all = read(account, resource, record);
	if (typeof all.id !== 'number') throw new RowRefused('The Id field is required.');
	const before = account.store.get(resource, all.id);
	if (before === undefined) {
		throw new RowRefused(`${resource.singular} ${all.id} was not found.`);
	}
	const given = writable(resource.fields, all, 'update', [
		...(account.settings.ignoredFields[resource.name] ?? []),
		...ignored,
	]);
	const row = rulesOf(resource).updated(account, before, given);
	account.store.update(resource, row);
	return row;
}

function read(account: Account, resource: Resource, record: unknown): Record<string, unknown> {
	const { given, complaints } = readFields(resource.fields, record, account.settings);
	if (complaints.length > 0) throw new RowRefused(complaints.join(' '));
	return given;
}

/** The ids of new lines are Cin7's to give. */
function withoutLineIds(given: Record<string, unknown>): void {
	for (const line of (given.lineItems ?? []) as Record<string, unknown>[]) delete line.id;
}

function readBody(body: string): unknown[] {
	let records: unknown;
	try {
		records = JSON.parse(body);
	} catch {
		throw new CallRefused('The request body is not valid JSON.');
	}
	if (!Array.isArray(records))
		throw new CallRefused('The request body must be an array of records.');
	if (records.length === 0) throw new CallRefused('The request body has no records.');
	if (records.length > mostRecords) {
		throw new CallRefused(
			`At most ${mostRecords} records can be written in one call; there are ${records.length}.`,
		);
	}
	return records;
}

/** What a refused record says of itself. */
function named(record: unknown): { id: number | null; code: string | null } {
	const fields: Record<string, unknown> = {};
	if (typeof record === 'object' && record !== null) {
		for (const [name, value] of Object.entries(record)) fields[name.toLowerCase()] = value;
	}
	return {
		id: typeof fields.id === 'number' ? fields.id : null,
		code: typeof fields.reference === 'string' ? fields.reference : null,
	};
}
