// Cron expressions mean what n8n's own cron library makes of them, wherever and whenever clocks are changed.
import fc from 'fast-check';
import { cronFields } from '../../../../lib/dashboard/schedule/cronFields';
import { momentAfter, momentsAfter } from '../../../../lib/dashboard/schedule/cronMoments';
import { offsetAt } from '../../../../lib/time/zone';
import { libraryAfter, parsed } from './cronLibrary.mts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const zones = [
	'UTC',
	'Europe/Berlin',
	'Europe/London',
	'Europe/Dublin',
	'America/New_York',
	'America/Santiago',
	'America/St_Johns',
	'America/Havana',
	'Australia/Sydney',
	'Australia/Lord_Howe',
	'Pacific/Auckland',
	'Pacific/Chatham',
	'Pacific/Apia',
	'Africa/Casablanca',
	'Africa/Cairo',
	'Asia/Beirut',
	'Asia/Kolkata',
	'Asia/Kathmandu',
	'Antarctica/Troll',
	'Pacific/Kiritimati',
];

/** When the clocks of each zone are changed, 2012 to 2032. */
const changes = new Map(zones.map((zone) => [zone, changesOf(zone)]));

function changesOf(zone: string): number[] {
	const found: number[] = [];
	for (let at = Date.UTC(2012, 0, 1); at < Date.UTC(2032, 0, 1); at += 4 * day) {
		let [before, after] = [at, at + 4 * day];
		if (offsetAt(before, zone) === offsetAt(after, zone)) continue;
		while (after - before > minute) {
			const middle = before + Math.round((after - before) / 2 / minute) * minute;
			if (offsetAt(middle, zone) === offsetAt(at, zone)) before = middle;
			else after = middle;
		}
		found.push(after);
	}
	return found;
}

const somewhen = fc
	.record({
		zone: fc.constantFrom(...zones),
		near: fc.boolean(),
		which: fc.nat(),
		within: fc.integer({ min: -30 * hour, max: 5 * hour }),
		any: fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2040, 0, 1) }),
	})
	.map(({ zone, near, which, within, any }) => {
		const known = changes.get(zone) ?? [];
		return { zone, at: near && known.length > 0 ? known[which % known.length] + within : any };
	});

function field(low: number, high: number, names: string[] = []): fc.Arbitrary<string> {
	const value = fc.integer({ min: low, max: high });
	const step = fc.integer({ min: 1, max: high + 2 });
	const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
	const part = fc.oneof(
		value.map(String),
		range,
		fc.tuple(range, step).map(([text, by]) => `${text}/${by}`),
		fc.tuple(value, step).map(([from, by]) => `${from}/${by}`),
		step.map((by) => `*/${by}`),
		...(names.length > 0 ? [fc.constantFrom(...names)] : []),
	);
	return fc.oneof(
		{ weight: 3, arbitrary: fc.constant('*') },
		{ weight: 4, arbitrary: value.map(String) },
		{ weight: 3, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }).map(String) },
	);
}

/** A few times an hour, so that the library need not be asked too often. */
const sparse = fc.oneof(
	fc.integer({ min: 0, max: 59 }).map(String),
	fc.constantFrom('*/20', '*/30', '0,30', '15,45'),
);

/** Times in the small hours, when clocks are changed, as often as at all others. */
const hourField = fc.oneof(field(0, 3), field(0, 23));
const expression = fc
	.tuple(
		fc.option(field(0, 59), { nil: undefined }),
		field(0, 59),
		hourField,
		fc.oneof(fc.constant('*'), field(1, 31)),
		fc.oneof(fc.constant('*'), field(1, 12, ['jan', 'Feb', 'OCT'])),
		fc.oneof(fc.constant('*'), field(0, 7, ['sun', 'Mon', 'SAT'])),
	)
	.map((texts) => texts.filter((text) => text !== undefined).join(' '));

