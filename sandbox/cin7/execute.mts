// What a request reads or writes, at the one point in time at which it does so.
import type { Account } from './account.mts';
import { jsonAnswer, messageAnswer, textAnswer } from './answers.mts';
import type { Answer, ApiRequest } from './answers.mts';
import type { WriteFault } from './faults.mts';
import { inHomeCurrency } from './money/totals.mts';
import { present, presentChosen } from './present.mts';
import type { Wire } from './present.mts';
import { listQuery, selectionOf } from './query.mts';
import type { Resource, Row } from './resources/resource.mts';
import type { Route } from './route.mts';
import type { Selection } from './selection.mts';
import { QueryRefused } from './where/tokens.mts';
import { CallRefused, writeRows } from './write/rows.mts';

export interface Executed {
	answer: Answer;
	/** Records answered or written. */
	rows: number;
}

/** Runs a request whose address and permission are settled. Never throws for what a caller sent. */
export function execute(
	account: Account,
	route: Route,
	request: ApiRequest,
	fault: WriteFault,
): Executed {
	try {
		if (request.method === 'GET') return read(account, route, request.query);
		if (request.method === 'DELETE') return remove(account, route);
		const method = request.method as 'POST' | 'PUT';
		const write = () => writeRows(account, route.resource, method, request.body, fault);
		const results = account.store.atomically(write);
		return { answer: jsonAnswer(200, results), rows: results.filter((row) => row.success).length };
	} catch (refusal) {
		if (!(refusal instanceof QueryRefused) && !(refusal instanceof CallRefused)) throw refusal;
		if (refusal instanceof CallRefused) account.recount();
		return { answer: messageAnswer(400, refusal.message), rows: 0 };
	}
}

function read(account: Account, { resource, id }: Route, query: string): Executed {
	if (id !== undefined) {
		const selection = selectionOf(resource, query);
		const row = account.store.get(resource, id);
		if (row === undefined) return { answer: notFound(resource, id), rows: 0 };
		return { answer: textAnswer(wireText(account, resource, row, selection)), rows: 1 };
	}
	const { text, parameters, selection, among } = listQuery(resource, query);
	const few = account.store.few(resource);
	const rows = few ? among(few) : account.store.selected(resource, text, parameters);
	const records = rows.map((row) => wireText(account, resource, row, selection));
	return { answer: textAnswer(`[${records.join(',')}]`), rows: records.length };
}

function remove(account: Account, { resource, id }: Route): Executed {
	const row = account.store.get(resource, id ?? 0);
	if (row === undefined) return { answer: notFound(resource, id ?? 0), rows: 0 };
	account.store.atomically(() => account.store.remove(resource, row.id));
	const code = row[resource.codeField] ?? null;
	return { answer: jsonAnswer(200, { success: true, id: row.id, code, errors: [] }), rows: 1 };
}

/** Texts of records, each by what was selected of it: the same few are read again and again, and records never change. */
const texts = new WeakMap<Row, Map<Selection | undefined, string>>();

function wireText(
	account: Account,
	resource: Resource,
	row: Row,
	selection: Selection | undefined,
): string {
	const make = () => JSON.stringify(wire(account, resource, row, selection));
	// Its total then depends on more than the record.
	if (account.settings.foreignTotals === 'home') return make();
	const known = texts.get(row) ?? new Map<Selection | undefined, string>();
	texts.set(row, known);
	let text = known.get(selection);
	if (text === undefined) {
		text = make();
		known.set(selection, text);
	}
	return text;
}

/** A record as the API answers it. */
export function wire(
	account: Account,
	resource: Resource,
	row: Row,
	selection: Selection | undefined,
): Wire {
	const record = account.settings.foreignTotals === 'home' ? withHomeTotal(account, row) : row;
	if (selection !== undefined) return presentChosen(selection, record);
	return present(resource.fields, record);
}

/** Seen on live accounts: the total of a foreign order in the account's own currency. */
function withHomeTotal(account: Account, row: Row): Row {
	const home = account.settings.account.currencyCode;
	if (typeof row.total !== 'number' || !row.currencyRate || row.currencyCode === home) return row;
	return { ...row, total: inHomeCurrency(row.total, Number(row.currencyRate), home) };
}

function notFound(resource: Resource, id: number): Answer {
	return messageAnswer(404, `${resource.singular} ${id} was not found.`);
}
