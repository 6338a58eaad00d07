/** A rule as the cron expression under which n8n has it; where cron cannot count ("every 3rd day"), see `cadence.ts`. */
import type { Open } from './chosen';
import type { ScheduleRule } from './rules';

export type ReadableRule = Exclude<ScheduleRule, { field: 'unreadable' }>;

/**
 * @param chosen what n8n chooses by itself
 * @returns an expression of six fields, or what somebody wrote
 */
export function cronOf(rule: ReadableRule, chosen: (what: Open) => number): string {
	switch (rule.field) {
		case 'cronExpression':
			return rule.expression;
		case 'seconds':
			return `*/${rule.every} * * * * *`;
		case 'minutes':
			return `${chosen('second')} ${stepOf(rule.every, 60)} * * * *`;
	}
	const minute = `${chosen('second')} ${rule.minute ?? chosen('minute')}`;
	if (rule.field === 'hours') return `${minute} ${stepOf(rule.every, 24)} * * *`;
	const time = `${minute} ${rule.hour ?? chosen('hour')}`;
	switch (rule.field) {
		case 'days':
			return `${time} * * *`;
		case 'weeks':
			return `${time} * * ${rule.weekdays.length === 0 ? '*' : rule.weekdays.join(',')}`;
		case 'months':
			return `${time} ${rule.dayOfMonth ?? chosen('dayOfMonth')} ${stepOf(rule.every, 12)} *`;
	}
}

/** Steps that divide the round are cron's; others would be shorter at its end, so n8n has all and counts itself. */
function stepOf(every: number, round: number): string {
	return round % every === 0 ? `*/${every}` : '*';
}

const limits = {
	seconds: [1, 59],
	minutes: [1, 59],
	hours: [1, 23],
	days: [1, 31],
	months: [1, Infinity],
} as const;

/**
 * Why n8n refuses to publish a rule for its size, as a clause.
 * Older versions of the trigger took any size, and made of it what cron makes of it.
 */
export function refusedSize(rule: ReadableRule, typeVersion: number): string | undefined {
	if (typeVersion < 1.3 || rule.field === 'cronExpression' || rule.field === 'weeks') return;
	const [least, most] = limits[rule.field];
	if (rule.every >= least && rule.every <= most) return;
	const range = most === Infinity ? `at least ${least}` : `from ${least} to ${most}`;
	return `the number of ${rule.field} between triggers has to be ${range}`;
}
