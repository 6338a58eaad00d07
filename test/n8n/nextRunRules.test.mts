// What a rule means is what n8n's own Schedule Trigger makes of it: run here without a server, its cron expressions, its
// counting of days and weeks, and what it refuses are compared with ours.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import {
	cadenceOf,
	isDue,
	periodAt,
	type Cadence,
	type Period,
} from '../../lib/dashboard/schedule/cadence';
import { chosenByN8n } from '../../lib/dashboard/schedule/chosen';
import { cronOf, refusedSize } from '../../lib/dashboard/schedule/ruleCron';
import { rulesOf } from '../../lib/dashboard/schedule/rules';
import { installedN8n } from '../../sandbox/n8n/server.mts';

jest.setTimeout(300_000);

type Row = Record<string, unknown>;
type Recurrence =
	| { activated: false }
	| { activated: true; index: number; intervalSize: number; typeInterval: Period };

interface ScheduleTrigger {
	description: { properties: unknown[] };
	trigger(this: unknown): Promise<unknown>;
}

const ids = { id: 'Wq2hG6Zp9bC1xY7k', nodeId: '2d3b5a54-0e28-4f27-9a24-0b5d2f1f7a11' };
let node: ScheduleTrigger;
let withDefaults: (parameters: Row, typeVersion: number) => Row;
/** n8n's own copy of the library that tells it the time. */
let moment: { now(): number };
let recurrenceCheck: (recurrence: Recurrence, rules: number[], zone: string) => boolean;

beforeAll(async () => {
	const load = createRequire(join(await installedN8n(), 'node_modules', 'n8n', 'package.json'));
	const folder = 'n8n-nodes-base/dist/nodes/Schedule';
	node = new (load(`${folder}/ScheduleTrigger.node.js`).ScheduleTrigger)();
	({ recurrenceCheck } = load(`${folder}/GenericFunctions.js`));
	moment = createRequire(load.resolve(`${folder}/GenericFunctions.js`))('moment-timezone');
	const { NodeHelpers } = load('n8n-workflow');
	withDefaults = (parameters, typeVersion) =>
		NodeHelpers.getNodeParameters(
			node.description.properties,
			parameters,
			true,
			false,
			{ typeVersion },
			node.description,
		);
});

interface Registered {
	expression: string;
	recurrence: Recurrence;
}

/** What n8n registers for a published trigger, or "refused". */
async function registered(parameters: Row, typeVersion: number): Promise<Registered[] | 'refused'> {
	const crons: Registered[] = [];
	const complete = withDefaults(parameters, typeVersion);
	const context = {
		getNode: () => ({ id: ids.nodeId, name: 'Schedule', typeVersion }),
		getNodeParameter: (name: string, otherwise: unknown) => complete[name] ?? otherwise,
		getTimezone: () => 'UTC',
		getWorkflowStaticData: () => ({}),
		getWorkflow: () => ({ id: ids.id }),
		getMode: () => 'trigger',
		helpers: {
			registerCron: ({ expression, recurrence }: Registered) =>
				crons.push({ expression, recurrence }),
		},
	};
	try {
		await node.trigger.call(context);
		return crons;
	} catch {
		return 'refused';
	}
}

/** The same, by our reading. */
function ours(parameters: Row, typeVersion: number) {
	const rules = rulesOf(parameters).map((rule, index) => {
		if (rule.field === 'unreadable') throw new Error(rule.because);
		const cadence = cadenceOf(rule);
		const recurrence: Recurrence = cadence
			? { activated: true, index, intervalSize: cadence.size, typeInterval: cadence.period }
			: { activated: false };
		const chosen = (what: Parameters<typeof chosenByN8n>[1]) =>
			chosenByN8n(`${ids.id}:${ids.nodeId}`, what);
		return {
			expression: cronOf(rule, chosen),
			recurrence,
			refused: refusedSize(rule, typeVersion),
		};
	});
	if (rules.some(({ refused }) => refused !== undefined)) return 'refused';
	return rules.map(({ expression, recurrence }) => ({ expression, recurrence }));
}

