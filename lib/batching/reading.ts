/**
 * One reading of the account: everything a plan is made from, in as few calls as the rules allow. Payments first, then
 * the log of batches, then the orders they are on, and those orders' other payments.
 */
import { isImported } from '../orders/accounting';
import type { Cin7Client } from '../cin7/client';
import type { Branch, CreditNote, Payment, SalesOrder } from '../cin7/records';
import { creditNotes, payments, salesOrders } from '../cin7/resources';
import { and, compare, inList, isNull, or } from '../cin7/where';
import { packAll } from '../cin7/idPacking';
import { lookBackStart } from '../time/window';
import { capabilitiesIn } from './capabilities';
import { claimedPayments, listedOrders, type BatchLog } from './log';
import type { AccountReading } from './plan.types';
import { readLog } from './readLog';
import { isBatchReference } from './reference';
import type { BatchSettings } from './settings';

export interface Reading {
	account: AccountReading;
	log: BatchLog;
}

/** Documents may carry the clock of Cin7, payments that of a shop: a margin between the two, in milliseconds. */
const clockMargin = 48 * 3_600_000;

/**
 * Reads all that a run at an instant can batch.
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
	const from = lookBackStart(at, settings.zone, settings.lookBackDays);
	const since = isoSeconds(from);
	const until = isoSeconds(at);
	const open = await client.all(payments, {
		where: and(
			compare('paymentDate', '>=', since),
			compare('paymentDate', '<=', until),
			isNull('reconcileDate'),
		),
	});
	// The log first: payments on batch documents need no look-up of their orders then.
	const log = await readLog(client, isoSeconds(from - clockMargin));
	const own = new Map(log.documents.map(({ order }) => [order.id, order]));
	const orders = await readOrders(
		client,
		open.filter(({ orderId }) => !own.has(orderId)),
	);
	const ids = new Set(open.map(({ orderId }) => orderId));
	orders.salesOrders.push(...[...own.values()].filter(({ id }) => ids.has(id)));
	const orderIds = [...orders.salesOrders, ...orders.creditNotes]
		.filter((order) => !isBatchReference(order.reference))
		.map((order) => order.id);
	const otherPayments = await readOtherPayments(client, orderIds, since, until);
	const claims = claimedPayments(log.documents);
	const claimed = new Map<number, string>();
	for (const payment of [...open, ...otherPayments]) {
		const document = claims.get(payment.id);
		if (document) claimed.set(payment.id, document.order.reference);
		else if (payment.batchReference !== '') claimed.set(payment.id, payment.batchReference);
	}
	// Reconciled or dated anew since they were read as open: the later reading counts.
	const changed = new Set(otherPayments.map(({ id }) => id));
	const account: AccountReading = {
		payments: open.filter(({ id }) => !changed.has(id)),
		otherPayments,
		...orders,
		branches,
		claimed,
		ourPayments: new Set(claims.keys()),
		batchedOrders: new Set(listedOrders(log.documents).keys()),
		manifestRoom: capabilitiesIn(log)?.room ?? null,
		importedSingly: await readImportedSingly(client, orders.creditNotes, orders.salesOrders),
	};
	return { account, log };
}

/** ISO 8601 in UTC without fractions, as Cin7's `where` takes it. */
export function isoSeconds(at: number): string {
	return new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** A payment names its order by id alone: it is looked for among sales orders, and then among credit notes. */
async function readOrders(
	client: Cin7Client,
	open: Payment[],
): Promise<{ salesOrders: SalesOrder[]; creditNotes: CreditNote[] }> {
	const onCreditNotes = distinct(open.filter(isOnCreditNote).map((payment) => payment.orderId));
	const others = distinct(
		open.filter((payment) => !isOnCreditNote(payment)).map((payment) => payment.orderId),
	);
	const foundOrders = await client.byIds(salesOrders, 'id', others);
	const found = new Set(foundOrders.map((order) => order.id));
	const unfound = others.filter((id) => !found.has(id));
	const foundNotes = await client.byIds(
		creditNotes,
		'id',
		distinct([...onCreditNotes, ...unfound]),
	);
	return { salesOrders: foundOrders, creditNotes: foundNotes };
}

function isOnCreditNote(payment: Payment): boolean {
	return payment.orderType.toLowerCase() === 'creditnote';
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

/** Of a query's 2,048 characters, what these three fields and paging leave to a list of references. */
const roomForReferences = 1880;

/** Which of the invoices that these credit notes refund accounting already has, one by one. */
async function readImportedSingly(
	client: Cin7Client,
	notes: CreditNote[],
	known: SalesOrder[],
): Promise<Set<string>> {
	const refunded = distinct(
		notes
			.map((note) => note.salesReference.toUpperCase())
			.filter((reference) => reference !== '' && !isBatchReference(reference)),
	);
	const imported = new Set<string>();
	const knownByReference = new Map(known.map((order) => [order.reference.toUpperCase(), order]));
	const unknown: string[] = [];
	for (const reference of refunded) {
		const order = knownByReference.get(reference);
		if (!order) unknown.push(reference);
		else if (isImported(order)) imported.add(reference);
	}
	const fields = ['id', 'reference', 'accountingAttributes'] as const;
	for (const where of inList('reference', unknown, roomForReferences)) {
		for (const order of await client.all(salesOrders, { where, fields })) {
			if (isImported(order)) imported.add(order.reference.toUpperCase());
		}
	}
	return imported;
}

function distinct<T>(values: T[]): T[] {
	return [...new Set(values)];
}
