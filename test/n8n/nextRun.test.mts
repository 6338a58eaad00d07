// The next run that we compute is the moment at which a real n8n then starts the workflow: for two workflows at a time,
// one in a zone whose clocks are being changed, one in another.
import { setTimeout as pause } from 'node:timers/promises';
import { nextRun } from '../../lib/dashboard/schedule/nextRun';
import { saveWorkflow } from '../../sandbox/n8n/workflows.mts';
import { openClockedN8n, type ClockedN8n } from './clockedN8n.mts';
import {
	daily,
	publishBefore,
	scheduled,
	started,
	startedTimes,
	toTheMinute,
	type Rule,
} from './scheduled.mts';

jest.setTimeout(180_000);

const second = 1_000;
const minute = 60 * second;
const day = 1_440 * minute;
let n8n: ClockedN8n;

beforeAll(async () => {
	n8n = await openClockedN8n(Date.parse('2026-10-02T12:00Z'));
});

afterAll(async () => {
	await n8n?.close();
});

type ApiWorkflow = Parameters<typeof nextRun>[0] & { settings: { timezone: string } };

/** What the dashboard shows: from what n8n's public API says of the workflow. */
async function foretold(
	id: string,
	now: number,
	{ lastRun, publishedAt }: { lastRun?: number; publishedAt?: number } = {},
): Promise<string> {
	const workflow = await n8n.api<ApiWorkflow>(`/workflows/${id}`);
	const timeZone = workflow.settings.timezone;
	const next = nextRun({ ...workflow, timeZone, publishedAt }, now, lastRun);
	if (next === undefined || !('at' in next)) throw new Error(JSON.stringify(next));
	return toTheMinute(next.at);
}

interface Change {
	what: string;
	at: string;
	changed: [zone: string, rule: Rule];
	other: [zone: string, rule: Rule];
}

it.each<Change>([
	{
		what: 'clocks go forward in Sydney: 3:00 is the first moment after',
		at: '2026-10-03T16:00Z',
		changed: ['Australia/Sydney', daily(3, 0)],
		other: ['Europe/London', daily(17, 0)],
	},
	{
		what: 'clocks go back in Berlin: n8n starts 3:30 when it is 2:30 for the second time',
		at: '2026-10-25T01:30Z',
		changed: ['Europe/Berlin', daily(3, 30)],
		other: [
			'America/New_York',
			{ field: 'weeks', triggerAtDay: [6], triggerAtHour: 21, triggerAtMinute: 30 },
		],
	},
	{
		what: 'clocks go forward in Berlin: 2:30 does not exist, and n8n starts at 3:00',
		at: '2027-03-28T01:00Z',
		changed: ['Europe/Berlin', daily(2, 30)],
		other: ['Australia/Lord_Howe', { field: 'cronExpression', expression: '8 0 12 * mar sun' }],
	},
])('$what', async ({ at, changed, other }) => {
	const moment = Date.parse(at);
	const early = await n8n.setClock(moment - 2 * day);
	const both = [scheduled(...changed), scheduled(...other)];
	for (const workflow of both) await saveWorkflow(early, workflow);
	const session = await publishBefore(n8n, moment, ...both);
	const before = await Promise.all(both.map(({ id = '' }) => foretold(id, n8n.now())));
	const dayBefore = await Promise.all(
		both.map(({ id = '' }) => foretold(id, moment - (2 * day) / 3)),
	);
	// What was foretold, then what n8n did.
	expect([before, dayBefore]).toEqual([
		[at, at],
		[at, at],
	]);
	for (const { id = '' } of both) expect(await startedTimes(n8n, id, 1)).toEqual([at]);
	for (const { id = '' } of both) await session.post(`/workflows/${id}/deactivate`, {});
});

it('every second day is counted by n8n from what its public API shows', async () => {
	const rule = { ...daily(12, 0), daysInterval: 2 };
	const workflow = scheduled('UTC', rule);
	const { id = '' } = workflow;
	const noon = (date: number) => `2027-04-0${date}T12:00Z`;
	await saveWorkflow(await n8n.setClock(Date.parse('2027-03-30T12:00Z')), workflow);
	let lastRun: number | undefined;
	const publishedBefore = async (date: number) => {
		await publishBefore(n8n, Date.parse(noon(date)), workflow);
		return await foretold(id, n8n.now(), { lastRun, publishedAt: n8n.now() });
	};
	expect(await publishedBefore(1)).toBe(noon(1));
	expect(await startedTimes(n8n, id, 1)).toEqual([noon(1)]);
	lastRun = Date.parse(noon(1));
	// It counts on as long as it is not published or started anew: that it forgets what it never stored.
	const publishedAt = lastRun - 12 * second;
	expect(await foretold(id, n8n.now(), { lastRun, publishedAt })).toBe(noon(3));
	expect(await publishedBefore(2)).toBe(noon(2));
	expect(await startedTimes(n8n, id, 2)).toEqual([noon(1), noon(2)]);
	lastRun = Date.parse(noon(2));
	// From now on it is stored.
	expect(await publishedBefore(3)).toBe(noon(4));
	while (n8n.now() < Date.parse(noon(3)) + 8 * second) await pause(200);
	expect(await started(n8n, id)).toHaveLength(2);
	expect(await publishedBefore(4)).toBe(noon(4));
	expect(await startedTimes(n8n, id, 3)).toEqual([noon(1), noon(2), noon(4)]);
});
