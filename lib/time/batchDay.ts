/** The day that a payment is batched under: the one whose cut-off is the first after the payment. */
import { dayAt, nextDay, previousDay, type Day } from './day';
import { cutOffInstant, type TimedCutOff } from './cutOff';

/** @param paymentAt milliseconds */
export function batchDay(paymentAt: number, cutOff: TimedCutOff, zone: string): Day {
	// A cut-off in skipped time can fall just after midnight, so yesterday's may still be to come.
	let day = previousDay(dayAt(paymentAt, zone), zone);
	while (paymentAt >= cutOffInstant(cutOff, day, zone)) day = nextDay(day, zone);
	return day;
}

/** A cut-off's instants over the days of a run, made once so that a million payments need no calendar. */
export interface CutOffCalendar {
	days: Day[];
	/** The cut-off of each of those days, in milliseconds, ascending. */
	instants: number[];
}

/** @param days those of the run, ascending (`daysBetween`) */
export function cutOffCalendar(cutOff: TimedCutOff, zone: string, days: Day[]): CutOffCalendar {
	return { days, instants: days.map((day) => cutOffInstant(cutOff, day, zone)) };
}

/** As `batchDay`, for payments made since the start of the calendar; null for one at or after its last cut-off. */
export function dayInCalendar(calendar: CutOffCalendar, paymentAt: number): Day | null {
	const { days, instants } = calendar;
	let low = 0;
	let high = instants.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (paymentAt < instants[middle]) high = middle;
		else low = middle + 1;
	}
	return low < days.length ? days[low] : null;
}
