import { readProgress, type Progress } from '../../../lib/amazon/download/progress';
import { settingsMark, type DownloadSettings } from '../../../lib/amazon/download/settings';
import { startFrom } from '../../../lib/amazon/download/start';
import { nextStart, windowEnd } from '../../../lib/amazon/download/window';

const now = Date.UTC(2026, 5, 1, 12);
const hour = 3_600_000;
const settings: DownloadSettings = {
	marketplaceIds: ['A', 'B'],
	fulfilledBy: [],
	fulfillmentStatuses: [],
	personalData: false,
	maxPages: 10,
	overlapMinutes: 5,
	accountKey: 'account',
};
const mark = settingsMark(settings);

const underWay: Progress = {
	state: 'more',
	updatedAfter: '2026-06-01T00:00:00.000Z',
	window: { after: '2026-06-01T00:00:00.000Z', before: '2026-06-01T11:00:00.000Z' },
	token: 'next',
	tokenTime: '2026-06-01T11:05:00.000Z',
	tokenRefusals: 0,
	settings: mark,
	pages: 10,
	orders: 1000,
	waitSeconds: 0,
	nextStep: '',
	message: '',
};
const startOf = (progress: unknown, at = now) => {
	const read = readProgress(progress);
	if (read === null) throw new Error('there is a Progress');
	return startFrom(read, mark, at);
};

describe('reading Progress', () => {
	it.each([[''], ['{}'], [{}], [null], [undefined], [[]], [{ id: 1, createdAt: 'x' }], ['  ']])(
		'finds none in %j',
		(given) => {
			expect(readProgress(given)).toBeNull();
		},
	);

	it('reads it as item, as text, as the only entry of a list, and out of the columns of a row', () => {
		const wanted = readProgress(underWay);
		const { window, ...flat } = underWay;
		const forms = [
			JSON.stringify(underWay),
			[underWay],
			[{ json: underWay, pairedItem: 0 }],
			{ ...flat, id: 7, window: JSON.stringify(window) },
			{ ...flat, id: 7, windowAfter: window.after, windowBefore: window.before },
			{
				...underWay,
				updatedAfter: new Date(underWay.updatedAfter),
				tokenTime: new Date(underWay.tokenTime),
			},
		];
		for (const form of forms) expect(readProgress(form)).toEqual(wanted);
	});

	it.each([
		['no JSON', /no JSON/],
		[[underWay, underWay], /list/],
		[{ ...underWay, updatedAfter: 'yesterday' }, /updatedAfter is not a date/],
		[{ state: 'more', token: 'x' }, /updatedAfter is empty/],
		[{ ...underWay, window: { after: 'soon' } }, /window\.after/],
		['5', /no JSON object/],
	])('refuses what it cannot read rather than start somewhere else', (given, message) => {
		expect(() => readProgress(given)).toThrow(message);
	});

	it.each([
		[{ updatedAfter: '2026-13-45T00:00:00Z' }, 'updatedAfter'],
		[{ updatedAfter: '2026-06-31' }, 'updatedAfter'],
		[{ updatedAfter: '2026-06-01T25:00:00Z' }, 'updatedAfter'],
		[
			{ ...underWay, window: { ...underWay.window, before: '2026-13-02T00:00:00Z' } },
			'window.before',
		],
		[{ ...underWay, window: { ...underWay.window, after: '2026-02-30' } }, 'window.after'],
		[{ ...underWay, tokenTime: '2026-06-01T11:61:00Z' }, 'tokenTime'],
	])('refuses days and hours that there are not, and says what to write: %j', (given, field) => {
		expect(() => readProgress(given)).toThrow(
			new RegExp(`^The field ${field} is not a date and time.*Write it like 2026-06-01T00:00:00Z`),
		);
	});

	it('counts refusals of the token where the row keeps them, and otherwise takes the next for the second', () => {
		expect(readProgress({ ...underWay, tokenRefusals: '1' })?.tokenRefusals).toBe(1);
		expect(readProgress(underWay)?.tokenRefusals).toBe(0);
		for (const tokenRefusals of [undefined, null, '', 'x']) {
			expect(readProgress({ ...underWay, tokenRefusals })?.tokenRefusals).toBe(1);
		}
	});

	it('needs only updatedAfter, so that a person can write it', () => {
		expect(startOf({ updatedAfter: '2026-05-01' })).toMatchObject({
			after: Date.UTC(2026, 4, 1),
			before: windowEnd(now),
			token: '',
		});
	});
});

describe('where a download starts', () => {
	it('goes on in the frozen window with its token', () => {
		expect(startOf(underWay)).toEqual({
			after: Date.UTC(2026, 5, 1),
			before: Date.UTC(2026, 5, 1, 11),
			token: 'next',
			tokenTime: Date.UTC(2026, 5, 1, 11, 5),
			tokenRefusals: 0,
			message: '',
		});
	});

	it('opens a new window that ends three minutes ago when the last one was complete', () => {
		expect(startOf({ ...underWay, state: 'complete', token: '' })).toMatchObject({
			before: now - 180_000,
			token: '',
			message: '',
		});
	});

	it.each([
		['a token older than a day', underWay, now + 23 * hour, /24 hours/],
		[
			'a row that a person back-dated',
			{ ...underWay, updatedAfter: '2026-05-01T00:00:00Z' },
			now,
			/was changed/,
		],
		[
			'other settings',
			{ ...underWay, settings: 'other' },
			now,
			/settings or the credential changed/,
		],
		['no token', { ...underWay, token: '' }, now, /starts again/],
		[
			'a window that ends before it begins',
			{ ...underWay, window: { ...underWay.window, before: '2026-05-31T00:00:00Z' } },
			now,
			/ends before it begins/,
		],
		['no window', { ...underWay, window: {} }, now, /starts again/],
	])('starts the window again, and says why, with %s', (_name, progress, at, message) => {
		const start = startOf(progress, at);
		expect(start.token).toBe('');
		expect(start.message).toMatch(message);
		expect(start.before).toBe(windowEnd(at));
		expect(start.after).toBe(Date.parse(String(progress.updatedAfter)));
	});

	it('says that changed settings do not reach back when the last window was complete', () => {
		const start = startOf({ ...underWay, state: 'complete', settings: 'other' });
		expect(start.message).toContain('set updatedAfter back');
	});

	it('has a mark that changes with what is downloaded and by whom, and with nothing else', () => {
		const marks = [
			settings,
			{ ...settings, marketplaceIds: ['A'] },
			{ ...settings, fulfilledBy: ['AMAZON'] },
			{ ...settings, fulfillmentStatuses: ['SHIPPED'] },
			{ ...settings, personalData: true },
			{ ...settings, accountKey: 'other' },
		].map(settingsMark);
		expect(new Set(marks).size).toBe(marks.length);
		expect(
			settingsMark({ ...settings, marketplaceIds: ['B', 'A'], maxPages: 1, overlapMinutes: 60 }),
		).toBe(mark);
	});
});

describe('where the next window starts', () => {
	it('is the end that Amazon understood, less the overlap; the earlier one where they differ', () => {
		expect(nextStart(now, null, 5)).toBe(now - 300_000);
		expect(nextStart(now, now - 1000, 5)).toBe(now - 301_000);
		expect(nextStart(now, now + hour, 0)).toBe(now);
	});
});
