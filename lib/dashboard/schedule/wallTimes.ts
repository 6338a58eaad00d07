/** Which wall time of a cron expression comes next, on clocks that are never changed. */
import type { CronFields } from './cronFields';

const second = 1_000;
const day = 86_400 * second;

/**
 * The first wall time after another at which every field fits.
 * A day fits by either of day of month and day of week when both are limited, as cron has it.
 * @param wall milliseconds at which UTC clocks would show it
 * @param until where to stop looking
 * @returns undefined when none comes until then (30 February)
 */
export function wallTimeAfter(wall: number, fields: CronFields, until: number): number | undefined {
	const from = Math.floor(wall / second) * second + second;
	const today = Math.floor(from / day) * day;
	for (let date = today; date <= until; date += day) {
		if (!fitsDay(date, fields)) continue;
		const time = timeOfDay(date === today ? (from - today) / second : 0, fields);
		if (time !== undefined) return date + time * second;
	}
	return undefined;
}

function fitsDay(date: number, { month, dayOfMonth, dayOfWeek }: CronFields): boolean {
	const on = new Date(date);
	if (!month.includes(on.getUTCMonth() + 1)) return false;
	const byDate = dayOfMonth.includes(on.getUTCDate());
	const byWeekday = dayOfWeek.includes(on.getUTCDay());
	const limited = [dayOfMonth.length < 31, dayOfWeek.length < 7];
	return limited[0] && limited[1] ? byDate || byWeekday : byDate && byWeekday;
}

/** The first time of day, in seconds since midnight, at or after another. */
function timeOfDay(
	from: number,
	{ hour, minute, second: seconds }: CronFields,
): number | undefined {
	for (const h of hour) {
		if (h * 3600 + 3599 < from) continue;
		for (const m of minute) {
			if (h * 3600 + m * 60 + 59 < from) continue;
			const s = seconds.find((one) => h * 3600 + m * 60 + one >= from);
			if (s !== undefined) return h * 3600 + m * 60 + s;
		}
	}
	return undefined;
}
