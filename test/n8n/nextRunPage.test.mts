// The next run on the dashboard's page is the moment at which a real n8n then starts the bot: for bots in different zones,
// one of which is changing its clocks, and one that sets none.
import axios from 'axios';
import { placeDashboardCredentials } from '../../sandbox/n8n/dashboardCredentials.mts';
import {
	publishWorkflow,
	saveWorkflow,
	withCredentials,
	type Workflow,
} from '../../sandbox/n8n/workflows.mts';
import { openClockedN8n, type ClockedN8n } from './clockedN8n.mts';
import { template } from './openN8n.mts';
import {
	daily,
	publishBefore,
	scheduled,
	startedTimes,
	toTheMinute,
	type Rule,
} from './scheduled.mts';

jest.setTimeout(180_000);

const day = 86_400_000;
const instanceZone = 'Pacific/Auckland';
const whoMaySee = { user: 'office', password: 'a-password-of-the-test' };
let n8n: ClockedN8n;

beforeAll(async () => {
	// n8n's database does not take part in the moved clock, so that is to be ahead of the machine's.
	const startsAt = Date.parse('2032-09-30T12:00Z');
	n8n = await openClockedN8n(startsAt, { withPackage: true, timeZone: instanceZone });
	const session = await n8n.setClock(startsAt);
	const credentials = await placeDashboardCredentials(session, n8n.url, whoMaySee);
	const dashboard = await template('automation-bots-dashboard');
	const saved = await saveWorkflow(session, await withCredentials(session, dashboard, credentials));
	await publishWorkflow(session, saved);
});

afterAll(async () => {
	await n8n?.close();
});

/** A workflow of a Schedule Trigger is a bot once it has one of our nodes. */
function bot(timezone: string | undefined, rule: Rule): Workflow {
	const workflow = scheduled(timezone, rule);
	const check = {
		id: 'check',
		name: 'Validate Order',
		type: 'n8n-nodes-cin7-omni.validateOrder',
		typeVersion: 1,
		position: [240, 0],
		parameters: {},
	};
	return {
		...workflow,
		nodes: [...workflow.nodes, check],
		connections: { 'Each time': { main: [[{ node: check.name, type: 'main', index: 0 }]] } },
	};
}

interface Shown {
	/** To the minute, as the page has it for machines. */
	last: string;
	next: string;
	/** What the card says, as one reads it. */
	words: string;
}

/** What stands on the cards, as the page that n8n sends now has them. */
async function shown(bots: readonly Workflow[]): Promise<Shown[]> {
	const { user: username, password } = whoMaySee;
	const { data } = await axios.get<string>(`${n8n.url}/webhook/automation-bots`, {
		auth: { username, password },
		proxy: false,
	});
	return bots.map(({ id }) => {
		const from = data.indexOf(`id="bot-${id}"`);
		const card = data.slice(from, data.indexOf('</article>', from));
		const words = card.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
		return { last: timeAfter('Last run', card), next: timeAfter('Next run', card), words };
	});
}

function timeAfter(label: string, card: string): string {
	const [, , description = ''] =
		new RegExp(`(${label})</dt>\\s*<dd>([\\s\\S]*?)</dd>`).exec(card) ?? [];
	const [, instant] = /<time datetime="([^"]+)"/.exec(description) ?? [];
	return instant === undefined ? 'none' : toTheMinute(Date.parse(instant));
}

interface Change {
	what: string;
	at: string;
	bots: [zone: string | undefined, rule: Rule, onPage: string][];
	/** The runs after that one. */
	then: string[];
}

it.each<Change>([
	{
		what: 'clocks go forward in Sydney',
		at: '2032-10-02T16:00Z',
		bots: [
			['Australia/Sydney', daily(3, 0), 'Sun 3 Oct 2032, 03:00'],
			['Europe/London', daily(17, 0), 'Sat 2 Oct 2032, 17:00'],
			[undefined, daily(5, 0), 'Sun 3 Oct 2032, 05:00'],
		],
		then: ['2032-10-03T16:00Z', '2032-10-03T16:00Z', '2032-10-03T16:00Z'],
	},
	{
		what: 'clocks go back in Berlin: n8n starts 3:30 when it is 2:30 for the second time',
		at: '2032-10-31T01:30Z',
		bots: [
			['Europe/Berlin', daily(3, 30), 'Sun 31 Oct 2032, 02:30'],
			[
				'America/New_York',
				{ field: 'weeks', triggerAtDay: [6], triggerAtHour: 21, triggerAtMinute: 30 },
				'Sat 30 Oct 2032, 21:30',
			],
			[undefined, { ...daily(14, 30), daysInterval: 2 }, 'Sun 31 Oct 2032, 14:30'],
		],
		// An hour later it is 3:30 in Berlin, and by n8n's cron it comes once more.
		then: ['2032-10-31T02:30Z', '2032-11-07T01:30Z', '2032-11-02T01:30Z'],
	},
])('$what', async ({ at, bots, then }) => {
	const moment = Date.parse(at);
	const early = await n8n.setClock(moment - 2 * day);
	const all = bots.map(([timezone, rule]) => bot(timezone, rule));
	for (const one of all) await saveWorkflow(early, one);
	await publishBefore(n8n, moment - (2 * day) / 3, ...all);
	const hoursBefore = await shown(all);
	expect(hoursBefore.map(({ next }) => next)).toEqual(all.map(() => at));

	const session = await publishBefore(n8n, moment, ...all);
	const before = await shown(all);
	expect(before.map(({ next }) => next)).toEqual(all.map(() => at));
	before.forEach(({ words }, index) => {
		const [zone = instanceZone, , onPage] = bots[index];
		expect(words).toMatch(`Next run ${onPage}`);
		expect(words).toContain(zone);
		expect(words).not.toContain('takes it that');
	});
	for (const { id = '' } of all) expect(await startedTimes(n8n, id, 1)).toEqual([at]);

	const after = await shown(all);
	expect(after.map(({ last }) => last)).toEqual(all.map(() => at));
	expect(after.map(({ next }) => next)).toEqual(then);
	// What "every 2 days" is counted from is in n8n's list, once a bot was published more often than once.
	for (const { words } of after) expect(words).not.toContain('takes it that');
	for (const { id = '' } of all) await session.post(`/workflows/${id}/deactivate`, {});
});
