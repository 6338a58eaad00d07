/**
 * The days of a run. Cin7: the bot looks at the last 30 days and leaves out "all transactions whose payment was made on
 * the same day the bot runs", so the last day it takes is yesterday.
 */
import { addDays, dayAt, previousDay, startOfDay, type Day } from './day';

export interface RunDays {
	/** The day of the run in the bot's zone. */
	today: Day;
	/** The first day of the look-back. */
	firstDay: Day;
	/** The day whose cut-offs end the window: yesterday. */
	lastDay: Day;
}

/** @param at the instant of the run, in milliseconds */
export function runDays(at: number, zone: string, lookBackDays: number): RunDays {
	const today = dayAt(at, zone);
	return { today, firstDay: addDays(today, -lookBackDays), lastDay: previousDay(today, zone) };
}

/** The first instant a run looks at, in milliseconds: the start of the day `lookBackDays` before the run's. */
export function lookBackStart(at: number, zone: string, lookBackDays: number): number {
	return startOfDay(runDays(at, zone, lookBackDays).firstDay, zone);
}
