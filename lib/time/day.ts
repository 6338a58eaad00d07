/** Local calendar days, written `2026-06-01`: plain dates that become instants only together with a zone. */
import { instantOfWallTime, wallTimeAt } from './zone';

/** A calendar date, `2026-06-01`. */
export type Day = string;

const dayLength = 86_400_000;

/**
 * Midnight at the start of a day on UTC clocks, in milliseconds.
 * @throws RangeError naming what is no date
 */
export function utcMidnight(day: Day): number {
	const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
	if (Number.isNaN(midnight) || dayOfUtc(midnight) !== day) {
		throw new RangeError(`"${day}" is not a date such as 2026-06-01`);
	}
	return midnight;
}

function dayOfUtc(instant: number): Day {
	return new Date(instant).toISOString().slice(0, 10);
}

/** The date so many days later on the calendar, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
	return dayOfUtc(utcMidnight(day) + days * dayLength);
}

/** The date that a zone's calendars show at an instant (milliseconds). */
export function dayAt(instant: number, zone: string): Day {
	return dayOfUtc(wallTimeAt(instant, zone));
}

/** The first instant of a day, in milliseconds: midnight, or whatever the clocks show first where midnight is skipped. */
export function startOfDay(day: Day, zone: string): number {
	return instantOfWallTime(utcMidnight(day), zone);
}

/** Whether a zone had that day: one that crosses the date line loses a whole one (Samoa never had 2011-12-30). */
function isLived(day: Day, zone: string): boolean {
	return dayAt(startOfDay(day, zone), zone) === day;
}

/** The day before, as lived in the zone. */
export function previousDay(day: Day, zone: string): Day {
	const previous = addDays(day, -1);
	return isLived(previous, zone) ? previous : previousDay(previous, zone);
}

/** The day after, as lived in the zone. */
export function nextDay(day: Day, zone: string): Day {
	const next = addDays(day, 1);
	return isLived(next, zone) ? next : nextDay(next, zone);
}

/** All days from one to another, both included, as lived in the zone. */
export function daysBetween(firstDay: Day, lastDay: Day, zone: string): Day[] {
	const days: Day[] = [];
	for (let day = lastDay; day >= firstDay; day = previousDay(day, zone)) days.push(day);
	return days.reverse();
}
