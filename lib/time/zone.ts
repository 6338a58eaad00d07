/** Wall clocks: what a zone's clocks show at an instant, and at which instant they show a given time. */
import { IANAZone } from 'luxon';

const minute = 60_000;
const quarter = 15 * minute;
const day = 24 * 60 * minute;

/** Offsets by zone and quarter of an hour: asking the zone itself takes a hundred times as long. */
const remembered = new Map<string, Map<number, number>>();
const mostRemembered = 50_000;
/** Until 2011 clocks were changed at odd minutes here and there (last in St. John's, at 00:01); ever since, on quarters. */
const onQuartersSince = Date.UTC(2012, 0, 1);

/** Whether this computer knows an IANA zone by that name, such as `Australia/Sydney`. */
export function isZone(name: string): boolean {
	return IANAZone.isValidZone(name);
}

/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds.
 * @throws RangeError naming a zone that is unknown
 */
export function offsetAt(instant: number, zone: string): number {
	if (!(instant >= onQuartersSince)) return askOffset(instant, zone);
	const from = instant - (instant % quarter);
	let offsets = remembered.get(zone);
	if (!offsets) {
		offsets = new Map();
		remembered.set(zone, offsets);
	}
	let offset = offsets.get(from);
	if (offset === undefined) {
		offset = askOffset(from, zone);
		if (offsets.size >= mostRemembered) offsets.clear();
		offsets.set(from, offset);
	}
	return offset;
}

function askOffset(instant: number, zone: string): number {
	const offset = IANAZone.create(zone).offset(instant) * minute;
	if (Number.isNaN(offset)) {
		throw new RangeError(`There is no time zone "${zone}" or no such instant as ${instant}`);
	}
	return offset;
}

/** What the clocks show, as the milliseconds at which UTC clocks would show the same. */
export function wallTimeAt(instant: number, zone: string): number {
	return instant + offsetAt(instant, zone);
}

/**
 * The instant at which a zone's clocks show a wall time. A time that comes twice counts the first time; a time that the
 * clocks skip counts as if they had not been put forward yet, so 02:30 is what the clocks then call 03:30.
 * luxon reads skipped times the same way, but which of two equal times it takes depends on the season it is asked in.
 * @param wall as `wallTimeAt` gives it
 */
export function instantOfWallTime(wall: number, zone: string): number {
	const before = offsetAt(wall - day, zone);
	const after = offsetAt(wall + day, zone);
	const readings = [wall - before, wall - after].filter(
		(instant) => wallTimeAt(instant, zone) === wall,
	);
	return readings.length === 0 ? wall - before : Math.min(...readings);
}
