// When a workflow runs next, rule by rule, as a person reckons it with a calendar.
import { nextRun } from '../../../../lib/dashboard/schedule/nextRun';

type Row = Record<string, unknown>;

const trigger = (interval: Row[], more: Row = {}) => ({
	name: 'Schedule',
	type: 'n8n-nodes-base.scheduleTrigger',
	typeVersion: 1.2,
	parameters: { rule: { interval } },
	...more,
});

interface Situation {
	now: string;
	zone?: string;
	lastRun?: string;
	staticData?: unknown;
}

function next(interval: Row[], { now, zone = 'UTC', lastRun, staticData }: Situation) {
	const workflow = { nodes: [trigger(interval)], timeZone: zone, staticData };
	const found = nextRun(workflow, Date.parse(now), lastRun ? Date.parse(lastRun) : undefined);
	return found && 'at' in found ? iso(found.at) : found;
}

const iso = (at: number) => new Date(at).toISOString().replace(':00.000Z', 'Z');
const at = (hour: number, minute = 0) => ({ triggerAtHour: hour, triggerAtMinute: minute });
const cron = (expression: string) => ({ field: 'cronExpression', expression });
const kept = (last: unknown, cadence: unknown) => ({
	'node:Schedule': { recurrenceRules: [last], recurrenceRuleSignatures: [cadence] },
});

describe('each kind of rule', () => {
	it.each<[Row, string, string]>([
		[{ field: 'seconds' }, '2026-11-22T09:59:10Z', '2026-11-22T09:59Z'],
		[{ field: 'seconds' }, '2026-11-22T09:59:40Z', '2026-11-22T10:00Z'],
		[{ field: 'minutes' }, '2026-11-22T09:58:00Z', '2026-11-22T10:00Z'],
		[{ field: 'minutes', minutesInterval: 15 }, '2026-11-22T09:46:00Z', '2026-11-22T10:00Z'],
		[{ field: 'hours' }, '2026-11-22T09:46:00Z', '2026-11-22T10:00Z'],
		[
			{ field: 'hours', hoursInterval: 6, triggerAtMinute: 20 },
			'2026-11-22T12:21:00Z',
			'2026-11-22T18:20Z',
		],
		[{}, '2026-11-22T09:46:00Z', '2026-11-23T00:00Z'],
		[{ field: 'days', ...at(6) }, '2026-11-22T05:59:00Z', '2026-11-22T06:00Z'],
		[{ field: 'days', ...at(6) }, '2026-11-22T06:01:00Z', '2026-11-23T06:00Z'],
		// A Sunday.
		[{ field: 'weeks', ...at(6) }, '2026-11-22T06:01:00Z', '2026-11-29T06:00Z'],
		[
			{ field: 'weeks', triggerAtDay: [1, 4], ...at(17, 30) },
			'2026-11-23T17:31:00Z',
			'2026-11-26T17:30Z',
		],
		[{ field: 'weeks', triggerAtDay: [], ...at(6) }, '2026-11-24T06:01:00Z', '2026-11-25T06:00Z'],
		[{ field: 'months' }, '2026-11-22T09:00:00Z', '2026-12-01T00:00Z'],
		[
			{ field: 'months', triggerAtDayOfMonth: 31, ...at(6) },
			'2027-01-31T07:00:00Z',
			'2027-03-31T06:00Z',
		],
		[
			{ field: 'months', triggerAtDayOfMonth: 29, ...at(6) },
			'2027-01-30T07:00:00Z',
			'2027-03-29T06:00Z',
		],
		[
			{ field: 'months', triggerAtDayOfMonth: 29, ...at(6) },
			'2028-01-30T07:00:00Z',
			'2028-02-29T06:00Z',
		],
		// January, April, July, October.
		[{ field: 'months', monthsInterval: 3 }, '2026-11-22T09:00:00Z', '2027-01-01T00:00Z'],
		[cron('0 0 9 * * 1-5'), '2026-11-20T09:00:00Z', '2026-11-23T09:00Z'],
		[cron('30 9 1 jan *'), '2026-11-20T09:00:00Z', '2027-01-01T09:30Z'],
		// Either of the two, as cron has it: the 13th, or a Friday.
		[cron('0 12 13 * fri'), '2026-11-21T09:00:00Z', '2026-11-27T12:00Z'],
		[cron('@monthly'), '2026-11-21T09:00:00Z', '2026-12-01T00:00Z'],
		// A leap day may be eight years away.
		[cron('0 0 29 2 *'), '2096-03-01T00:00:00Z', '2104-02-29T00:00Z'],
	])('%j at %s', (rule, now, expected) => expect(next([rule], { now })).toBe(expected));

	it('is the earliest of several, also of several triggers', () => {
		const now = '2026-11-22T07:00:00Z';
		expect(next([at(6), { field: 'weeks', ...at(9, 30) }], { now })).toBe('2026-11-22T09:30Z');
		const nodes = [
			trigger([at(18)], { name: 'Evening' }),
			trigger([at(12)], { name: 'Noon' }),
			trigger([at(8)], { name: 'Morning', disabled: true }),
			trigger([at(8)], { name: 'Old', type: 'n8n-nodes-base.cron' }),
		];
		expect(nextRun({ nodes, timeZone: 'UTC' }, Date.parse(now))).toEqual({
			at: Date.parse('2026-11-22T12:00Z'),
			trigger: 'Noon',
		});
	});

	it('is none without a trigger or without rules', () => {
		expect(nextRun({ nodes: [], timeZone: 'UTC' }, 0)).toBeUndefined();
		const off = [trigger([{}], { disabled: true })];
		expect(nextRun({ nodes: off, timeZone: 'UTC' }, 0)).toBeUndefined();
		expect(next([], { now: '2026-11-22T07:00:00Z' })).toBeUndefined();
	});
});

