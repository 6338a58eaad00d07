/**
 * One reading of the account: everything a plan is made from, in as few calls as the rules allow. Payments first, then
 * the log of batches, then the orders they are on, and those orders' other payments.
 */
import type { Cin7Client } from '../cin7/client';
import type { Branch, CreditNote, Payment, SalesOrder } from '../cin7/records';
import { creditNotes, payments, salesOrders } from '../cin7/resources';
import { and, compare, isNull, or } from '../cin7/where';
import { packAll } from '../cin7/idPacking';
import { lookBackStart } from '../time/window';
import { capabilitiesIn } from './capabilities';
import { claimedPayments, listedOrders, type BatchLog } from './log';
import { isOnCreditNote } from './findOrder';
import { memberState, type MemberState } from './members';
import type { AccountFacts } from './plan.types';
import { plannerFor, type Planner } from './planner';
import { readLog } from './readLog';
import { refundedInvoices } from './refundedInvoices';
import type { BatchSettings } from './settings';

export interface Reading {
	/** Has been given everything that was read. */
	planner: Planner;
	log: BatchLog;
	/** Ids of the orders that live batch documents list. */
	batchedOrders: ReadonlySet<number>;
	/** How many characters the list of members of a batch may have; null where that is not known. */
	manifestRoom: number | null;
}

/** A reading with what a run changes: payments and orders, without the orders' lines. */
export interface RunReading extends Reading {
	members: MemberState;
}

/** Documents may carry the clock of Cin7, payments that of a shop: a margin between the two, in milliseconds. */
const clockMargin = 48 * 3_600_000;

/** Takes each page of orders as it comes. */
type TakePage = (page: { salesOrders?: SalesOrder[]; creditNotes?: CreditNote[] }) => void;

/**
 * Reads all that a run at an instant can batch. Of orders only what the plan needs is kept.
 * @param at milliseconds; what is dated later is left out
 * @param branches all of the account's
 * @throws Cin7Failure when Cin7 refuses, or answers what cannot be read
 */
export async function readAccount(
	client: Cin7Client,
	settings: BatchSettings,
	at: number,
	branches: Branch[],
): Promise<Reading> {
	return (await read(client, settings, at, branches, () => undefined)).reading;
}

/** The same for a run, which has to know what it changes. */
export async function readForRun(
	client: Cin7Client,
	settings: BatchSettings,
	at: number,
	branches: Branch[],
): Promise<RunReading> {
	const sales: SalesOrder[] = [];
	const notes: CreditNote[] = [];
	const { reading, open } = await read(client, settings, at, branches, (page) => {
		for (const order of page.salesOrders ?? []) sales.push({ ...order, lineItems: [] });
		for (const note of page.creditNotes ?? []) notes.push({ ...note, lineItems: [] });
	});
	return { ...reading, members: memberState(open, sales, notes) };
}

async function read(
	client: Cin7Client,
	settings: BatchSettings,
	at: number,
	branches: Branch[],
	take: TakePage,
): Promise<{ reading: Reading; open: Payment[] }> {
	const from = lookBackStart(at, settings.zone, settings.lookBackDays);
	const since = isoSeconds(from);
	const until = isoSeconds(at);
	const found = await client.all(payments, {
		where: and(
			compare('paymentDate', '>=', since),
			compare('paymentDate', '<=', until),
			isNull('reconcileDate'),
		),
	});
	// The log first: payments on batch documents need no look-up of their orders then.
	const log = await readLog(client, isoSeconds(from - clockMargin));
	const facts = factsOf(log, branches);
	const given = { payments: found, otherPayments: [] };
	const planner = plannerFor(settings, facts, given, at);
	const refunds = refundedInvoices();
	const takePage: TakePage = (page) => {
		const { salesOrders: sales = [], creditNotes: notes = [] } = page;
		planner.salesOrders(sales);
		planner.creditNotes(notes);
		refunds.take(sales, notes);
		take(page);
	};
	const own = new Map(log.documents.map(({ order }) => [order.id, order]));
	const members = found.filter(({ orderId }) => !own.has(orderId));
	for (const { orderId } of found) {
		const document = own.get(orderId);
		if (document) takePage({ salesOrders: [document] });
	}
	const unfound = await readOrders(client, members, takePage);
	// Last of all: what was reconciled or paid while the orders were read is among these.
	const orderIds = distinct(members.map(({ orderId }) => orderId));
	const later = await readOtherPayments(client, orderIds, since, until);
	const again = new Set(planner.laterPayments(later));
	await readOrders(
		client,
		members.filter(({ orderId }) => again.has(orderId)),
		takePage,
	);
	const onSales = members.filter(({ orderId }) => !unfound.has(orderId));
	const importedSingly = await refunds.importedSingly(client, onSales);
	for (const reference of importedSingly) facts.importedSingly.add(reference);
	const { batchedOrders } = facts;
	const manifestRoom = capabilitiesIn(log)?.room ?? null;
	const changed = new Set(later.map(({ id }) => id));
	const open = found.filter(({ id }) => !changed.has(id));
	return { reading: { planner, log, batchedOrders, manifestRoom }, open };
}

