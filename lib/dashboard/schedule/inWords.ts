/** A Schedule Trigger's rules in words, for people who never saw its panel. */
import { rulesOf, type ScheduleRule } from './rules';

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * One line per rule, without a full stop: "Every Monday and Thursday at 17:30".
 * Times are on the clocks of the workflow's zone, which the caller names. A rule whose values are expressions says so.
 */
export function scheduleInWords(parameters: Record<string, unknown>): string[] {
	return rulesOf(parameters).map(inWords);
}

function inWords(rule: ScheduleRule): string {
	switch (rule.field) {
		case 'seconds':
			return `Every ${counted(rule.every, 'second')}`;
		case 'minutes':
			return `Every ${counted(rule.every, 'minute')}`;
		case 'hours':
			return `Every ${counted(rule.every, 'hour')}${pastTheHour(rule.minute)}`;
		case 'days':
			return `Every ${counted(rule.every, 'day')} at ${timeOf(rule)}`;
		case 'weeks':
			return `${onWeekdays(rule)} at ${timeOf(rule)}`;
		case 'months':
			return `On ${dayOf(rule.dayOfMonth)} of every ${nth(rule.every, 'month')} at ${timeOf(rule)}`;
		case 'cronExpression':
			return `Cron ${rule.expression.trim() || '(empty)'}`;
		case 'unreadable':
			return `By a rule that cannot be read here: ${rule.because}`;
	}
}

/** `3 days`; `day` for one. */
function counted(every: number, unit: string): string {
	return every === 1 ? unit : `${every} ${unit}s`;
}

/** `3rd month`; `month` for the first. */
function nth(every: number, unit: string): string {
	if (every === 1) return unit;
	const ending = every % 100 > 10 && every % 100 < 14 ? 'th' : ['th', 'st', 'nd', 'rd'][every % 10];
	return `${every}${ending ?? 'th'} ${unit}`;
}

function pastTheHour(minute: number | undefined): string {
	if (minute === undefined) return ', at a minute that n8n chooses';
	return minute === 0 ? ', on the hour' : `, ${counted60(minute)} past`;
}

function counted60(minute: number): string {
	return minute === 1 ? '1 minute' : `${minute} minutes`;
}

function timeOf({ hour, minute }: { hour?: number; minute?: number }): string {
	if (hour === undefined) return 'an hour that n8n chooses';
	if (minute === undefined) return `a minute that n8n chooses after ${hour}:00`;
	return `${hour}:${String(minute).padStart(2, '0')}`;
}

function onWeekdays({ every, weekdays }: Extract<ScheduleRule, { field: 'weeks' }>): string {
	const days = daysOf(weekdays);
	return every === 1
		? `Every ${days ?? 'day'}`
		: `Every ${nth(every, 'week')} on ${days ?? 'every day'}`;
}

/** Monday first; undefined for the whole week. */
function daysOf(weekdays: number[]): string | undefined {
	const mondayFirst = [1, 2, 3, 4, 5, 6, 0].filter((day) =>
		weekdays.some((one) => one % 7 === day),
	);
	if (mondayFirst.length === 0 || mondayFirst.length === 7) return undefined;
	const names = mondayFirst.map((day) => weekdayNames[day]);
	const last = names.pop() ?? '';
	return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

function dayOf(dayOfMonth: number | undefined): string {
	if (dayOfMonth === undefined) return 'a day that n8n chooses';
	// n8n leaves out months that do not have the day.
	return dayOfMonth > 28 ? `day ${dayOfMonth} (where there is one)` : `day ${dayOfMonth}`;
}
