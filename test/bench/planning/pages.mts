// Pages of an account of any size, as Cin7 answers them: the rows of the generated account (channels, split tenders,
// refunds, currencies, orders that may not be batched), over and over, each time under ids and references of their own.
import { createCin7Client } from '../../../lib/cin7/client';
import { createLimiter } from '../../../lib/cin7/limiter';
import { branches } from '../../../lib/cin7/resources';
import { readAccount } from '../../../lib/batching/reading';
import type { BatchSettings } from '../../../lib/batching/settings';
import { accountClock } from '../../../sandbox/cin7/clock.mts';
import { createCin7 } from '../../../sandbox/cin7/cin7.mts';
import { defaultBot } from '../../../sandbox/scenario/bot.mts';
import { defaultScenario } from '../../../sandbox/scenario/default.mts';
import { engineTransport, settingsOf } from '../../bot/openBot.mts';

type Row = Record<string, unknown> & { id: number };

/** What one reading of the generated account brought, row by row as it came. */
export interface Account {
	at: number;
	settings: BatchSettings;
	branches: { id: number; company: string; isActive: boolean }[];
	payments: Row[];
	otherPayments: Row[];
	salesOrders: Row[];
	creditNotes: Row[];
}

export type List = 'payments' | 'otherPayments' | 'salesOrders' | 'creditNotes';

const now = '2026-06-15T20:30:00Z';
const pageLength = 250;

/** Reads the generated account once, by the package's own reading, and keeps what the stand-in answered. */
export async function generatedAccount(): Promise<Account> {
	const cin7 = createCin7({
		rows: defaultScenario({ seed: 1, now }).cin7,
		clock: accountClock(Date.parse(now), false),
	});
	const carry = engineTransport(cin7);
	const answered: { path: string; query: string; rows: Row[] }[] = [];
	const sleep = () => Promise.resolve();
	const client = createCin7Client({
		transport: async (exchange) => {
			const answer = await carry(exchange);
			if ('body' in answer) {
				const { path, query = '' } = exchange;
				answered.push({
					path,
					query: decodeURIComponent(query),
					rows: JSON.parse(answer.body) as Row[],
				});
			}
			return answer;
		},
		limiter: createLimiter({ perSecond: 0, perMinute: 0, perDay: 0 }, { now: Date.now, sleep }),
		sleep,
	});
	const settings = settingsOf(defaultBot);
	const at = Date.parse(now);
	const known = await client.all(branches);
	await readAccount(client, settings, at, known);
	const rowsOf = (path: string, isWanted: (query: string) => boolean) => {
		const found = new Map<number, Row>();
		for (const one of answered) {
			if (one.path !== path || !isWanted(one.query)) continue;
			for (const row of one.rows) found.set(row.id, row);
		}
		return [...found.values()].sort((a, b) => a.id - b.id);
	};
	const isOpen = (query: string) => query.includes('AND reconcileDate IS NULL');
	const payments = rowsOf('Payments', isOpen);
	const open = new Set(payments.map(({ id }) => id));
	const orderIds = new Set(payments.map(({ orderId }) => orderId));
	return {
		at,
		settings,
		branches: known,
		payments,
		otherPayments: rowsOf('Payments', (query) => !isOpen(query)).filter(
			({ id, orderId }) => !open.has(id) && orderIds.has(orderId),
		),
		// Documents of the log come without their lines.
		salesOrders: rowsOf('SalesOrders', (query) => query.includes('lineItems')),
		creditNotes: rowsOf('CreditNotes', () => true),
	};
}

/**
 * The JSON of each page of a list, of an account with so many open payments. Made when it is asked for: the text of a
 * million orders is a gigabyte.
 */
export function* pagesOf(account: Account, list: List, payments: number): Generator<string> {
	const copies = payments / account.payments.length;
	const rows = Math.round(account[list].length * copies);
	for (let from = 0; from < rows; from += pageLength) {
		const page: Row[] = [];
		for (let index = from; index < Math.min(rows, from + pageLength); index++) {
			const copy = Math.floor(index / account[list].length);
			page.push(copied(account[list][index % account[list].length], copy));
		}
		yield JSON.stringify(page);
	}
}

/** Ids are 32-bit in Cin7; those of the generated account lie within a range that leaves room for a million more. */
const idsPerCopy = 100_000;

function copied(row: Row, copy: number): Row {
	if (copy === 0) return row;
	const shifted: Row = { ...row, id: row.id + copy * idsPerCopy };
	if (typeof row.orderId === 'number') shifted.orderId = row.orderId + copy * idsPerCopy;
	for (const name of ['reference', 'orderRef', 'salesReference', 'transactionRef']) {
		if (typeof row[name] === 'string' && row[name] !== '') shifted[name] = `${row[name]}-${copy}`;
	}
	return shifted;
}
