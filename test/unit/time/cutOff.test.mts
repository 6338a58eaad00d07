// Cut-offs are wall times: on days when clocks change they are still what the clock on the wall shows.
import { DateTime } from 'luxon';
import { batchDay, cutOffCalendar, dayInCalendar } from '../../../lib/time/batchDay';
import { cutOffInstant } from '../../../lib/time/cutOff';
import { dayAt, daysBetween, nextDay, previousDay, startOfDay } from '../../../lib/time/day';
import { lookBackStart, runDays } from '../../../lib/time/window';

const at = (hour: number, minute = 0) => ({ kind: 'time', hour, minute }) as const;
const endOfDay = { kind: 'endOfDay' } as const;
const iso = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');

describe('the instant of a cut-off', () => {
	it.each([
		['Sydney, standard time', 'Australia/Sydney', '2026-06-01', at(11), '2026-06-01T01:00:00Z'],
		['Sydney, summer time', 'Australia/Sydney', '2026-01-15', at(11), '2026-01-15T00:00:00Z'],
		['Sydney, clocks go forward', 'Australia/Sydney', '2026-10-04', at(11), '2026-10-04T00:00:00Z'],
		['Sydney, clocks go back', 'Australia/Sydney', '2026-04-05', at(11), '2026-04-05T01:00:00Z'],
		['Sydney, skipped 02:30', 'Australia/Sydney', '2026-10-04', at(2, 30), '2026-10-03T16:30:00Z'],
		['Sydney, 02:30 twice', 'Australia/Sydney', '2026-04-05', at(2, 30), '2026-04-04T15:30:00Z'],
		[
			'New York, skipped 02:30',
			'America/New_York',
			'2026-03-08',
			at(2, 30),
			'2026-03-08T07:30:00Z',
		],
		['New York, 01:30 twice', 'America/New_York', '2026-11-01', at(1, 30), '2026-11-01T05:30:00Z'],
		[
			'Lord Howe, skipped 02:15',
			'Australia/Lord_Howe',
			'2026-10-04',
			at(2, 15),
			'2026-10-03T15:45:00Z',
		],
		[
			'Lord Howe, 01:45 twice',
			'Australia/Lord_Howe',
			'2026-04-05',
			at(1, 45),
			'2026-04-04T14:45:00Z',
		],
		[
			'Lord Howe, after the change',
			'Australia/Lord_Howe',
			'2026-04-05',
			at(2),
			'2026-04-04T15:30:00Z',
		],
		['Santiago, skipped midnight', 'America/Santiago', '2026-09-06', at(0), '2026-09-06T04:00:00Z'],
		[
			'Santiago, skipped 00:30',
			'America/Santiago',
			'2026-09-06',
			at(0, 30),
			'2026-09-06T04:30:00Z',
		],
		['Santiago, 23:30 twice', 'America/Santiago', '2026-04-04', at(23, 30), '2026-04-05T02:30:00Z'],
		['Havana, midnight twice', 'America/Havana', '2026-11-01', at(0), '2026-11-01T04:00:00Z'],
		['end of day', 'Australia/Sydney', '2026-06-01', endOfDay, '2026-06-01T14:00:00Z'],
		[
			'end of a day of 23 hours',
			'Australia/Sydney',
			'2026-10-04',
			endOfDay,
			'2026-10-04T13:00:00Z',
		],
		[
			'end of a day of 25 hours',
			'Australia/Sydney',
			'2026-04-05',
			endOfDay,
			'2026-04-05T14:00:00Z',
		],
		[
			'end of day before skipped midnight',
			'America/Santiago',
			'2026-09-05',
			endOfDay,
			'2026-09-06T04:00:00Z',
		],
	])('%s', (_name, zone, day, cutOff, expected) => {
		expect(iso(cutOffInstant(cutOff, day, zone))).toBe(expected);
	});

	it('agrees with luxon wherever luxon is sure', () => {
		for (const zone of [
			'Australia/Sydney',
			'America/New_York',
			'Australia/Lord_Howe',
			'Asia/Kolkata',
		]) {
			for (let day = '2026-01-01'; day < '2027-01-01'; day = nextDay(day, zone)) {
				for (const [hour, minute] of [
					[0, 0],
					[4, 0],
					[11, 0],
					[23, 59],
				]) {
					const theirs = DateTime.fromISO(day, { zone }).set({ hour, minute }).toMillis();
					expect([day, cutOffInstant(at(hour, minute), day, zone)]).toEqual([day, theirs]);
				}
			}
		}
	});

	it('refuses what is no day and what is no zone', () => {
		expect(() => cutOffInstant(at(11), '2026-02-30', 'UTC')).toThrow('"2026-02-30"');
		expect(() => cutOffInstant(at(11), '1 June', 'UTC')).toThrow('"1 June"');
		expect(() => cutOffInstant(at(11), '2026-06-01', 'Sydney')).toThrow('"Sydney"');
	});
});

