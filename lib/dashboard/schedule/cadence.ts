/** "Every 3 days", "every 2 weeks": n8n lets cron come each day and then counts what has passed since the last time. */
import { wallTimeAt } from '../../time/zone';
import type { ReadableRule } from './ruleCron';

export type Period = 'minutes' | 'hours' | 'days' | 'weeks' | 'months';

/** Every so many periods. */
export interface Cadence {
	period: Period;
	size: number;
}

const minute = 60_000;
const day = 1_440 * minute;

/** The cadence that n8n keeps for a rule beside its cron expression; undefined when cron alone says it all. */
export function cadenceOf(rule: ReadableRule): Cadence | undefined {
	if (rule.field === 'cronExpression' || rule.field === 'seconds') return undefined;
	const { field: period, every: size } = rule;
	const byCron = period === 'minutes' ? !(size > 0 && 60 % size !== 0) : size === 1;
	return byCron ? undefined : { period, size };
}

/**
 * Whether a rule is due at a moment, by what n8n kept of the last time (`periodAt`).
 * These are n8n's own sums, with what they are out by: a year has 365 days and 52 weeks, a day 24 hours, and "every 30
 * hours" can never be due again.
 * @param last undefined when it was never due
 */
export function isDue(
	{ period, size }: Cadence,
	last: number | undefined,
	moment: number,
	zone: string,
): boolean {
	if (!size) return false;
	if (last === undefined) return true;
	const now = periodAt(period, moment, zone);
	if (period === 'minutes' || period === 'months') return now - last >= size;
	if (period === 'weeks' && now === last) return true;
	const round = { hours: 24, days: 365, weeks: 52 }[period];
	return (now - last + round) % round >= size;
}

/**
 * The number n8n keeps for a moment: minutes since 1970, the hour of the day, the day of the year (from 1), the week of
 * the year (from Sunday; the first is that of 1 January), months since the year 0.
 */
export function periodAt(period: Period, moment: number, zone: string): number {
	if (period === 'minutes') return Math.floor(moment / minute);
	const wall = wallTimeAt(moment, zone);
	const date = new Date(wall);
	switch (period) {
		case 'hours':
			return date.getUTCHours();
		case 'days':
			return dayOfYear(wall);
		case 'weeks':
			return weekOfYear(wall);
		case 'months':
			return date.getUTCFullYear() * 12 + date.getUTCMonth();
	}
}

function dayOfYear(wall: number): number {
	return Math.floor((wall - newYearOf(wall)) / day) + 1;
}

function weekOfYear(wall: number): number {
	const saturday = wall + (6 - new Date(wall).getUTCDay()) * day;
	if (newYearOf(saturday) !== newYearOf(wall)) return 1;
	const startedWith = new Date(newYearOf(wall)).getUTCDay();
	return Math.floor((dayOfYear(wall) + startedWith - 1) / 7) + 1;
}

function newYearOf(wall: number): number {
	return Date.UTC(new Date(wall).getUTCFullYear(), 0, 1);
}

/** Whether n8n would still go by a number that it kept before it noted of which cadence it was. */
export function isLikely(period: Period, last: number): boolean {
	switch (period) {
		case 'hours':
			return last >= 0 && last <= 23;
		case 'days':
			return last >= 1 && last <= 366;
		case 'weeks':
			return last >= 1 && last <= 53;
		default:
			return false;
	}
}
