// The next run that we compute is the moment at which a real n8n then starts the workflow: for two workflows at a time,
// one in a zone whose clocks are being changed, one in another.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { chosenByN8n } from '../../lib/dashboard/schedule/chosen';
import { nextRun } from '../../lib/dashboard/schedule/nextRun';
import type { Session } from '../../sandbox/n8n/api.mts';
import {
	publishWorkflow,
	readWorkflow,
	saveWorkflow,
	type SavedWorkflow,
	type Workflow,
} from '../../sandbox/n8n/workflows.mts';
import { openClockedN8n, type ClockedN8n } from './clockedN8n.mts';

jest.setTimeout(180_000);

type Rule = Record<string, unknown>;

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

let workflows = 0;

/** A workflow of a Schedule Trigger alone. Its ids are such that n8n adds a few seconds to its times, not 50. */
function scheduled(timezone: string, rule: Rule): Workflow {
	workflows += 1;
	const id = `Scheduled${String(workflows).padStart(7, '0')}`;
	let nodeId = randomUUID();
	while (chosenByN8n(`${id}:${nodeId}`, 'second') > 6) nodeId = randomUUID();
	const node = {
		id: nodeId,
		name: 'Each time',
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		position: [0, 0],
		parameters: { rule: { interval: [rule] } },
	};
	return {
		id,
		name: `${timezone} ${id}`,
		nodes: [node],
		connections: {},
		settings: { executionOrder: 'v1', timezone },
	};
}

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

const toTheMinute = (instant: number) => `${new Date(instant).toISOString().slice(0, 16)}Z`;

/** When n8n started a workflow by its schedule, by its own clock. */
async function started(id: string): Promise<string[]> {
	const { data } = await n8n.api<{ data: Array<{ startedAt: string; mode: string }> }>(
		`/executions?workflowId=${id}`,
	);
	expect(data.every(({ mode }) => mode === 'trigger')).toBe(true);
	return data.map(({ startedAt }) => toTheMinute(Date.parse(startedAt))).sort();
}

async function startedTimes(id: string, times: number): Promise<string[]> {
	for (const from = Date.now(); Date.now() - from < 60_000; await pause(200)) {
		const found = await started(id);
		if (found.length >= times) return found;
	}
	return await started(id);
}

async function publish(session: Session, { id }: { id?: string }): Promise<SavedWorkflow> {
	const saved = await readWorkflow(session, id ?? '');
	if (!saved) throw new Error(`n8n does not have ${id}`);
	if (saved.activeVersionId) await session.post(`/workflows/${saved.id}/deactivate`, {});
	await publishWorkflow(session, saved);
	return saved;
}

/** Publishes with n8n's clock a few seconds before a moment. */
async function publishBefore(moment: number, ...some: Workflow[]): Promise<Session> {
	for (;;) {
		const session = await n8n.setClock(moment - 12 * second);
		for (const workflow of some) await publish(session, workflow);
		// On a busy computer it may have taken longer.
		if (n8n.now() < moment - second) return session;
	}
}

const daily = (hour: number, minutes: number): Rule => ({
	field: 'days',
	triggerAtHour: hour,
	triggerAtMinute: minutes,
});

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
	const session = await publishBefore(moment, ...both);
	const before = await Promise.all(both.map(({ id = '' }) => foretold(id, n8n.now())));
	const dayBefore = await Promise.all(
		both.map(({ id = '' }) => foretold(id, moment - (2 * day) / 3)),
	);
	// What was foretold, then what n8n did.
	expect([before, dayBefore]).toEqual([
		[at, at],
		[at, at],
	]);
	for (const { id = '' } of both) expect(await startedTimes(id, 1)).toEqual([at]);
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
		await publishBefore(Date.parse(noon(date)), workflow);
		return await foretold(id, n8n.now(), { lastRun, publishedAt: n8n.now() });
	};
	expect(await publishedBefore(1)).toBe(noon(1));
	expect(await startedTimes(id, 1)).toEqual([noon(1)]);
	lastRun = Date.parse(noon(1));
	// It counts on as long as it is not published or started anew: that it forgets what it never stored.
	const publishedAt = lastRun - 12 * second;
	expect(await foretold(id, n8n.now(), { lastRun, publishedAt })).toBe(noon(3));
	expect(await publishedBefore(2)).toBe(noon(2));
	expect(await startedTimes(id, 2)).toEqual([noon(1), noon(2)]);
	lastRun = Date.parse(noon(2));
	// From now on it is stored.
	expect(await publishedBefore(3)).toBe(noon(4));
	while (n8n.now() < Date.parse(noon(3)) + 8 * second) await pause(200);
	expect(await started(id)).toHaveLength(2);
	expect(await publishedBefore(4)).toBe(noon(4));
	expect(await startedTimes(id, 3)).toEqual([noon(1), noon(2), noon(4)]);
});