describe("n8n's cron library and ours", () => {
	it('come to the same moment, near changes of clocks and far from them', () => {
		let skewed = 0;
		fc.assert(
			fc.property(somewhen, expression, ({ zone, at }, cron) => {
				const theirs = libraryAfter(at, cron, zone);
				if (theirs !== undefined && offsetAt(theirs, zone) !== offsetAt(at, zone)) skewed += 1;
				expect(momentAfter(at, cronFields(cron), zone)).toBe(theirs);
			}),
			{ numRuns: 1_500 },
		);
		// The property is about changes of clocks: it would say little if it seldom met one.
		expect(skewed).toBeGreaterThan(150);
	});

	it('come to the same moments one after the other, from before a change until after it', () => {
		fc.assert(
			fc.property(
				somewhen,
				fc.tuple(sparse, hourField).map(([m, h]) => `30 ${m} ${h} * * *`),
				fc.integer({ min: 0, max: 3 * hour }),
				({ zone, at }, cron, later) => {
					// n8n was started before the clocks changed, and has been waiting for one moment after the other.
					const now = at + later;
					let waitingFor = libraryAfter(now - 3 * hour, cron, zone) ?? 0;
					while (waitingFor <= now) waitingFor = libraryAfter(waitingFor, cron, zone) ?? 0;
					expect(momentsAfter(now, cronFields(cron), zone).next().value).toBe(waitingFor);
				},
			),
			{ numRuns: 300 },
		);
	});

	it('give up alike when no moment comes in eight years', () => {
		for (const cron of ['0 0 30 2 *', '0 0 31 4,6,9,11 *']) {
			expect(libraryAfter(Date.UTC(2026, 10, 22), cron, 'UTC')).toBeUndefined();
			expect(momentAfter(Date.UTC(2026, 10, 22), cronFields(cron), 'UTC')).toBeUndefined();
		}
	});
});

describe('reading cron expressions', () => {
	const names = ['second', 'minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'] as const;
	const theirs = (cron: string) => {
		try {
			const read = parsed(cron);
			return names.map((name) => Object.keys(read[name]).map(Number));
		} catch {
			return 'refused';
		}
	};
	const ours = (cron: string) => {
		try {
			const read = cronFields(cron);
			return names.map((name) => read[name]);
		} catch (thrown) {
			expect(thrown).toBeInstanceOf(RangeError);
			return 'refused';
		}
	};

	it.each([
		'@daily',
		'@weekends',
		' @daily',
		'@reboot',
		'0 9 * * mon-fri',
		'0 9 * * monday',
		'0 9 * jan-mar/2 7',
		'0 9 * * 5-7',
		'0 9 * * 7/2',
		'*/15 * * * *',
		'0 0 L * *',
		'0 0 1W * *',
		'0 0 ? * MON#2',
		'0 0 * * 1L',
		'5-1 * * * *',
		'60 * * * *',
		'70/2 * * * *',
		'*/0 * * * *',
		'1* * * * *',
		'** * * * *',
		'*5 * * * *',
		'-1 * * * *',
		'1.5 * * * *',
		'1,,2 * * * *',
		'*-5 * * * *',
		'* * * *',
		'* * * * * * *',
		'',
		'0\t9  * * 1 ',
	])('"%s"', (cron) => expect(ours(cron)).toEqual(theirs(cron)));

	it('of any look', () => {
		const signs = fc.constantFrom(...'0123456789*/-,?LW# '.split(''), 'mon', 'feb', '*/5', '1-5');
		const texts = fc.array(fc.array(signs, { minLength: 1, maxLength: 4 }), { maxLength: 7 });
		const mixed = texts.map((fields) => fields.map((parts) => parts.join('')).join(' '));
		fc.assert(
			fc.property(fc.oneof(mixed, expression), (cron) => {
				expect(ours(cron)).toEqual(theirs(cron));
			}),
			{ numRuns: 2_000 },
		);
	});
});
