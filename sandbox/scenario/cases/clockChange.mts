// Payments around a change of the clocks, when the look-back has one. The Stripe row's cut-off, 02:30,
// is in the hour itself: skipped, it counts as 03:30 by the new clock (its minutes after the change);
// repeated, it counts the first time.
import { amazonSeller, shopify, wooCommerce } from '../bot.mts';
import type { ClockChange } from '../calendar.mts';
import { batchedOn } from '../due.mts';
import type { Making } from '../drafts.mts';
import { edge } from './cutOffs.mts';

const second = 1000;
const minute = 60 * second;

/** After (or before) the change, and whether the payment is due that day or the day after. */
type Around = ReadonlyArray<readonly [after: number, due: 'sameDay' | 'nextDay']>;

/** 01:59:59 is followed by 03:00:00. */
const skippedHour: Around = [
	[-30 * minute, 'sameDay'],
	[-second, 'sameDay'],
	[0, 'sameDay'],
	[30 * minute - second, 'sameDay'],
	[30 * minute, 'nextDay'],
	[30 * minute + second, 'nextDay'],
	[60 * minute, 'nextDay'],
];

/** 02:59:59 is followed by 02:00:00. */
const repeatedHour: Around = [
	[-60 * minute, 'sameDay'],
	[-30 * minute - second, 'sameDay'],
	[-30 * minute, 'nextDay'],
	[-second, 'nextDay'],
	[0, 'nextDay'],
	[10 * minute, 'nextDay'],
	[30 * minute, 'nextDay'],
	[60 * minute, 'nextDay'],
];

/** Makes them, and gives the change they are about. */
export function makeClockChangeCases(making: Making): ClockChange | null {
	const change = making.calendar.clockChange(making.bot.lookBackDays);
	if (change === null) return null;
	const { at, day, kind } = change;
	const sameDay = batchedOn(making, day);
	const nextDay = batchedOn(making, day + 1);
	for (const [after, due] of kind === 'skipped' ? skippedHour : repeatedHour) {
		edge(making, wooCommerce, 'Stripe', at + after, due === 'sameDay' ? sameDay : nextDay);
		edge(making, amazonSeller, 'Amazon', at + after, sameDay);
		edge(making, shopify, 'Shopify Payments', at + after, sameDay);
	}
	// A day of 23 or 25 hours starts, has its cut-off and ends as its clocks say.
	const { startOf, at: clock } = making.calendar;
	edge(making, amazonSeller, 'Amazon', startOf(day), sameDay);
	edge(making, amazonSeller, 'Amazon', startOf(day + 1) - second, sameDay);
	edge(making, amazonSeller, 'Amazon', startOf(day + 1), nextDay);
	edge(making, shopify, 'Shopify Payments', clock(day, '11:00') - second, sameDay);
	edge(making, shopify, 'Shopify Payments', clock(day, '11:00'), nextDay);
	edge(making, shopify, 'Shopify Payments', clock(day, '11:00') + second, nextDay);
	return change;
}
