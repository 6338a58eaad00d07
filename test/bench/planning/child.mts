// The tasks of the planning bench. `time` takes no look at memory, because to look at it is to collect the garbage, which
// takes time; `memory` and `hold` look at what is alive, again and again.
import { plannerFor, type Planner } from '../../../lib/batching/planner';
import type { Payment } from '../../../lib/cin7/records';
import { creditNotes, payments, salesOrders } from '../../../lib/cin7/resources';
import { rowReader } from '../../../lib/cin7/rows';
import { generatedAccount, pagesOf, type Account, type List } from './pages.mts';

export interface Task {
	task: 'time' | 'memory' | 'hold';
	/** How many open payments. */
	payments: number;
}

/** Milliseconds of processor time, that of the garbage collector's threads included: others use this machine, too. */
export interface Planned {
	parse: number;
	/** Making records of rows: every field that is used is checked. */
	check: number;
	plan: number;
}

/** Bytes alive at most, beyond what was alive before the first page. */
export interface Held {
	peak: number;
}

/** In the order in which an account is read. */
const order: readonly List[] = ['payments', 'salesOrders', 'creditNotes', 'otherPayments'];

export async function perform({ task, payments: size }: Task): Promise<Planned | Held> {
	const account = await generatedAccount();
	if (task === 'hold') return hold(account, size);
	const peak = task === 'memory' ? watch() : null;
	const times = plan(account, size, () => peak?.look());
	return peak ? { peak: peak.most() } : times;
}

function hold(account: Account, size: number): Held {
	const peak = watch();
	const held: unknown[] = [];
	for (const list of order) {
		for (const text of pagesOf(account, list, size)) held.push(JSON.parse(text));
	}
	peak.look();
	// Alive until here.
	if (held.length === 0) throw new Error('There were no pages.');
	return { peak: peak.most() };
}

function plan(account: Account, size: number, look: () => void): Planned {
	const times: Planned = { parse: 0, check: 0, plan: 0 };
	const timed = <T,>(what: keyof Planned, act: () => T): T => {
		const from = process.cpuUsage();
		const result = act();
		const { user, system } = process.cpuUsage(from);
		times[what] += (user + system) / 1_000;
		return result;
	};
	const facts = {
		branches: account.branches,
		claimed: new Map<number, string>(),
		ourPayments: new Set<number>(),
		batchedOrders: new Set<number>(),
		importedSingly: new Set<string>(),
	};
	const open: Payment[] = [];
	const later: Payment[] = [];
	let planner: Planner | null = null;
	const readers = {
		payments: rowReader(payments.fields),
		otherPayments: rowReader(payments.fields),
		salesOrders: rowReader(salesOrders.fields),
		creditNotes: rowReader(creditNotes.fields),
	};
	const everySoOften = Math.ceil(size / 250 / 5);
	for (const list of order) {
		let page = 0;
		for (const text of pagesOf(account, list, size)) {
			const rows = timed('parse', () => JSON.parse(text) as unknown[]);
			const records = timed('check', () => rows.map((row) => readers[list](row) ?? misfit(list)));
			timed('plan', () => {
				if (list === 'payments') open.push(...(records as Payment[]));
				else if (list === 'otherPayments') later.push(...(records as Payment[]));
				else {
					planner ??= plannerFor(
						account.settings,
						facts,
						{ payments: open.splice(0), otherPayments: [] },
						account.at,
					);
					planner[list](records as never);
				}
			});
			page += 1;
			if (page % everySoOften === 0) look();
		}
		look();
	}
	const result = timed('plan', () => {
		planner?.laterPayments(later);
		return planner?.plan(null);
	});
	look();
	const members = result?.batches.reduce((sum, batch) => sum + batch.members.length, 0) ?? 0;
	if (members + (result?.skipped.length ?? 0) !== size) {
		throw new Error(`${members} batched and ${result?.skipped.length} skipped are not ${size}.`);
	}
	return times;
}

function misfit(list: List): never {
	throw new Error(`A row of ${list} does not fit.`);
}

function watch() {
	const alive = () => {
		globalThis.gc?.();
		return process.memoryUsage().heapUsed + process.memoryUsage().external;
	};
	const before = alive();
	let most = 0;
	return {
		look: () => (most = Math.max(most, alive() - before)),
		most: () => most,
	};
}
