// The query string of a list: fields, where, order, page, rows. Other parameters are ignored.
import type { Resource, Row } from './resources/resource.mts';
import { valueSql } from './store/schema.mts';
import { parseSelection } from './selection.mts';
import type { Selection } from './selection.mts';
import { parseWhere } from './where/parse.mts';
import { matcher, sorter } from './where/few.mts';
import type { Term } from './where/few.mts';
import { columnOf, whereSql } from './where/sql.mts';
import type { Sql } from './where/sql.mts';
import { QueryRefused } from './where/tokens.mts';

export const defaultRows = 50;
export const mostRows = 250;

export interface ListQuery extends Sql {
	/** The same search, among records at hand. */
	among(records: readonly Row[]): Row[];
	/** The fields to answer, or undefined for all. */
	selection: Selection | undefined;
}

/** Parameters by lower-case name; the first of several counts. */
export function readParameters(query: string): Map<string, string> {
	const parameters = new Map<string, string>();
	for (const [name, value] of new URLSearchParams(query)) {
		if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
	}
	return parameters;
}

const known = new Map<string, ListQuery>();
const mostKnown = 2000;

/**
 * The statement whose ids a list answers with, one page of records in a stable order.
 * @throws QueryRefused
 */
export function listQuery(resource: Resource, query: string): ListQuery {
	// The same few questions are asked again and again, and reading one takes longer than answering it.
	const name = `${resource.name}?${query}`;
	let parsed = known.get(name);
	if (parsed === undefined) {
		parsed = parsedQuery(resource, query);
		if (known.size >= mostKnown) known.clear();
		known.set(name, parsed);
	}
	return parsed;
}

function parsedQuery(resource: Resource, query: string): ListQuery {
	const given = readParameters(query);
	const page = count(given.get('page'), 'page', 1, Number.MAX_SAFE_INTEGER / mostRows);
	const rows = count(given.get('rows'), 'rows', defaultRows, mostRows);
	const terms = orderOf(resource, given.get('order'));
	const order = terms.map(({ field, way }) => `${valueSql(resource, field)} ${way}`).join(', ');
	const where = given.get('where')?.trim();
	const condition = where ? parseWhere(where) : undefined;
	const { text, parameters } = condition
		? whereSql(condition, resource)
		: { text: '1', parameters: [] };
	const from = (page - 1) * rows;
	const matches = condition ? matcher(condition, resource) : () => true;
	const compare = sorter(terms);
	return {
		// The page is found on the indexes alone; only its records are read.
		text: `SELECT id FROM ${resource.name} WHERE ${text} ORDER BY ${order} LIMIT ? OFFSET ?`,
		parameters: [...parameters, rows, from],
		among: (records) =>
			records
				.filter(matches)
				.sort(compare)
				.slice(from, from + rows),
		selection: selectionOf(resource, query),
	};
}

/** @throws QueryRefused */
export function selectionOf(resource: Resource, query: string): Selection | undefined {
	const fields = readParameters(query).get('fields')?.trim();
	if (!fields) return undefined;
	const name = `${resource.name}?${fields}`;
	let selection = selections.get(name);
	if (selection === undefined) {
		selection = parseSelection(fields, resource.fields);
		if (selections.size >= mostKnown) selections.clear();
		selections.set(name, selection);
	}
	return selection;
}

const selections = new Map<string, Selection>();

function count(given: string | undefined, name: string, otherwise: number, most: number): number {
	if (given === undefined || given === '') return otherwise;
	const value = Number(given);
	if (!/^\d+$/.test(given) || value < 1) {
		throw new QueryRefused(`${name} must be a whole number of at least 1, not '${given}'.`);
	}
	if (value > most) throw new QueryRefused(`${name} must be at most ${most}, not ${given}.`);
	return value;
}

/**
 * Without a direction the newest or greatest comes first, and without `order` the latest created.
 * Records that are equal by it follow in the order of their ids, so that pages never overlap.
 */
function orderOf(resource: Resource, given: string | undefined): Term[] {
	const byDefault = resource.fields.some((field) => field.name === 'createdDate')
		? 'createdDate'
		: 'id';
	const parts = (given?.trim() || byDefault).split(',').map((part) => part.trim().split(/\s+/));
	const terms = parts.map(([name, direction = 'DESC', ...more]): Term => {
		if (!/^(asc|desc)$/i.test(direction) || more.length > 0) {
			throw new QueryRefused(`order '${given ?? ''}' is not a field name with ASC or DESC.`);
		}
		return { field: columnOf(resource, name), way: /^asc$/i.test(direction) ? 'ASC' : 'DESC' };
	});
	return [...terms, { field: columnOf(resource, 'id'), way: terms[terms.length - 1].way }];
}