const size = fc.integer({ min: -2, max: 70 });
const maybe = (values: fc.Arbitrary<unknown>) => fc.option(values, { nil: undefined });
const interval = fc
	.record({
		field: maybe(
			fc.constantFrom(
				'seconds',
				'minutes',
				'hours',
				'days',
				'weeks',
				'months',
				'cronExpression',
				'years',
			),
		),
		secondsInterval: maybe(size),
		minutesInterval: maybe(size),
		hoursInterval: maybe(size),
		daysInterval: maybe(size),
		weeksInterval: maybe(size),
		monthsInterval: maybe(size),
		triggerAtDay: maybe(fc.subarray([0, 1, 2, 3, 4, 5, 6])),
		triggerAtDayOfMonth: maybe(fc.option(fc.integer({ min: 1, max: 31 }))),
		triggerAtHour: maybe(fc.option(fc.integer({ min: 0, max: 23 }))),
		triggerAtMinute: maybe(fc.option(fc.integer({ min: 0, max: 59 }))),
		expression: maybe(fc.constantFrom('0 9 * * 1-5', '@daily', '30 0 9 1 jan *')),
	})
	.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)));

describe('a rule', () => {
	it.each<Row>([
		{},
		{ rule: {} },
		{ rule: { interval: [] } },
		{ rule: { interval: [{}] } },
		{ rule: { interval: [{ triggerAtHour: 6 }, { field: 'weeks' }] } },
		{ rule: { interval: [{ field: 'days', triggerAtHour: '7', triggerAtMinute: null }] } },
	])('%j', async (parameters) => {
		expect(ours(parameters, 1.2)).toEqual(await registered(parameters, 1.2));
	});

	it('of any kind and size, in every version of the trigger', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(interval, { maxLength: 3 }),
				fc.constantFrom(1, 1.1, 1.2, 1.3, 1.4),
				async (rules, version) => {
					const parameters = { rule: { interval: rules } };
					expect(ours(parameters, version)).toEqual(await registered(parameters, version));
				},
			),
			{ numRuns: 1_000 },
		);
	});
});

describe('what n8n counts', () => {
	const cadence = fc.record({
		period: fc.constantFrom<Period>('minutes', 'hours', 'days', 'weeks', 'months'),
		size: fc.integer({ min: 0, max: 70 }),
	});
	const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2036, 0, 1) });
	const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia');

	/** n8n's answer at an instant, and what it then keeps. */
	function theirs({ period, size }: Cadence, last: number | undefined, at: number, where: string) {
		moment.now = () => at;
		const kept = last === undefined ? [] : [last];
		const due = recurrenceCheck(
			{ activated: true, index: 0, intervalSize: size, typeInterval: period },
			kept,
			where,
		);
		return { due, keeps: kept[0] };
	}

	it('minutes, hours, days, weeks and months', () => {
		let waited = 0;
		fc.assert(
			fc.property(
				cadence,
				instant,
				fc.integer({ min: 0, max: 500 }),
				zone,
				(every, at, gap, where) => {
					// Some time later, in steps of the period.
					const length = { minutes: 1, hours: 60, days: 1_440, weeks: 10_080, months: 43_200 };
					const later = at + (gap % 90) * length[every.period] * 60_000;
					const first = theirs(every, undefined, at, where);
					expect(isDue(every, undefined, at, where)).toBe(first.due);
					if (!first.due) return;
					expect(periodAt(every.period, at, where)).toBe(first.keeps);
					const second = theirs(every, first.keeps, later, where);
					if (!second.due) waited += 1;
					expect(isDue(every, first.keeps, later, where)).toBe(second.due);
				},
			),
			{ numRuns: 10_000 },
		);
		expect(waited).toBeGreaterThan(1_000);
	});

	it('weeks around New Year', () => {
		for (let at = Date.UTC(2024, 11, 20, 12); at < Date.UTC(2035, 0, 20); at += 86_400_000) {
			const { keeps } = theirs({ period: 'weeks', size: 2 }, undefined, at, 'UTC');
			expect(periodAt('weeks', at, 'UTC')).toBe(keeps);
		}
	});
});
