// Days counted from the day of `now` in the bot's zone (0 is today, -1 yesterday), wall-clock times
// on them, and the clock change in the look-back, if there is one.
import { DateTime } from 'luxon';

export interface ClockChange {
	/** The first instant after the change. */
	at: number;
	/** The day it happens on, counted from today. */
	day: number;
	/** Clocks go forward and skip an hour, or back and repeat one. */
	kind: 'skipped' | 'repeated';
}

export interface Calendar {
	zone: string;
	now: number;
	/** `2026-06-01` for a day counted from today. */
	date(day: number): string;
	/** The instant of a wall-clock time, such as `11:00` or `10:59:59.999`; one that comes twice is the first. */
	at(day: number, time: string): number;
	startOf(day: number): number;
	/** 1 Monday to 7 Sunday. */
	weekday(day: number): number;
	/** In the last `lookBackDays` days and today. */
	clockChange(lookBackDays: number): ClockChange | null;
}

const hour = 3_600_000;

/**
 * @param now ISO 8601 instant
 * @throws RangeError when `now` or the zone cannot be read
 */
export function calendarFor(now: string, zone: string): Calendar {
	const instant = DateTime.fromISO(now, { zone });
	if (!instant.isValid) throw new RangeError(`"${now}" in ${zone} is not an instant`);
	const today = instant.startOf('day');
	const days = new Map<number, { date: string; start: number; weekday: number }>();
	const known = (day: number) => {
		let found = days.get(day);
		if (found === undefined) {
			const start = today.plus({ days: day }).startOf('day');
			found = {
				date: start.toFormat('yyyy-MM-dd'),
				start: start.toMillis(),
				weekday: start.weekday,
			};
			days.set(day, found);
		}
		return found;
	};
	const offsetAt = (ms: number) => DateTime.fromMillis(ms, { zone }).offset;
	return {
		zone,
		now: instant.toMillis(),
		date: (day) => known(day).date,
		startOf: (day) => known(day).start,
		weekday: (day) => known(day).weekday,
		at(day, time) {
			const read = DateTime.fromISO(`${known(day).date}T${time}`, { zone });
			const before = DateTime.fromMillis(read.toMillis() - hour, { zone });
			return before.hour === read.hour ? before.toMillis() : read.toMillis();
		},
		clockChange(lookBackDays) {
			for (let day = -lookBackDays; day <= 0; day++) {
				const [from, to] = [known(day).start, known(day + 1).start];
				if (offsetAt(from) === offsetAt(to)) continue;
				const at = firstWith(offsetAt(to), from, to, offsetAt);
				return { at, day, kind: offsetAt(to) > offsetAt(from) ? 'skipped' : 'repeated' };
			}
			return null;
		},
	};
}

/** The first whole second with an offset that holds at `to` and did not at `from`. */
function firstWith(
	offset: number,
	from: number,
	to: number,
	offsetAt: (ms: number) => number,
): number {
	let [before, after] = [from / 1000, to / 1000];
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (offsetAt(middle * 1000) === offset) after = middle;
		else before = middle;
	}
	return after * 1000;
}

/** How an instant is written: in UTC, or with the offset of the system that made it. */
export type Stamp = 'utc' | '+11:00' | '+13:00';

/** `2026-06-01T01:00:00Z`, or `2026-06-01T14:00:00.17+13:00`: a fraction only when there is one. */
export function written(ms: number, stamp: Stamp = 'utc'): string {
	const offset = stamp === 'utc' ? 'Z' : stamp;
	const shift = stamp === 'utc' ? 0 : Number(stamp.slice(0, 3)) * hour;
	return new Date(ms + shift).toISOString().replace(/\.?0*Z$/, offset);
}
