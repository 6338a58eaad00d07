// What can go wrong with one call, and how often: technical faults, drawn for each call from the seed.
import type { FaultEffect } from '../../../sandbox/cin7/faults.mts';
import type { Exchange } from '../../../lib/cin7/transport';
import type { Chance } from './chance.mts';

/** What happens to one call. */
export type Trouble =
	/** Done by the stand-in itself, so it is the same over HTTP. */
	| { kind: 'effect'; effect: FaultEffect }
	/** The connection is refused: Cin7 never hears of the call. */
	| { kind: 'refused' }
	/** The process dies before it is sent, or after it was done and before its answer is read. */
	| { kind: 'death'; when: 'before' | 'after' }
	/** No answer comes, and the write is done so many milliseconds later. With `death` the caller is gone by then. */
	| { kind: 'late'; ms: number; death: boolean };

/** How often calls meet which trouble: chances from 0 to 1. */
export interface TroubleRates {
	/** Any technical fault but the ones below. */
	faults: number;
	deaths: number;
	/** Reads that see the account as it was a moment ago. */
	stale: number;
	/** Writes that are done after their caller has given up. */
	late: number;
}

export const noTrouble: TroubleRates = { faults: 0, deaths: 0, stale: 0, late: 0 };

/** The longest that a read lags behind, in milliseconds: some fifteen calls. */
export const mostStale = 5_000;
/** The longest that a write is under way after its caller gave up. */
export const mostLate = 20_000;

/**
 * Fields that batches depend on: an account may drop any of them. Comments of payments are words for people, and no
 * batch depends on them.
 */
const fields: Record<string, string[]> = {
	SalesOrders: [
		'internalComments',
		'invoiceDate',
		'dispatchedDate',
		'accountingAttributes',
		'isApproved',
		'isVoid',
		'currencyRate',
		'branchId',
	],
	CreditNotes: ['creditNoteDate', 'accountingAttributes', 'isApproved', 'completedDate'],
	Payments: ['reconcileDate', 'transactionRef', 'isAuthorized', 'method', 'paymentDate'],
};

/** The field names that can be ignored on a resource. */
export function ignorableFields(resource: string): string[] {
	return fields[resource] ?? [];
}

/** What happens to this call; undefined for nothing. */
export function troubleFor(
	exchange: Exchange,
	rates: TroubleRates,
	chance: Chance,
): Trouble | undefined {
	const isRead = exchange.method === 'GET';
	if (chance.odds(rates.deaths)) {
		return { kind: 'death', when: chance.odds(0.5) ? 'before' : 'after' };
	}
	if (isRead && chance.odds(rates.stale)) {
		return { kind: 'effect', effect: { type: 'staleRead', ms: chance.int(200, mostStale) } };
	}
	if (!isRead && chance.odds(rates.late)) {
		return { kind: 'late', ms: chance.int(200, mostLate), death: chance.odds(0.4) };
	}
	if (!chance.odds(rates.faults)) return undefined;
	return isRead ? readTrouble(chance) : writeTrouble(exchange, chance);
}

function readTrouble(chance: Chance): Trouble {
	const effect = chance.weighted<FaultEffect | 'refused'>([
		[{ type: 'status500', committed: false }, 2],
		[{ type: 'timeout', committed: false }, 2],
		[{ type: 'reset', committed: true }, 2],
		[{ type: 'unavailable' }, 1],
		[{ type: 'throttled', retryAfter: chance.int(1, 3) }, 2],
		[{ type: 'throttled' }, 1],
		[{ type: 'truncated' }, 2],
		[{ type: 'malformed' }, 1],
		[{ type: 'html' }, 0.3],
		['refused', 1],
	]);
	return effect === 'refused' ? { kind: 'refused' } : { kind: 'effect', effect };
}

function writeTrouble({ path, body }: Exchange, chance: Chance): Trouble {
	const rows = Array.isArray(body) ? body.length : 1;
	const committed = chance.odds(0.5);
	const droppable = ignorableFields(path);
	const effect = chance.weighted<FaultEffect | 'refused'>([
		[{ type: 'status500', committed }, 3],
		[{ type: 'status500', committed: true, committedRows: chance.int(0, rows) }, 2],
		[{ type: 'timeout', committed }, 3],
		[{ type: 'reset', committed }, 3],
		[{ type: 'unavailable' }, 1],
		[{ type: 'throttled', retryAfter: chance.int(1, 3) }, 1],
		[{ type: 'throttled' }, 1],
		[{ type: 'truncated' }, 2],
		[{ type: 'malformed' }, 1],
		[{ type: 'html', committed }, 1],
		[{ type: 'rowFailure', index: chance.int(0, rows - 1) }, 4],
		[{ type: 'wholeCall400' }, 1],
		['refused', 1],
		[
			{ type: 'fieldIgnored', fields: droppable.length > 0 ? [chance.pick(droppable)] : [] },
			droppable.length > 0 ? 2 : 0,
		],
	]);
	return effect === 'refused' ? { kind: 'refused' } : { kind: 'effect', effect };
}

/** In words, for the call log. */
export function troubleText(trouble: Trouble | undefined): string {
	switch (trouble?.kind) {
		case undefined:
			return '';
		case 'effect': {
			const { type, ...how } = trouble.effect;
			return `${type}${Object.keys(how).length > 0 ? ` ${JSON.stringify(how)}` : ''}`;
		}
		case 'refused':
			return 'connection refused';
		case 'death':
			return `the process dies ${trouble.when} it`;
		case 'late':
			return `no answer${trouble.death ? ', the process dies' : ''}, done ${trouble.ms} ms later`;
	}
}
