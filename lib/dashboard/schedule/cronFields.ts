/** A cron expression as n8n's cron library (cron 4) reads it: five fields, or six with seconds first. */

/** The values at which each field comes, ascending. Sunday is 0. */
export interface CronFields {
	second: number[];
	minute: number[];
	hour: number[];
	dayOfMonth: number[];
	month: number[];
	dayOfWeek: number[];
}

const fields: ReadonlyArray<{ name: keyof CronFields; label: string; low: number; high: number }> =
	[
		{ name: 'second', label: 'second', low: 0, high: 59 },
		{ name: 'minute', label: 'minute', low: 0, high: 59 },
		{ name: 'hour', label: 'hour', low: 0, high: 23 },
		{ name: 'dayOfMonth', label: 'day of month', low: 1, high: 31 },
		{ name: 'month', label: 'month', low: 1, high: 12 },
		// Sunday may be written 7 as well.
		{ name: 'dayOfWeek', label: 'day of week', low: 0, high: 7 },
	];

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays = 'sun mon tue wed thu fri sat'.split(' ');
const numberOfName = new Map([
	...months.map((name, index): [string, number] => [name, index + 1]),
	...weekdays.map((name, index): [string, number] => [name, index]),
]);

const shorthands: Readonly<Record<string, string>> = {
	'@yearly': '0 0 0 1 1 *',
	'@monthly': '0 0 0 1 * *',
	'@weekly': '0 0 0 * * 0',
	'@daily': '0 0 0 * * *',
	'@hourly': '0 0 * * * *',
	'@minutely': '0 * * * * *',
	'@secondly': '* * * * * *',
	'@weekdays': '0 0 0 * * 1-5',
	'@weekends': '0 0 0 * * 0,6',
};

/**
 * Reads `0 9 * * mon-fri`, lists, ranges, steps, names of months and weekdays, and shorthands such as `@daily`.
 * L, W, # and ? are not known to n8n's library, and so refused here too.
 * @throws RangeError with what does not fit, as a clause without a full stop
 */
export function cronFields(expression: string): CronFields {
	const lower = expression.toLowerCase();
	const numeric = (shorthands[lower] ?? lower).replace(/[a-z]{1,3}/g, (name) => {
		const number = numberOfName.get(name);
		if (number === undefined) throw new RangeError(`"${name}" is no month or weekday`);
		return String(number);
	});
	const texts = numeric.trim().split(/\s+/);
	if (texts.length < 5 || texts.length > 6) {
		throw new RangeError('a cron expression has five fields, or six with seconds');
	}
	const all = texts.length === 5 ? ['0', ...texts] : texts;
	const read = fields.map(({ name }, index) => [name, valuesOf(all[index], fields[index])]);
	return Object.fromEntries(read) as CronFields;
}

function valuesOf(text: string, field: (typeof fields)[number]): number[] {
	const { name, label, low, high } = field;
	const values = new Set<number>();
	for (const part of text.split(',')) {
		const [, first, last, step = '1'] =
			/^(\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part.replace('*', `${low}-${high}`)) ?? [];
		// A star anywhere but at the beginning would be glued to digits.
		if (first === undefined || part.indexOf('*') > 0 || Number(step) === 0) {
			throw new RangeError(`"${part}" is no ${label}`);
		}
		const from = Number(first);
		// `5/15` is from 5 to the end in steps of 15; a plain `5` is just that.
		const to = last === undefined ? (part.includes('/') ? high : from) : Number(last);
		if (from < low || to > high || from > to) throw new RangeError(`"${part}" is no ${label}`);
		for (let value = from; value <= to; value += Number(step)) values.add(value);
	}
	if (name === 'dayOfWeek' && values.delete(7)) values.add(0);
	return [...values].sort((a, b) => a - b);
}