describe('the second that n8n adds', () => {
	it('is known from the ids', () => {
		const nodes = [trigger([at(6)], { id: '2d3b5a54-0e28-4f27-9a24-0b5d2f1f7a11' })];
		const workflow = { nodes, timeZone: 'UTC', id: 'Wq2hG6Zp9bC1xY7k' };
		// The first four bytes of sha256 of the ids and ":second", modulo 60, are 2.
		for (const [now, expected] of [
			['2026-11-22T06:00:01Z', '2026-11-22T06:00Z'],
			['2026-11-22T06:00:02Z', '2026-11-23T06:00Z'],
		]) {
			expect(nextRun(workflow, Date.parse(now))).toMatchObject({ at: Date.parse(expected) });
		}
	});

	it('is taken to lie ahead within the minute, unless a run has been', () => {
		const now = '2026-11-22T06:00:30Z';
		expect(next([at(6)], { now })).toBe('2026-11-22T06:00Z');
		expect(next([at(6)], { now, lastRun: '2026-11-21T06:00:12Z' })).toBe('2026-11-22T06:00Z');
		expect(next([at(6)], { now, lastRun: '2026-11-22T06:00:12Z' })).toBe('2026-11-23T06:00Z');
	});
});

describe('every so many days, weeks, months', () => {
	const every3Days = { field: 'days', daysInterval: 3, ...at(6) };

	it('are counted from what n8n keeps', () => {
		// Day 326 of 2026 is 22 November.
		const staticData = kept(326, 'days:3');
		const now = '2026-11-22T07:00:00Z';
		expect(next([every3Days], { now, staticData })).toBe('2026-11-25T06:00Z');
		expect(next([every3Days], { now, staticData: JSON.stringify(staticData) })).toBe(
			'2026-11-25T06:00Z',
		);
		// It counts a year as 365 days: across the end of a leap year that is one day more.
		const newYear = { now: '2028-12-31T07:00:00Z', staticData: kept(366, 'days:3') };
		expect(next([every3Days], newYear)).toBe('2029-01-04T06:00Z');
	});

	it('start afresh with another cadence, or without what n8n keeps', () => {
		const now = '2026-11-22T07:00:00Z';
		for (const staticData of [null, {}, kept(326, 'days:2'), kept(null, 'days:3'), 'broken {']) {
			expect(next([every3Days], { now, staticData })).toBe('2026-11-23T06:00Z');
		}
		// Before n8n noted the cadence it kept the number alone.
		const old = { 'node:Schedule': { recurrenceRules: [326] } };
		expect(next([every3Days], { now, staticData: old })).toBe('2026-11-25T06:00Z');
		// There is no hour 30: that was kept for something else.
		const wrong = {
			now: '2026-11-22T02:30:00Z',
			staticData: { 'node:Schedule': { recurrenceRules: [30] } },
		};
		expect(next([{ field: 'hours', hoursInterval: 5 }], wrong)).toBe('2026-11-22T03:00Z');
	});

	it('are counted from the last run when n8n keeps that to itself, and say so', () => {
		const nodes = [trigger([every3Days])];
		const workflow = { nodes, timeZone: 'UTC' };
		const now = Date.parse('2026-11-23T07:00:00Z');
		expect(nextRun(workflow, now, Date.parse('2026-11-22T06:00:12Z'))).toEqual({
			at: Date.parse('2026-11-25T06:00Z'),
			trigger: 'Schedule',
			assuming:
				'This takes it that this rule started the last run, and that since then neither n8n was started anew nor the workflow published again.',
		});
		const first = {
			at: Date.parse('2026-11-24T06:00Z'),
			trigger: 'Schedule',
			assuming: 'This takes it that the rule has not started the workflow since it was published.',
		};
		expect(nextRun(workflow, now)).toEqual(first);
		// Not at 6: another rule, or somebody by hand.
		expect(nextRun(workflow, now, Date.parse('2026-11-22T09:30:12Z'))).toEqual(first);
	});

	it('are counted from the last run until n8n has stored its number, unless that was before publishing', () => {
		const staticData = kept(null, 'days:3');
		const workflow = { nodes: [trigger([every3Days])], timeZone: 'UTC', staticData };
		const [now, lastRun] = [Date.parse('2026-11-23T07:00Z'), Date.parse('2026-11-22T06:00:12Z')];
		const counted = nextRun({ ...workflow, publishedAt: lastRun - 1 }, now, lastRun);
		expect(counted).toMatchObject({ at: Date.parse('2026-11-25T06:00Z') });
		const first = { at: Date.parse('2026-11-24T06:00Z'), trigger: 'Schedule' };
		expect(nextRun({ ...workflow, publishedAt: lastRun + 1 }, now, lastRun)).toEqual(first);
		expect(nextRun(workflow, now)).toEqual(first);
	});

	it.each<[string, Row, unknown, string, string]>([
		[
			'45 minutes',
			{ field: 'minutes', minutesInterval: 45 },
			29_000_000,
			'2025-02-19T21:35:00Z',
			'2025-02-19T22:05Z',
		],
		[
			'5 hours',
			{ field: 'hours', hoursInterval: 5 },
			22,
			'2026-11-22T22:30:00Z',
			'2026-11-23T03:00Z',
		],
		// 6 hours are every full six on the clock, and counted besides.
		[
			'6 hours',
			{ field: 'hours', hoursInterval: 6 },
			14,
			'2026-11-22T14:30:00Z',
			'2026-11-23T00:00Z',
		],
		// Week 48 is that of 22 to 28 November: more days of the same week, then the second after.
		[
			'2 weeks',
			{ field: 'weeks', weeksInterval: 2, triggerAtDay: [1, 4], ...at(6) },
			48,
			'2026-11-23T07:00:00Z',
			'2026-11-26T06:00Z',
		],
		[
			'2 weeks',
			{ field: 'weeks', weeksInterval: 2, triggerAtDay: [1, 4], ...at(6) },
			48,
			'2026-11-26T07:00:00Z',
			'2026-12-07T06:00Z',
		],
		// Week 1 of 2027 begins on 27 December.
		[
			'2 weeks',
			{ field: 'weeks', weeksInterval: 2, triggerAtDay: [1, 4], ...at(6) },
			52,
			'2026-12-25T07:00:00Z',
			'2027-01-04T06:00Z',
		],
		[
			'5 months',
			{ field: 'months', monthsInterval: 5 },
			2026 * 12 + 10,
			'2026-11-22T07:00:00Z',
			'2027-04-01T00:00Z',
		],
		// On day 1 of January, March, May ..., but two months after November.
		[
			'2 months',
			{ field: 'months', monthsInterval: 2 },
			2026 * 12 + 10,
			'2026-11-22T07:00:00Z',
			'2027-01-01T00:00Z',
		],
		[
			'18 months',
			{ field: 'months', monthsInterval: 18 },
			2026 * 12 + 10,
			'2026-11-22T07:00:00Z',
			'2028-05-01T00:00Z',
		],
	])('every %s', (_, rule, last, now, expected) => {
		const size = rule[`${String(rule.field)}Interval`];
		const staticData = kept(last, `${String(rule.field)}:${String(size)}`);
		expect(next([rule], { now, staticData })).toBe(expected);
	});
});

