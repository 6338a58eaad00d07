/** Groups: what becomes one bank deposit, and so one batch. */
import type { Day } from '../time/day';
import { madeOnce } from './groupBy';
import type { Place } from './placed';
import type { Planning } from './planning';
import type { PaymentTypeRow } from './rows';

export interface Group {
	/** As the settings' row writes them. */
	channel: string;
	paymentType: string;
	branchId: number;
	currency: string;
	batchDay: Day;
	/** The day on which the last payment of its orders was due. */
	readyDay: Day;
	/** In order of payment id. */
	placed: Place[];
	/** Signed, minor units. */
	totalMinor: number;
}

/**
 * Groups payments by channel, branch, payment type, currency and batch day, in the order of batches.
 *
 * An order paid in part on one day and in part on the next is batched whole by the run after the second day; a run that
 * comes late must not mix it into the first day's batch, which daily runs had made by then. So the day on which an order
 * became ready tells groups apart too.
 * @param placed in order of payment id
 */
export function groupsOf(placed: Place[], planning: Planning): Group[] {
	// By what there are many of; the groups of one row and day are few enough to be looked through.
	const groups = new Map<PaymentTypeRow, Map<Day, Group[]>>();
	for (const place of placed) {
		const { row, amountMinor, order } = place;
		const days = daysOf(place, planning);
		const ofRow = madeOnce(groups, row, () => new Map<Day, Group[]>());
		const ofDay = madeOnce(ofRow, days.batchDay, () => []);
		let group = ofDay.find((one) => takes(one, order, days.readyDay));
		if (group === undefined) {
			const { branchId, currency } = order;
			const { channel, paymentType } = row;
			group = { channel, paymentType, branchId, currency, ...days, placed: [], totalMinor: 0 };
			ofDay.push(group);
		}
		group.placed.push(place);
		group.totalMinor += amountMinor;
	}
	return [...groups.values()].flatMap((ofRow) => [...ofRow.values()].flat()).sort(inOrder);
}

function takes(group: Group, { branchId, currency }: Place['order'], readyDay: Day): boolean {
	return group.branchId === branchId && group.currency === currency && group.readyDay === readyDay;
}

function daysOf(
	{ batchDay, order }: Place,
	{ settings, days }: Planning,
): { batchDay: Day; readyDay: Day } {
	if (settings.batchPer === 'run') return { batchDay: days.lastDay, readyDay: days.lastDay };
	if (settings.partlySelectedOrders === 'batchAlone') return { batchDay, readyDay: batchDay };
	let readyDay = batchDay;
	for (const { batchDay: day } of order.several?.order.tenders ?? []) {
		if (day !== null && day > readyDay) readyDay = day;
	}
	return { batchDay, readyDay };
}

function inOrder(a: Group, b: Group): number {
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