function factsOf({ documents }: BatchLog, branches: Branch[]): AccountFacts {
	const claims = claimedPayments(documents);
	return {
		branches,
		claimed: new Map([...claims].map(([id, { order }]) => [id, order.reference])),
		ourPayments: new Set(claims.keys()),
		batchedOrders: new Set(listedOrders(documents).keys()),
		importedSingly: new Set(),
	};
}

/** ISO 8601 in UTC without fractions, as Cin7's `where` takes it. */
export function isoSeconds(at: number): string {
	return new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/**
 * A payment names its order by id alone: it is looked for among sales orders, and then among credit notes.
 * @returns ids that no sales order has
 */
async function readOrders(
	client: Cin7Client,
	paid: Payment[],
	take: TakePage,
): Promise<Set<number>> {
	const onCreditNotes = distinct(paid.filter(isOnCreditNote).map(({ orderId }) => orderId));
	const unfound = new Set(
		paid.filter((payment) => !isOnCreditNote(payment)).map(({ orderId }) => orderId),
	);
	for await (const page of client.pagesByIds(salesOrders, 'id', [...unfound])) {
		take({ salesOrders: page });
		for (const { id } of page) unfound.delete(id);
	}
	const wanted = distinct([...onCreditNotes, ...unfound]);
	for await (const page of client.pagesByIds(creditNotes, 'id', wanted)) {
		take({ creditNotes: page });
	}
	return new Set(wanted);
}

/**
 * The further payments of the orders: reconciled, older, later or undated ones. Few accounts have many of them among the orders
 * of the last days, so ranges around their ids are asked for first, and order by order only where that is a lot.
 */
async function readOtherPayments(
	client: Cin7Client,
	orderIds: number[],
	since: string,
	until: string,
): Promise<Payment[]> {
	if (orderIds.length === 0) return [];
	const notOpen = or(
		compare('reconcileDate', '>', '1900-01-01T00:00:00Z'),
		compare('paymentDate', '<', since),
		compare('paymentDate', '>', until),
		isNull('paymentDate'),
	);
	const wanted = new Set(orderIds);
	const lowest = orderIds.reduce((a, b) => Math.min(a, b));
	const highest = orderIds.reduce((a, b) => Math.max(a, b));
	const sorted = [...wanted].sort((a, b) => a - b);
	const near =
		packAll('orderId', sorted, 1_400) ??
		and(compare('orderId', '>=', lowest), compare('orderId', '<=', highest));
	const range = and(near, notOpen);
	const firstPage = await client.first(payments, { where: range, order: 'id ASC', rows: 250 });
	if (firstPage.length < 250) return firstPage.filter((payment) => wanted.has(payment.orderId));
	return await client.byIds(payments, 'orderId', orderIds, { and: notOpen });
}

function distinct<T>(values: Iterable<T>): T[] {
	return [...new Set(values)];
}
