// The parameters of the two Orders operations, checked as Amazon's model states them.
import { dataSets, fulfillmentStatuses } from './order.mts';
import type { DataSet } from './order.mts';

/** A parameter that does not fit. The message says which and why. */
export class InputRefused extends Error {}

/** How old the upper end of a window must be at least. */
export const windowDelay = 120_000;

export interface SearchParameters {
	by: 'created' | 'updated';
	/** Milliseconds since 1970, included. */
	from: number;
	/** As given, or undefined when the service chooses. */
	until: number | undefined;
	statuses: string[];
	marketplaceIds: string[];
	fulfilledBy: string[];
	pageSize: number;
	paginationToken: string | undefined;
	includedData: DataSet[];
	/** Every parameter as it was sent, to compare pages by. */
	sent: Record<string, string>;
}

const searchNames = [
	'createdAfter',
	'createdBefore',
	'lastUpdatedAfter',
	'lastUpdatedBefore',
	'fulfillmentStatuses',
	'marketplaceIds',
	'fulfilledBy',
	'maxResultsPerPage',
	'paginationToken',
	'includedData',
];

/**
 * @param query what follows the question mark
 * @param now the account's clock, in milliseconds since 1970
 * @throws InputRefused
 */
export function readSearch(query: string, now: number): SearchParameters {
	const sent = single(query, searchNames);
	const by = sent.createdAfter === undefined ? 'updated' : 'created';
	const [after, before, otherAfter, otherBefore] =
		by === 'created'
			? (['createdAfter', 'createdBefore', 'lastUpdatedAfter', 'lastUpdatedBefore'] as const)
			: (['lastUpdatedAfter', 'lastUpdatedBefore', 'createdAfter', 'createdBefore'] as const);
	if (sent[after] === undefined || sent[otherAfter] !== undefined) {
		throw new InputRefused('Exactly one of createdAfter and lastUpdatedAfter must be given.');
	}
	if (sent[otherBefore] !== undefined) {
		throw new InputRefused(`${otherBefore} must not be given with ${after}.`);
	}
	const from = instant(after, sent[after]);
	if (from > now) throw new InputRefused(`${after} must not be in the future.`);
	const until = sent[before] === undefined ? undefined : instant(before, sent[before]);
	if (until !== undefined && until > now - windowDelay) {
		throw new InputRefused(
			`${before} must be at least two minutes before the time of the request.`,
		);
	}
	if (until !== undefined && until < from) {
		throw new InputRefused(`${before} must be equal to or after ${after}.`);
	}
	const marketplaceIds = list(sent, 'marketplaceIds');
	if (marketplaceIds.length > 50) {
		throw new InputRefused('marketplaceIds must have no more than 50 entries.');
	}
	return {
		by,
		from,
		until,
		marketplaceIds,
		statuses: list(sent, 'fulfillmentStatuses', fulfillmentStatuses),
		fulfilledBy: list(sent, 'fulfilledBy', ['MERCHANT', 'AMAZON']),
		pageSize: pageSize(sent.maxResultsPerPage),
		paginationToken: sent.paginationToken,
		includedData: list(sent, 'includedData', dataSets),
		sent,
	};
}

/** The data sets that getOrder is asked for. @throws InputRefused */
export function readIncludedData(query: string): DataSet[] {
	return list(single(query, ['includedData']), 'includedData', dataSets);
}

/** Each parameter once: lists are separated by commas. */
function single(query: string, known: readonly string[]): Record<string, string> {
	const sent: Record<string, string> = {};
	for (const [name, value] of new URLSearchParams(query)) {
		if (!known.includes(name)) throw new InputRefused(`${name} is not a parameter.`);
		if (name in sent) {
			throw new InputRefused(`${name} is given twice. Lists are separated by commas.`);
		}
		sent[name] = value;
	}
	return sent;
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

function instant(name: string, text: string): number {
	const ms = dateTime.test(text)
		? Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
		: Number.NaN;
	if (Number.isNaN(ms)) {
		throw new InputRefused(`${name} must be an ISO 8601 date and time with its offset.`);
	}
	return ms;
}

function list<T extends string>(
	sent: Record<string, string>,
	name: string,
	allowed?: readonly T[],
): T[] {
	if (sent[name] === undefined) return [];
	const values = sent[name].split(',');
	for (const value of values) {
		if (value === '' || (allowed && !(allowed as readonly string[]).includes(value))) {
			throw new InputRefused(`${name}: "${value}" is not a value of this parameter.`);
		}
	}
	return values as T[];
}

function pageSize(text: string | undefined): number {
	if (text === undefined) return 100;
	const size = Number(text);
	if (/^\d+$/.test(text) && size >= 1 && size <= 100) return size;
	throw new InputRefused('maxResultsPerPage must be a whole number from 1 to 100.');
}
