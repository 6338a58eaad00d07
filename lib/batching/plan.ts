/**
 * The plan of a run, from the settings and one reading of the account: pure, so that Preview and Run have the same one.
 * Every open payment gets a place in one batch or the first reason that applies for having none.
 */
import { fingerprint } from './fingerprint';
import { groupsOf } from './grouping';
import { ownMessage } from './messages';
import { withoutZeroGroups } from './netting';
import { ownReason } from './ownReason';
import type { AccountReading, Plan, SkippedPayment } from './plan.types';
import { plannedBatches } from './plannedBatch';
import { planningFor, type Planning } from './planning';
import type { BatchSettings } from './settings';
import { splitGroups } from './splitting';
import { tendersOf, type Tender, type TenderedOrder } from './tenders';
import { warningsOf } from './warnings';
import { judgeOrder, type LeftOut, type Placed } from './wholeOrder';

/**
 * Plans a run.
 * @param settings checked before (settings.check.ts)
 * @param at the instant of the run, in milliseconds
 * @throws RangeError for a time zone that is unknown, or an amount that is no decimal number
 */
export function plan(settings: BatchSettings, reading: AccountReading, at: number): Plan {
	const planning = planningFor(settings, reading, at);
	const judged = judge(tendersOf(planning), planning);
	const { groups: whole, leftOut } = withoutZeroGroups(groupsOf(judged.placed, planning), planning);
	const groups = splitGroups(whole, reading.manifestRoom);
	const batches = plannedBatches(groups, planning);
	const skipped: SkippedPayment[] = [];
	for (const left of judged.leftOut) skipped.push(asSkipped(left));
	for (const left of leftOut) skipped.push(asSkipped(left));
	return {
		batches,
		skipped: skipped.sort((a, b) => a.payment.id - b.payment.id),
		warnings: warningsOf(groups, batches, planning),
		fingerprint: fingerprint(batches),
	};
}

/** Payments by themselves first, then orders as wholes. */
function judge(tenders: Tender[], planning: Planning): { placed: Placed[]; leftOut: LeftOut[] } {
	const placed: Placed[] = [];
	const leftOut: LeftOut[] = [];
	const candidates = new Map<TenderedOrder, Tender[]>();
	for (const tender of tenders) {
		const reason = ownReason(tender, planning);
		if (reason) {
			leftOut.push({ tender, reason, message: ownMessage(reason, tender, planning) });
		} else if (tender.order) {
			const ofOrder = candidates.get(tender.order) ?? [];
			candidates.set(tender.order, ofOrder);
			ofOrder.push(tender);
		}
	}
	for (const [order, ofOrder] of candidates) {
		const judgement = judgeOrder(order, ofOrder, planning);
		for (const place of judgement.placed) placed.push(place);
		for (const left of judgement.leftOut) leftOut.push(left);
	}
	placed.sort((a, b) => a.tender.payment.id - b.tender.payment.id);
	return { placed, leftOut };
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
