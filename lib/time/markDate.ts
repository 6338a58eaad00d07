/**
 * The instant that stands for a batch day in Cin7's date fields. Cin7 keeps instants in UTC and shows dates, and nobody
 * documents in which zone; so we send one that is on the batch day both in UTC and in the bot's zone.
 */
import { addDays, startOfDay, utcMidnight, type Day } from './day';

/**
 * The middle of the hours that a day in the zone shares with the same day in UTC.
 * @returns ISO 8601 in UTC without fractions, `2026-06-01T07:00:00Z`
 * @throws RangeError for a malformed day or an unknown zone
 */
export function markDate(day: Day, zone: string): string {
	const next = addDays(day, 1);
	const from = Math.max(startOfDay(day, zone), utcMidnight(day));
	const until = Math.min(startOfDay(next, zone), utcMidnight(next));
	const middle = Math.floor((from + until) / 2 / 1000) * 1000;
	return new Date(middle).toISOString().replace('.000Z', 'Z');
}
