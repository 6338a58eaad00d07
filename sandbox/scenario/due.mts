// When a payment made at some wall-clock time is due, known from that time and its row's cut-off
// alone: no instants are compared here. Nobody shops at random between 01:20 and 05:00, so this holds
// on days when clocks change too; those hours have cases of their own.
import { cutOffOf } from './bot.mts';
import { skipped } from './drafts.mts';
import type { Expected, Making } from './drafts.mts';

export interface Moment {
	at: number;
	expect: Expected;
}

/** The batch day, counted from today, of a payment on `day` at `time` (`HH:mm:ss`, local). */
export function dueDay(cutOff: string, day: number, time: string): number {
	if (cutOff === 'End of day') return day;
	return time.slice(0, 5) < cutOff ? day : day + 1;
}

/** In a batch of this day, unless it is still to come: today's batch is for tomorrow's run. */
export function batchedOn(making: Making, day: number): Expected {
	return day <= -1 ? { batchDay: making.calendar.date(day) } : skipped('outsideWindow');
}

/** A payment at a wall-clock time, and what its row's cut-off makes of it. */
export function moment(
	making: Making,
	channel: string | null,
	method: string,
	day: number,
	time: string,
): Moment {
	const at = making.calendar.at(day, time);
	if (day < -making.bot.lookBackDays) return { at, expect: 'notListed' };
	const cutOff = channel === null ? undefined : cutOffOf(making.bot, channel, method);
	if (cutOff === undefined) throw new RangeError(`no row for ${channel}, ${method}`);
	if (cutOff === 'Ignore') return { at, expect: skipped('ignored') };
	return { at, expect: batchedOn(making, dueDay(cutOff, day, time)) };
}

/** An afternoon well inside the window, for cases in which the time does not matter. */
export function someAfternoon(making: Making, theme: string, from = -26, to = -3) {
	const random = making.random(theme);
	return {
		day: random.int(from, to),
		time: clockTime(random.int(12, 19), random.int(0, 59), random.int(0, 59)),
	};
}

/** A paid moment on such an afternoon. */
export function someMoment(making: Making, theme: string, channel: string, method: string): Moment {
	const { day, time } = someAfternoon(making, theme);
	return moment(making, channel, method, day, time);
}

/** `9, 5, 0` → `09:05:00`. */
export function clockTime(hour: number, minute: number, second: number): string {
	return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
}
