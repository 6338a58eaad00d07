/**
 * The plan of a run, from the settings and one reading of the account: pure, so that Preview and Run have the same one.
 * Every open payment gets a place in one batch or the first reason that applies for having none.
 */
import type { AccountReading, Plan } from './plan.types';
import { plannerFor } from './planner';
import type { BatchSettings } from './settings';

/**
 * Plans a run over an account that was read as a whole.
 * @param settings checked before (settings.check.ts)
 * @param at the instant of the run, in milliseconds
 * @throws RangeError for a time zone that is unknown, or an amount that is no decimal number
 */
export function plan(settings: BatchSettings, reading: AccountReading, at: number): Plan {
	const planner = plannerFor(settings, reading, reading, at);
	planner.creditNotes(reading.creditNotes);
	planner.salesOrders(reading.salesOrders);
	return planner.plan(reading.manifestRoom);
}