describe('where clocks are changed', () => {
	const daily = (hour: number, minute = 0) => [{ field: 'days', ...at(hour, minute) }];
	it.each<[string, string, Row[], string, string]>([
		['keeps local time', 'Europe/Berlin', daily(6), '2027-03-27T12:00:00Z', '2027-03-28T04:00Z'],
		['keeps local time', 'Europe/Berlin', daily(6), '2026-10-24T12:00:00Z', '2026-10-25T05:00Z'],
		[
			'a skipped time comes right after',
			'Europe/Berlin',
			daily(2, 30),
			'2027-03-27T12:00:00Z',
			'2027-03-28T01:00Z',
		],
		['and not again', 'Europe/Berlin', daily(2, 30), '2027-03-28T01:01:00Z', '2027-03-29T00:30Z'],
		[
			'south of the equator an hour later',
			'Australia/Sydney',
			daily(2, 30),
			'2026-10-03T12:00:00Z',
			'2026-10-03T16:30Z',
		],
		[
			'also when clocks have changed',
			'Australia/Sydney',
			daily(2, 30),
			'2026-10-03T16:10:00Z',
			'2026-10-03T16:30Z',
		],
		[
			'a repeated time comes once',
			'Europe/Berlin',
			daily(2, 30),
			'2026-10-24T12:00:00Z',
			'2026-10-25T00:30Z',
		],
		[
			'a repeated time comes once',
			'Europe/Berlin',
			daily(2, 30),
			'2026-10-25T01:10:00Z',
			'2026-10-26T01:30Z',
		],
		[
			"n8n's slip: the hour after it twice",
			'Europe/Berlin',
			daily(3, 30),
			'2026-10-24T12:00:00Z',
			'2026-10-25T01:30Z',
		],
		[
			"n8n's slip: the hour after it twice",
			'Europe/Berlin',
			daily(3, 30),
			'2026-10-25T01:31:00Z',
			'2026-10-25T02:30Z',
		],
		[
			"n8n's slip: too early on Lord Howe",
			'Australia/Lord_Howe',
			daily(2, 15),
			'2026-10-03T12:00:00Z',
			'2026-10-03T15:15Z',
		],
		[
			'every 10 minutes through the repeated hour',
			'America/New_York',
			[{ field: 'minutes', minutesInterval: 10 }],
			'2026-11-01T05:50:59Z',
			'2026-11-01T06:00Z',
		],
		['midnight that is not', 'Africa/Cairo', daily(0), '2027-04-29T12:00:00Z', '2027-04-29T22:00Z'],
	])('%s: %s', (_, zone, interval, now, expected) => {
		expect(next(interval, { now, zone })).toBe(expected);
	});

	it('each workflow by its own zone', () => {
		const now = '2027-03-27T20:00:00Z';
		expect(next(daily(3), { now, zone: 'Europe/Berlin' })).toBe('2027-03-28T01:00Z');
		expect(next(daily(21), { now, zone: 'America/New_York' })).toBe('2027-03-28T01:00Z');
	});
});

