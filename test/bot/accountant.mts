// What an accountant does with batches, on an account of the stand-in, in memory: run, undo, list, confirm.
import { confirmBatches, type Confirmation } from '../../lib/batching/external/confirm';
import { getBatches, type BatchFilter } from '../../lib/batching/overview';
import { runBatches } from '../../lib/batching/run/run';
import { undoBatches } from '../../lib/batching/undo/undo';
import { createCin7Client } from '../../lib/cin7/client';
import { createLimiter } from '../../lib/cin7/limiter';
import { branches } from '../../lib/cin7/resources';
import type { Transport } from '../../lib/cin7/transport';
import type { Cin7 } from '../../sandbox/cin7/cin7.mts';
import { createCin7 } from '../../sandbox/cin7/cin7.mts';
import type { AccountClock } from '../../sandbox/cin7/clock.mts';
import { accountClock } from '../../sandbox/cin7/clock.mts';
import type { Bot } from '../../sandbox/scenario/bot.mts';
import type { Cin7Rows } from '../../sandbox/scenario/scenario.mts';
import { documentSettingsOf, engineTransport, settingsOf } from './openBot.mts';
import { probed } from './probed.mts';

export type Row = Record<string, any>;

/** Stands for the death of the process: nothing goes on after it. */
export class Death extends Error {}

export interface Accountant {
	cin7: Cin7;
	clock: AccountClock;
	/** Every order, note and payment as it stands now. */
	ledger(): Record<'salesOrders' | 'creditNotes' | 'payments', Row[]>;
	/** The batch documents, void ones included, by number. */
	documents(): Row[];
	/** @param bot another bot of the same account */
	run(bot?: Bot): ReturnType<typeof runBatches>;
	undo(
		references: string[],
		options?: { removedFromAccounting: boolean },
	): ReturnType<typeof undoBatches>;
	confirm(...confirmations: (Confirmation | string)[]): ReturnType<typeof confirmBatches>;
	list(filter?: Partial<BatchFilter>): ReturnType<typeof getBatches>;
	/** Lets so many calls through and then dies: before the next one, or after it was done. */
	dieAfter(calls: number, when: 'before' | 'after'): void;
	live(): void;
	/** Calls made since the last time this was asked, such as `PUT Payments`. */
	calls(): string[];
}

/** Opens an account with these rows; its clock stands still until it is set. */
export function openAccountant(
	rows: Cin7Rows,
	bot: Bot,
	now: string,
	posting: 'cin7' | 'external' = 'cin7',
): Accountant {
	const clock = accountClock(Date.parse(now), false);
	const cin7 = createCin7({ rows: probed(rows), clock });
	const sleep = () => Promise.resolve();
	const death = { left: Infinity, when: 'before' as 'before' | 'after' };
	const transport = dying(engineTransport(cin7), death);
	const limiter = createLimiter(
		{ perSecond: 0, perMinute: 0, perDay: 0 },
		{ now: Date.now, sleep },
	);
	const client = createCin7Client({ transport, limiter, sleep });
	const ledger = () => cin7.ledger() as unknown as ReturnType<Accountant['ledger']>;
	let runs = 0;
	return {
		cin7,
		clock,
		ledger,
		documents: () => ledger().salesOrders.filter(({ reference }) => /^BATCH-\d+$/.test(reference)),
		async run(other = bot) {
			const known = await client.all(branches);
			const documents = { ...documentSettingsOf(other), posting };
			runs += 1;
			const claim = `test-${runs}`;
			return await runBatches(client, settingsOf(other), documents, clock.now(), known, claim);
		},
		undo: async (references, options = { removedFromAccounting: false }) =>
			await undoBatches(client, references, options),
		confirm: async (...confirmations) =>
			await confirmBatches(
				client,
				confirmations.map((one) =>
					typeof one === 'string' ? { reference: one, accountingReference: '' } : one,
				),
			),
		list: async (filter = {}) =>
			await getBatches(client, { from: '', until: '', statuses: [], limit: 0, ...filter }),
		dieAfter: (calls, when) => Object.assign(death, { left: calls, when }),
		live: () => Object.assign(death, { left: Infinity }),
		calls() {
			const made = cin7.log.list().map(({ method, resource }) => `${method} ${resource}`);
			cin7.log.clear();
			return made;
		},
	};
}

function dying(transport: Transport, death: { left: number; when: 'before' | 'after' }): Transport {
	return async (exchange) => {
		if (death.left <= 0 && death.when === 'before') throw new Death();
		death.left -= 1;
		const answer = await transport(exchange);
		if (death.left < 0) throw new Death();
		return answer;
	};
}

/** The manifest of a batch document. */
export function manifestOf({ internalComments }: Row): Row {
	return JSON.parse(String(internalComments).split('\n')[1]);
}

/** The fields of members that a batch writes, and those that it must not. */
const marks = [
	'reconcileDate',
	'comments',
	'invoiceDate',
	'creditNoteDate',
	'accountingAttributes',
	'status',
	'stage',
];

/** One line for everything that is no batch document, no credit note beside one and no payment on those. */
export function marksOf(account: Accountant): string[] {
	const { salesOrders, creditNotes, payments } = account.ledger();
	const own = [...salesOrders, ...creditNotes].filter(({ reference }) => /^BATCH-/.test(reference));
	const ids = new Set(own.map(({ id }) => id));
	return [...salesOrders, ...creditNotes, ...payments]
		.filter(({ id, orderId }) => !ids.has(orderId ?? id))
		.map((row) => JSON.stringify([row.id, ...marks.map((field) => row[field] || null)]));
}

/**
 * Makes the credit note of the negative batch void, as a person does in Cin7.
 * @param always also while its batch is live
 */
export function voidCreditNotes(account: Accountant, always = true): void {
	const left = new Set(account.documents().flatMap((row) => (row.isVoid ? row.reference : [])));
	for (const { id, reference } of account.ledger().creditNotes) {
		if (/^BATCH-\d+-CN$/.test(reference) && (always || left.has(reference.slice(0, -3)))) {
			account.cin7.person({ resource: 'CreditNotes', id, void: true });
		}
	}
}
