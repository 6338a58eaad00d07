/** The rules of a Schedule Trigger, read from its parameters with the values n8n fills in for absent ones. */

/** A missing hour, minute or day is one that n8n chooses by itself (see `chosen.ts`). */
export type ScheduleRule =
	| { field: 'seconds' | 'minutes'; every: number }
	| { field: 'hours'; every: number; minute?: number }
	| { field: 'days'; every: number; hour?: number; minute?: number }
	/** Weekdays as cron counts them: Sunday is 0. None means every day. */
	| { field: 'weeks'; every: number; weekdays: number[]; hour?: number; minute?: number }
	| { field: 'months'; every: number; dayOfMonth?: number; hour?: number; minute?: number }
	| { field: 'cronExpression'; expression: string }
	/** What cannot be told from the parameters, as a clause: "its Trigger at Hour is an expression". */
	| { field: 'unreadable'; because: string };

type Row = Record<string, unknown>;

/** The parameters of each field, with the words that n8n's panel has for them and the values it fills in. */
const parameters = {
	secondsInterval: { label: 'Seconds Between Triggers', otherwise: 30 },
	minutesInterval: { label: 'Minutes Between Triggers', otherwise: 5 },
	hoursInterval: { label: 'Hours Between Triggers', otherwise: 1 },
	daysInterval: { label: 'Days Between Triggers', otherwise: 1 },
	weeksInterval: { label: 'Weeks Between Triggers', otherwise: 1 },
	monthsInterval: { label: 'Months Between Triggers', otherwise: 1 },
	triggerAtDayOfMonth: { label: 'Trigger at Day of Month', otherwise: 1 },
	triggerAtHour: { label: 'Trigger at Hour', otherwise: 0 },
	triggerAtMinute: { label: 'Trigger at Minute', otherwise: 0 },
} as const;

/** Takes a row's values, and notes what cannot be read of them. */
interface Reader {
	row: Row;
	unread: string[];
}

/**
 * A trigger's rules in their order; none when all were taken out.
 * Source: the Schedule Trigger, typeVersion 1 to 1.4, of n8n 2.41.
 */
export function rulesOf(triggerParameters: Row): ScheduleRule[] {
	const { rule } = triggerParameters;
	if (rule === undefined) return [readRule({})];
	if (!isRow(rule)) return [{ field: 'unreadable', because: 'its rules are an expression' }];
	const { interval } = rule;
	// Without the list (not: with an empty one) n8n goes by a rule that sets nothing, not even an hour.
	if (interval === undefined) return [{ field: 'days', every: 1 }];
	if (!Array.isArray(interval)) {
		return [{ field: 'unreadable', because: 'its rules are an expression' }];
	}
	return interval.map((one) => readRule(isRow(one) ? one : {}));
}

function readRule(row: Row): ScheduleRule {
	const reader: Reader = { row, unread: [] };
	const rule = ruleOf(reader);
	const [because] = reader.unread;
	return because === undefined ? rule : { field: 'unreadable', because };
}

function ruleOf(reader: Reader): ScheduleRule {
	const number = (name: keyof typeof parameters) => numberIn(reader, name);
	const every = (name: keyof typeof parameters) => number(name) ?? parameters[name].otherwise;
	const atMinute = () => ({ minute: number('triggerAtMinute') });
	const atTime = () => ({ hour: number('triggerAtHour'), ...atMinute() });
	switch (reader.row.field) {
		case 'seconds':
			return { field: 'seconds', every: every('secondsInterval') };
		case 'minutes':
			return { field: 'minutes', every: every('minutesInterval') };
		case 'hours':
			return { field: 'hours', every: every('hoursInterval'), ...atMinute() };
		case 'days':
		case undefined:
			return { field: 'days', every: every('daysInterval'), ...atTime() };
		case 'weeks': {
			const weekdays = weekdaysIn(reader);
			return { field: 'weeks', every: every('weeksInterval'), weekdays, ...atTime() };
		}
		case 'months': {
			const dayOfMonth = number('triggerAtDayOfMonth');
			return { field: 'months', every: every('monthsInterval'), dayOfMonth, ...atTime() };
		}
		case 'cronExpression':
			return { field: 'cronExpression', expression: expressionIn(reader) };
		default:
			if (isExpression(reader.row.field))
				reader.unread.push('its Trigger Interval is an expression');
			// n8n takes an interval that it does not know for days, and fills nothing in.
			return { field: 'days', every: 1 };
	}
}

/** @returns undefined for a value that somebody emptied (null): n8n fills in only absent ones */
function numberIn({ row, unread }: Reader, name: keyof typeof parameters): number | undefined {
	const { label, otherwise } = parameters[name];
	const value = row[name];
	if (value === undefined) return otherwise;
	if (value === null) return undefined;
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isFinite(number)) return number;
	unread.push(`its ${label} is ${isExpression(value) ? 'an expression' : 'not a number'}`);
	return undefined;
}

function weekdaysIn({ row, unread }: Reader): number[] {
	const days = row.triggerAtDay ?? [0];
	const numbers = Array.isArray(days) ? days.map(Number) : [NaN];
	if (!numbers.some(Number.isNaN)) return numbers;
	unread.push(
		`its Trigger on Weekdays is ${isExpression(days) ? 'an expression' : 'not a list of weekdays'}`,
	);
	return [];
}

function expressionIn({ row, unread }: Reader): string {
	const text = row.expression ?? '';
	if (typeof text === 'string' && !isExpression(text)) return text;
	unread.push(`its cron expression is ${isExpression(text) ? 'an n8n expression' : 'not a text'}`);
	return '';
}

function isExpression(value: unknown): boolean {
	return typeof value === 'string' && value.startsWith('=');
}

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
