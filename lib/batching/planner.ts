/**
 * Plans while the account is read: its payments first, then their orders page by page. An order is judged when it comes,
 * and only what a batch needs of it is kept: a million orders with their lines would not fit into memory.
 */
import type { CreditNote, Payment, SalesOrder } from '../cin7/records';
import { isOnCreditNote } from './findOrder';
import { fingerprint } from './fingerprint';
import { groupKeys, groupsOf } from './grouping';
import { lineBook } from './lineBook';
import { withoutZeroGroups } from './netting';
import { ownReason } from './reasons/skipReasons';
import { addPlaces, type Place } from './placed';
import type { AccountFacts, Plan, SkippedPayment } from './plan.types';
import { plannedBatches } from './plannedBatch';
import { planningFor } from './planning';
import type { BatchSettings } from './settings';
import { splitGroups } from './splitting';
import { tendersOf, type Tender, type TenderedOrder } from './tenders';
import { waitingPayments, type WaitingPayment } from './waiting';
import { warningsOf } from './warnings';
import { judgeOrder, type LeftOut } from './wholeOrder';

export interface Planner {
	/** Sales orders, in any order and any number of pages; those that no payment is on are passed over. */
	salesOrders(page: readonly SalesOrder[]): void;
	/** Credit notes; those with the id of a sales order come before it, or because a payment says that it is on one. */
	creditNotes(page: readonly CreditNote[]): void;
	/**
	 * Further payments that were read after the orders: what was judged without them is taken back. One that was given as
	 * open and is among these was reconciled or dated anew meanwhile, and is not open any more.
	 * @returns ids of the orders that are to be given once more
	 */
	laterPayments(read: readonly Payment[]): number[];
	/**
	 * The plan, once every order was given. Can be asked for again.
	 * @param manifestRoom how many characters the list of members of a batch may have; null where that is not known
	 */
	plan(manifestRoom: number | null): Plan;
}

/** The payments that are planned, both in any order. */
export interface PlannedPayments {
	/** Every payment dated within the look-back until now that is not reconciled. */
	payments: readonly Payment[];
	/** All further payments of the orders those payments are on. */
	otherPayments: readonly Payment[];
}

/**
 * Begins to plan a run.
 * @param settings checked before (settings.check.ts)
 * @param at the instant of the run, in milliseconds
 * @throws RangeError for a time zone that is unknown; its methods, for an amount that is no decimal number
 */
export function plannerFor(
	settings: BatchSettings,
	account: AccountFacts,
	{ payments, otherPayments }: PlannedPayments,
	at: number,
): Planner {
	const planning = planningFor(settings, account, at);
	const book = lineBook();
	const keys = groupKeys(planning);
	const notes = new Map<number, CreditNote>();
	/** Sales orders that have the id of a credit note which is still to come. */
	let undecided: { order: SalesOrder; payments: WaitingPayment[] }[] = [];
	let waiting = waitingPayments(payments, otherPayments);
	let placed: Place[] = [];
	let skipped: SkippedPayment[] = [];

	/** Payments by themselves first, then their order as a whole. */
	function judge(of: WaitingPayment[], sale: SalesOrder | null, note: CreditNote | null): void {
		const fit: Tender[] = [];
		for (const tender of tendersOf(of, sale, note, planning)) {
			const rule = ownReason(tender, planning);
			if (rule === null) fit.push(tender);
			else {
				const message = rule.sentence(tender, planning);
				skipped.push(asSkipped({ tender, reason: rule.code, message }));
			}
		}
		for (const order of ordersOf(fit)) {
			const candidates = fit.filter((tender) => tender.order === order);
			const judgement = judgeOrder(order, candidates, planning);
			for (const left of judgement.leftOut) skipped.push(asSkipped(left));
			addPlaces(judgement.placed, placed, book, keys);
		}
	}

	function judgeRest(): void {
		for (const { order, payments } of undecided) {
			judge(payments, order, notes.get(order.id) ?? null);
		}
		undecided = [];
		for (const { orderId, payments } of waiting.takeAll()) {
			judge(payments, null, notes.get(orderId) ?? null);
		}
	}

	return {
		salesOrders(page) {
			for (const order of page) {
				const payments = waiting.take(order.id);
				if (payments.length === 0) continue;
				const note = notes.get(order.id) ?? null;
				if (note || !payments.some(({ payment }) => isOnCreditNote(payment))) {
					judge(payments, order, note);
				} else undecided.push({ order, payments });
			}
		},
		creditNotes(page) {
			for (const note of page) notes.set(note.id, note);
		},
		laterPayments(read) {
			judgeRest();
			notes.clear();
			if (read.length === 0) return [];
			const later = new Set(read.map(({ id }) => id));
			const again = new Set(read.map(({ orderId }) => orderId));
			const isAgain = ({ payment }: { payment: Payment }) => again.has(payment.orderId);
			const open = [...placed.filter(isAgain), ...skipped.filter(isAgain)].map(
				({ payment }) => payment,
			);
			placed = placed.filter((place) => !isAgain(place));
			skipped = skipped.filter((skip) => !isAgain(skip));
			waiting = waitingPayments(
				open.filter(({ id }) => !later.has(id)),
				[...read, ...otherPayments.filter(({ orderId }) => again.has(orderId))],
			);
			return [...again];
		},
		plan(manifestRoom) {
			judgeRest();
			const inOrder = placed.sort((a, b) => a.payment.id - b.payment.id);
			const netted = withoutZeroGroups(groupsOf(inOrder), planning);
			const groups = splitGroups(netted.groups, manifestRoom);
			const batches = plannedBatches(groups, book, planning);
			return {
				batches,
				skipped: [...skipped, ...netted.skipped].sort((a, b) => a.payment.id - b.payment.id),
				warnings: warningsOf(groups, batches, planning),
				fingerprint: fingerprint(batches),
			};
		},
	};
}

/** One, or both where a sales order and a credit note have the same id. */
function ordersOf(tenders: readonly Tender[]): TenderedOrder[] {
	const orders: TenderedOrder[] = [];
	for (const { order } of tenders) if (order && !orders.includes(order)) orders.push(order);
	return orders;
}

function asSkipped({ tender, reason, message }: LeftOut): SkippedPayment {
	const { payment, order } = tender;
	return {
		payment,
		reason,
		message,
		channel: order?.channel ?? '',
		orderReference: order?.order.reference ?? payment.orderRef,
		currency: order?.currency ?? '',
	};
}
