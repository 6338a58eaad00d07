// The next run as the dashboard shows it: worked out of all that n8n's lists say, with a sentence where they leave something
// open.
import { botData } from '../../../lib/dashboard/botData';
import { dashboardPage } from '../../../lib/dashboard/page/dashboard';
import { placesOf } from '../../../lib/dashboard/page/links';
import { chosenByN8n } from '../../../lib/dashboard/schedule/chosen';
import { seenBots, type Lists } from '../../../lib/dashboard/seenBot';
import { text } from './drawn.mts';
import { asked, batch, execution, node, schedule, unpublished, workflow } from './workflows.mts';

type Json = Record<string, any>;

const places = placesOf('https://n8n.example.com/', 'https://n8n.example.com/webhook/bots');

function shown(bot: Json, at: string, lists: Partial<Lists> = {}) {
	const now = Date.parse(at);
	const all = { workflows: [bot], executions: [], running: [], history: [], ...lists };
	const seen = seenBots(all, now, 'UTC', 'own');
	const { nextRun, nextRunNote } = botData(seen.bots[0], places);
	return { nextRun, nextRunNote, page: text(dashboardPage(seen, places, now, {})) };
}

const every3Days = {
	...schedule,
	parameters: { rule: { interval: [{ field: 'days', daysInterval: 3, triggerAtHour: 6 }] } },
};
const utc = { settings: { timezone: 'UTC' } };
const version = (more: Json, nodes = [asked, every3Days, batch()]) => ({
	...utc,
	activeVersion: { ...workflow('1', nodes).activeVersion, ...more },
});
const bot = (more: Json = {}) => workflow('1', [asked, every3Days, batch()], { ...utc, ...more });
const ranAt = (startedAt: string, more: Json = {}) =>
	execution('9', '1', { startedAt, stoppedAt: startedAt, ...more });

it('knows the second that n8n adds, so that a run of this minute is still to come or has been', () => {
	const daily = workflow('1', [asked, schedule, batch()], utc);
	const second = chosenByN8n(`1:${schedule.id}`, 'second');
	expect(second).toBeGreaterThan(0);
	const at = (seconds: number) => new Date(Date.parse('2026-06-02T06:00Z') + seconds * 1000);
	expect(shown(daily, at(second - 1).toISOString()).nextRun).toBe('2026-06-02T06:00:00.000Z');
	expect(shown(daily, at(second).toISOString()).nextRun).toBe('2026-06-03T06:00:00.000Z');
});

describe('every 3 days', () => {
	// Day 153 of 2026.
	const now = '2026-06-02T07:00:00Z';

	it('is counted from what n8n keeps', () => {
		const staticData = {
			[`node:${schedule.name}`]: { recurrenceRules: [152], recurrenceRuleSignatures: ['days:3'] },
		};
		const { nextRun, nextRunNote, page } = shown(bot({ staticData }), now);
		expect({ nextRun, nextRunNote }).toEqual({
			nextRun: '2026-06-04T06:00:00.000Z',
			nextRunNote: '',
		});
		expect(page).not.toContain('takes it that');
	});

	it('is counted from the last run where n8n keeps nothing yet, and page and data say so', () => {
		const executions = [ranAt('2026-06-01T06:00:20.000Z')];
		const { nextRun, nextRunNote, page } = shown(bot({ staticData: null }), now, { executions });
		expect(nextRun).toBe('2026-06-04T06:00:00.000Z');
		expect(nextRunNote).toMatch(/^This takes it that this rule started the last run/);
		expect(page).toContain(`UTC ${nextRunNote}`);
	});

	it.each([
		['was saved', { createdAt: '2026-06-01T07:00:00.000Z' }],
		[
			'was published last',
			{
				createdAt: '2026-05-01T07:00:00.000Z',
				workflowPublishHistory: [
					{ event: 'activated', createdAt: '2026-06-01T07:00:00.000Z' },
					{ event: 'deactivated', createdAt: '2026-05-31T07:00:00.000Z' },
					{ event: 'activated', createdAt: '2026-05-30T07:00:00.000Z' },
				],
			},
		],
	])('begins anew with the version: runs before it %s do not count', (_, more) => {
		const executions = [ranAt('2026-06-01T06:00:20.000Z')];
		const { nextRun, nextRunNote } = shown(bot({ ...version(more), staticData: null }), now, {
			executions,
		});
		expect({ nextRun, nextRunNote }).toEqual({
			nextRun: '2026-06-03T06:00:00.000Z',
			nextRunNote: '',
		});
	});

	it('that it was unpublished says nothing of when it was published', () => {
		const workflowPublishHistory = [
			{ event: 'activated', createdAt: '2026-05-31T07:00:00.000Z' },
			{ event: 'deactivated', createdAt: '2026-06-01T07:00:00.000Z' },
		];
		const executions = [ranAt('2026-06-01T06:00:20.000Z')];
		const published = bot({ ...version({ workflowPublishHistory }), staticData: null });
		expect(shown(published, now, { executions }).nextRun).toBe('2026-06-04T06:00:00.000Z');
	});

	it.each<[string, Partial<Lists>]>([
		['could not be read', { executions: [{ error: 'Forbidden' }] }],
		[
			'are all by hand, and not from before it was published',
			{ executions: [ranAt('2026-06-01T09:30:00.000Z', { mode: 'manual' })] },
		],
	])('says what it takes for granted when the runs %s', (_, lists) => {
		const saved = version({ createdAt: '2026-05-01T07:00:00.000Z' });
		const { nextRun, nextRunNote } = shown(bot({ ...saved, staticData: null }), now, lists);
		expect(nextRun).toBe('2026-06-03T06:00:00.000Z');
		expect(nextRunNote).toContain('has not started the workflow since it was published');
	});

	it('says nothing of it while it is not published', () => {
		const draft = bot({ ...unpublished, staticData: null });
		const executions = [ranAt('2026-06-01T06:00:20.000Z')];
		expect(shown(draft, now, { executions })).toMatchObject({ nextRun: null, nextRunNote: '' });
	});
});

it('why it cannot be told is in the data as well', () => {
	const strange = { ...schedule, parameters: { rule: '={{ 1 }}' } };
	const { nextRun, nextRunNote } = shown(workflow('1', [asked, strange, batch()]), '2026-06-02');
	expect(nextRun).toBeNull();
	expect(nextRunNote).toContain('its rules are an expression');
});

it('takes versions and nodes without what newer versions of n8n add', () => {
	const nodes = [asked, { ...schedule, id: undefined }, batch()];
	const activeVersion = { versionId: 'v', nodes, connections: {}, createdAt: 'some day' };
	const { nextRun } = shown({ ...workflow('1'), ...utc, activeVersion }, '2026-06-02T07:00:00Z');
	expect(nextRun).toBe('2026-06-03T06:00:00.000Z');
});

describe('a dashboard with a time zone of its own', () => {
	const own = (timezone?: string) =>
		workflow('own', [node('automationBotsDashboard')], { settings: { timezone } });
	const bare = workflow('1', undefined, { settings: {} });
	const said = (...workflows: Json[]) =>
		shown(bare, '2026-06-02T07:00:00Z', { workflows }).page.includes('a time zone of its own');

	it('cannot say when n8n starts bots that have none, and says so', () => {
		expect(said(bare, own('Europe/London'))).toBe(true);
	});

	it.each([undefined, 'DEFAULT'])('with the zone %s it follows n8n, as the bots do', (zone) => {
		expect(said(bare, own(zone))).toBe(false);
	});

	it('makes no difference when each bot has its own', () => {
		expect(said(workflow('1'), own('Europe/London'))).toBe(false);
	});
});
