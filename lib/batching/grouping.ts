/** Groups: what becomes one bank deposit, and so one batch. */
import type { Day } from '../time/day';
import { madeOnce } from './groupBy';
import type { Place } from './placed';
import type { Planning } from './planning';
import type { PaymentTypeRow } from './rows';
import type { Tender, TenderedOrder } from './tenders';

/** What the payments of a group have in common. There are a few, so that each of a million payments only names its own. */
export interface GroupKey {
	/** As the settings' row writes them. */
	channel: string;
	paymentType: string;
	branchId: number;
	/** Three letters. */
	currency: string;
	batchDay: Day;
	/** The day on which the last payment of its orders was due. */
	readyDay: Day;
}

export interface Group extends GroupKey {
	/** In order of payment id. */
	placed: Place[];
	/** Signed, minor units. */
	totalMinor: number;
}

export interface GroupKeys {
	/** The key of a payment on an order: the same object for the same group. Null for one without a row. */
	of(tender: Tender, order: TenderedOrder): GroupKey | null;
}

/**
 * Groups are told apart by channel, branch, payment type, currency and batch day.
 *
 * An order paid in part on one day and in part on the next is batched whole by the run after the second day; a run that
 * comes late must not mix it into the first day's batch, which daily runs had made by then. So the day on which an order
 * became ready tells groups apart too.
 */
export function groupKeys(planning: Planning): GroupKeys {
	// By what there are many of; the groups of one row and day are few enough to be looked through.
	const known = new Map<PaymentTypeRow, Map<Day, GroupKey[]>>();
	return {
		of(tender, { order, currency, tenders }) {
			const { row } = tender;
			if (row === null) return null;
			const { branchId } = order;
			const { batchDay, readyDay } = daysOf(tender, tenders, planning);
			const ofRow = madeOnce(known, row, () => new Map<Day, GroupKey[]>());
			const ofDay = madeOnce(ofRow, batchDay, () => []);
			for (const key of ofDay) {
				if (key.branchId !== branchId || key.currency !== currency) continue;
				if (key.readyDay === readyDay) return key;
			}
			const { channel, paymentType } = row;
			const key = { channel, paymentType, branchId, currency, batchDay, readyDay };
			ofDay.push(key);
			return key;
		},
	};
}

/**
 * Groups payments, in the order of batches.
 * @param placed in order of payment id
 */
export function groupsOf(placed: readonly Place[]): Group[] {
	const groups = new Map<GroupKey, Group>();
	for (const place of placed) {
		const { key, amountMinor } = place;
		const group = madeOnce(groups, key, () => ({ ...key, placed: [], totalMinor: 0 }));
		group.placed.push(place);
		group.totalMinor += amountMinor;
	}
	return [...groups.values()].sort(inOrder);
}

function daysOf(
	tender: Tender,
	tenders: readonly Tender[],
	{ settings, days }: Planning,
): { batchDay: Day; readyDay: Day } {
	const { lastDay } = days;
	if (settings.batchPer === 'run') return { batchDay: lastDay, readyDay: lastDay };
	const batchDay = tender.batchDay ?? lastDay;
	if (settings.partlySelectedOrders === 'batchAlone') return { batchDay, readyDay: batchDay };
	let readyDay = batchDay;
	for (const { batchDay: day } of tenders) if (day !== null && day > readyDay) readyDay = day;
	return { batchDay, readyDay };
}

function inOrder(a: GroupKey, b: GroupKey): number {
	return (
		byText(a.batchDay, b.batchDay) ||
		byText(a.channel, b.channel) ||
		a.branchId - b.branchId ||
		byText(a.paymentType, b.paymentType) ||
		byText(a.currency, b.currency) ||
		byText(a.readyDay, b.readyDay)
	);
}

/** By code unit: the same on every computer, whatever its language. */
function byText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
