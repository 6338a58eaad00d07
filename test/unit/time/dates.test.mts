// Dates as Cin7 writes them, and the dates we write.
import { dayAt, nextDay } from '../../../lib/time/day';
import { instantOf } from '../../../lib/time/instant';
import { localText } from '../../../lib/time/localText';
import { markDate } from '../../../lib/time/markDate';
import { isZone } from '../../../lib/time/zone';

describe("Cin7's date texts", () => {
	it.each([
		['2026-06-01T01:00:00Z', '2026-06-01T01:00:00.000Z'],
		['2026-06-01T01:00:00', '2026-06-01T01:00:00.000Z'],
		['2024-11-17T02:41:56.17+13:00', '2024-11-16T13:41:56.170Z'],
		['2026-06-01T00:59:59.9999999Z', '2026-06-01T00:59:59.999Z'],
		['2026-06-01T01:00:00-05:30', '2026-06-01T06:30:00.000Z'],
		['2026-06-01T01:00:00+0200', '2026-05-31T23:00:00.000Z'],
		['2026-06-01T01:00Z', '2026-06-01T01:00:00.000Z'],
		['2026-06-01 01:00:00', '2026-06-01T01:00:00.000Z'],
		['2026-06-01', '2026-06-01T00:00:00.000Z'],
	])('%s', (text, expected) => {
		expect(new Date(instantOf(text) ?? NaN).toISOString()).toBe(expected);
	});

	it.each([
		'',
		'tomorrow',
		'2026-02-30T00:00:00Z',
		'2026-13-01',
		'2026-06-01T25:00:00Z',
		'0001-01-01T00:00:00',
		'01/06/2026',
	])('"%s" is none', (text) => expect(instantOf(text)).toBeNull());
});

describe('the mark date', () => {
	it('is the middle of the hours that the day shares with UTC', () => {
		expect(markDate('2026-06-01', 'Australia/Sydney')).toBe('2026-06-01T07:00:00Z');
		expect(markDate('2026-06-01', 'America/New_York')).toBe('2026-06-01T14:00:00Z');
		expect(markDate('2026-06-01', 'UTC')).toBe('2026-06-01T12:00:00Z');
	});

	it('is on the day both in the zone and in UTC, all year and around the world', () => {
		for (const zone of [
			'Pacific/Kiritimati',
			'Etc/GMT+12',
			'Australia/Lord_Howe',
			'America/Santiago',
			'Pacific/Chatham',
		]) {
			for (let day = '2026-01-01'; day < '2027-01-01'; day = nextDay(day, zone)) {
				const mark = markDate(day, zone);
				expect([mark.slice(0, 10), dayAt(Date.parse(mark), zone)]).toEqual([day, day]);
			}
		}
	});
});

describe('zones', () => {
	it('are those of the IANA', () => {
		expect(['Australia/Sydney', 'UTC'].map(isZone)).toEqual([true, true]);
		expect(['Sydney', 'Australia/Sidney', ''].map(isZone)).toEqual([false, false, false]);
	});

	it('write instants as their people read them', () => {
		const clock = (text: string) => localText(Date.parse(text), 'Australia/Lord_Howe');
		expect(clock('2026-04-04T14:59:59Z')).toBe('2026-04-05 01:59');
		expect(clock('2026-04-04T15:00:00Z')).toBe('2026-04-05 01:30');
	});
});