describe('the days of a run', () => {
	it('ends yesterday and begins the look-back before', () => {
		const run = Date.parse('2026-06-01T23:30:00Z');
		expect(runDays(run, 'Australia/Sydney', 30)).toEqual({
			today: '2026-06-02',
			firstDay: '2026-05-03',
			lastDay: '2026-06-01',
		});
		expect(runDays(run, 'America/New_York', 30).today).toBe('2026-06-01');
		expect(iso(lookBackStart(run, 'Australia/Sydney', 30))).toBe('2026-05-02T14:00:00Z');
	});

	it('counts days, not hours, across a change of clocks', () => {
		const run = Date.parse('2026-10-10T01:00:00Z');
		expect(iso(lookBackStart(run, 'Australia/Sydney', 30))).toBe('2026-09-09T14:00:00Z');
	});

	it('passes over the day that Samoa never had', () => {
		const run = Date.parse('2011-12-31T10:00:00Z');
		expect(runDays(run, 'Pacific/Apia', 1)).toMatchObject({
			today: '2012-01-01',
			lastDay: '2011-12-31',
		});
		expect(previousDay('2011-12-31', 'Pacific/Apia')).toBe('2011-12-29');
		expect(nextDay('2011-12-29', 'Pacific/Apia')).toBe('2011-12-31');
	});

	it('starts a day when its clocks first show it', () => {
		expect(iso(startOfDay('2026-09-06', 'America/Santiago'))).toBe('2026-09-06T04:00:00Z');
		expect(dayAt(startOfDay('2026-09-06', 'America/Santiago'), 'America/Santiago')).toBe(
			'2026-09-06',
		);
		expect(dayAt(startOfDay('2026-09-06', 'America/Santiago') - 1, 'America/Santiago')).toBe(
			'2026-09-05',
		);
	});
});

describe('the batch day', () => {
	const sydney = 'Australia/Sydney';
	it.each([
		['one second before the cut-off', '2026-06-01T00:59:59Z', '2026-06-01'],
		['exactly at the cut-off', '2026-06-01T01:00:00Z', '2026-06-02'],
		['in the evening', '2026-06-01T13:59:59Z', '2026-06-02'],
		['just after midnight', '2026-05-31T14:00:00Z', '2026-06-01'],
	])('%s', (_name, paidAt, day) => {
		expect(batchDay(Date.parse(paidAt), at(11), sydney)).toBe(day);
	});

	it("is the payment's own day when the cut-off is the end of day", () => {
		expect(batchDay(Date.parse('2026-06-01T13:59:59Z'), endOfDay, sydney)).toBe('2026-06-01');
		expect(batchDay(Date.parse('2026-06-01T14:00:00Z'), endOfDay, sydney)).toBe('2026-06-02');
	});

	it('is the same from a calendar as from the rule, around every change of clocks', () => {
		for (const zone of [sydney, 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago']) {
			const days = daysBetween('2026-08-30', '2026-11-10', zone);
			for (const cutOff of [at(0), at(2, 30), endOfDay]) {
				const calendar = cutOffCalendar(cutOff, zone, days);
				const until = calendar.instants.at(-1) ?? 0;
				for (const [index, instant] of calendar.instants.slice(0, -1).entries()) {
					for (const paidAt of [instant - 1, instant, instant + 3_600_000]) {
						const ruled = batchDay(paidAt, cutOff, zone);
						expect([iso(paidAt), dayInCalendar(calendar, paidAt)]).toEqual([iso(paidAt), ruled]);
						expect(ruled).toBe(calendar.days[paidAt < instant ? index : index + 1]);
					}
				}
				expect(dayInCalendar(calendar, until - 1)).toBe('2026-11-10');
				expect(dayInCalendar(calendar, until)).toBeNull();
			}
		}
	});
});