describe('what cannot be told', () => {
	const now = '2026-11-22T07:00:00Z';

	it.each<[Row[], string]>([
		[
			[{ triggerAtHour: '={{ $vars.hour }}' }],
			'"Schedule": its Trigger at Hour is an expression, so its time is not known.',
		],
		[
			[at(6), cron('=0 9 * * *')],
			'"Schedule", rule 2: its cron expression is an n8n expression, so its time is not known.',
		],
		[[{ triggerAtHour: null }], '"Schedule": n8n chooses the time, because it is not set.'],
		[
			[cron('0 0 L * *')],
			'"Schedule": n8n does not publish it, because "l" is no month or weekday.',
		],
		[
			[cron('')],
			'"Schedule": n8n does not publish it, because a cron expression has five fields, or six with seconds.',
		],
		[
			[cron('0 0 30 2 *')],
			'"Schedule": n8n does not publish it, because its cron expression never comes.',
		],
		[[{ ...at(25) }], '"Schedule": n8n does not publish it, because "25" is no hour.'],
	])('%j', (interval, sentence) => {
		expect(next(interval, { now })).toEqual({ unknown: sentence });
	});

	it('by versions of the trigger that look at sizes', () => {
		const nodes = [trigger([{ field: 'hours', hoursInterval: 30 }], { typeVersion: 1.3 })];
		expect(nextRun({ nodes, timeZone: 'UTC' }, 0)).toEqual({
			unknown:
				'"Schedule": n8n does not publish it, because the number of hours between triggers has to be from 1 to 23.',
		});
		const older = [{ ...nodes[0], typeVersion: 1.2 }];
		const staticData = kept(5, 'hours:30');
		expect(nextRun({ nodes: older, timeZone: 'UTC', staticData }, 0)).toEqual({
			unknown: 'By its rules, n8n never starts it again.',
		});
	});

	it('names a zone that is none', () => {
		expect(next([{}], { now, zone: 'Mars/Olympus' })).toEqual({
			unknown: 'This n8n knows no time zone "Mars/Olympus".',
		});
	});

	it('chosen times are known from the ids', () => {
		const nodes = [trigger([], { id: 'node', parameters: { rule: {} } })];
		expect(nextRun({ nodes, timeZone: 'UTC', id: 'w' }, Date.parse(now))).toHaveProperty('at');
	});
});
