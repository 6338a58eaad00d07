/** The instant of a cut-off on a given day. */
import { addDays, startOfDay, utcMidnight, type Day } from './day';
import { instantOfWallTime } from './zone';

/** Cut-off of one channel and payment type: a local time of day, the end of the day, or Ignore. */
export type CutOff =
	| { kind: 'time'; hour: number; minute: number }
	| { kind: 'endOfDay' }
	| { kind: 'ignore' };

/** A cut-off that falls at some time; Ignore never does. */
export type TimedCutOff = Exclude<CutOff, { kind: 'ignore' }>;

/**
 * When a day's cut-off falls, in milliseconds: payments strictly before it are taken.
 * The end of a day is the start of the next. A wall time that comes twice counts the first time; one that the clocks
 * skip counts shifted forward by the gap.
 * @throws RangeError for a malformed day or an unknown zone
 */
export function cutOffInstant(cutOff: TimedCutOff, day: Day, zone: string): number {
	if (cutOff.kind === 'endOfDay') return startOfDay(addDays(day, 1), zone);
	const minutes = cutOff.hour * 60 + cutOff.minute;
	return instantOfWallTime(utcMidnight(day) + minutes * 60_000, zone);
}
