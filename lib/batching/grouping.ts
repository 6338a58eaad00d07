/** Groups: what becomes one bank deposit, and so one batch. */
import type { Day } from '../time/day';
import type { Planning } from './planning';
import type { PaymentTypeRow } from './rows';
import type { Placed } from './wholeOrder';

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
	placed: Placed[];
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
export function groupsOf(placed: Placed[], planning: Planning): Group[] {
	const groups = new Map<PaymentTypeRow, Map<string, Group>>();
	for (const place of placed) {
		const { row, amountMinor } = place.tender;
		if (!row || amountMinor === null) continue;
		const { batchDay, readyDay } = daysOf(place, planning);
		const { currency } = place.order;
		const { branchId } = place.order.order;
		const ofRow = groups.get(row) ?? new Map<string, Group>();
		groups.set(row, ofRow);
		const key = `${branchId} ${currency} ${batchDay} ${readyDay}`;
		const { channel, paymentType } = row;
		const group = ofRow.get(key) ?? {
			...{ channel, paymentType, branchId, currency, batchDay, readyDay },
			placed: [],
			totalMinor: 0,
		};
		ofRow.set(key, group);
		group.placed.push(place);
		group.totalMinor += amountMinor;
	}
	return [...groups.values()].flatMap((ofRow) => [...ofRow.values()]).sort(inOrder);
}

function daysOf({ tender, order }: Placed, planning: Planning): { batchDay: Day; readyDay: Day } {
	const { settings, days } = planning;
	const batchDay = tender.batchDay ?? days.lastDay;
	if (settings.batchPer === 'run') return { batchDay: days.lastDay, readyDay: days.lastDay };
	if (settings.partlySelectedOrders === 'batchAlone') return { batchDay, readyDay: batchDay };
	const readyDay = order.tenders.reduce(
		(latest, { batchDay: day }) => (day !== null && day > latest ? day : latest),
		batchDay,
	);
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
