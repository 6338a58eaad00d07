/** When a cron expression comes in a zone, to the letter as n8n's cron library reckons it where clocks are changed. */
import { offsetAt, wallTimeAt } from '../../time/zone';
import type { CronFields } from './cronFields';
import { wallTimeAfter } from './wallTimes';

const minute = 60_000;
const hour = 60 * minute;
/** The library gives up after this; n8n then refuses to publish the workflow. */
const yearsAhead = 8;
/** A change of clocks reaches this far into what was reckoned before it. */
const changeReach = 3 * hour;

/**
 * The moments after `now`, one after the other, as an n8n has them that was running before the last change of clocks.
 * That matters: on the day when clocks go back, an n8n started within the repeated hour would start a workflow again.
 * @throws RangeError for an unknown zone
 */
export function* momentsAfter(now: number, fields: CronFields, zone: string): Generator<number> {
	const changed = offsetAt(now, zone) !== offsetAt(now - changeReach, zone);
	let from = changed ? now - changeReach : now;
	for (;;) {
		const next = momentAfter(from, fields, zone);
		if (next === undefined) return;
		from = next;
		if (next > now) yield next;
	}
}

/**
 * The library's `getNextDateFrom` with `from` as the present.
 * @returns undefined when none comes in eight years
 */
export function momentAfter(from: number, fields: CronFields, zone: string): number | undefined {
	const until = new Date(from);
	until.setUTCFullYear(until.getUTCFullYear() + yearsAhead);
	const wall = wallTimeAfter(wallTimeAt(from, zone), fields, until.getTime());
	if (wall === undefined) return undefined;
	const moment = momentShowing(wall, from, zone);
	return moment > from ? moment : undefined;
}

function momentShowing(wall: number, from: number, zone: string): number {
	const shown = (instant: number) => wallTimeAt(instant, zone);
	let moment = read(wall, from, zone);
	const newYear = Date.UTC(new Date(shown(moment)).getUTCFullYear(), 0, 1);
	const inJanuary = offsetAt(read(newYear, from, zone), zone);
	if (minuteOfDay(shown(moment)) !== minuteOfDay(wall) && offsetAt(moment, zone) !== inJanuary) {
		// A time that the clocks skip comes as soon as they have skipped. Where January is in summer, it comes later by
		// what was skipped instead: the library takes January's time for the one without daylight saving.
		while (moment > from && offsetAt(moment - minute, zone) !== inJanuary) moment -= minute;
		return moment;
	}
	// Where clocks have just gone back, a moment is brought forward into the hour (on Lord Howe: the half hour) that comes
	// again. That is meant for "every ten minutes"; what is set for the hour after comes twice by it.
	const earlier = moment - hour;
	const again =
		hourOf(shown(earlier)) === hourOf(shown(moment)) ||
		hourOf(shown(moment - 2 * hour)) === hourOf(shown(earlier));
	if (again && earlier > from) moment = earlier;
	const half = moment - 30 * minute;
	const halfAgain =
		minuteOf(shown(half)) === minuteOf(shown(moment)) ||
		minuteOf(shown(earlier)) === minuteOf(shown(half));
	return halfAgain && half > from ? half : moment;
}

/** How luxon reads a wall time when it is asked at `from`: of two equal times, the one in the offset of the asking. */
function read(wall: number, from: number, zone: string): number {
	const first = offsetAt(from, zone);
	const second = offsetAt(wall - first, zone);
	if (first === second) return wall - first;
	const third = offsetAt(wall - second, zone);
	return wall - Math.min(second, third);
}

const minuteOfDay = (wall: number) => Math.floor(wall / minute) % 1_440;
const minuteOf = (wall: number) => Math.floor(wall / minute) % 60;
const hourOf = (wall: number) => Math.floor(wall / hour) % 24;
