// The Automation Bots Dashboard in a real n8n: who may see it, what it shows, and what its buttons do, over HTTP.
import axios from 'axios';
import { saveCredential } from '../../sandbox/n8n/credentials.mts';
import { placeDashboardCredentials } from '../../sandbox/n8n/dashboardCredentials.mts';
import { saveWorkflow, type SavedWorkflow } from '../../sandbox/n8n/workflows.mts';
import {
	cardOf,
	eventually,
	fieldOf,
	openDashboard,
	whoMaySee,
	type Dashboard,
} from './dashboards.mts';
import { template } from './openN8n.mts';

jest.setTimeout(240_000);

let n8n: Dashboard;
let bot: SavedWorkflow;

beforeAll(async () => {
	n8n = await openDashboard();
	bot = await n8n.publish(await n8n.bot((_, workflow) => (workflow.name = 'Every <b>morning</b>')));
});

afterAll(async () => {
	await n8n?.close();
});

const press = async (whatToDo: string, id = bot.id) => await n8n.press(whatToDo, id);

/** The rows that the bot wrote, once there is one more than before. */
const nextRow = async (before: number) =>
	await eventually(async () => {
		const rows = await n8n.history(bot);
		return rows.length > before ? rows.at(-1) : undefined;
	});

/** What n8n keeps of a workflow's executions. */
/** The executions that n8n has of a workflow, once none is under way: the page is sent before its execution ends. */
const kept = async ({ id }: SavedWorkflow) => {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const path = `/executions?filter=${filter}`;
	return await eventually(async () => {
		const { results } = await n8n.session.get<{ results: Array<{ status: string }> }>(path);
		return results.some(({ status }) => /^(new|running)$/.test(status)) ? undefined : results;
	});
};

/** The card of a bot once it says that the bot failed. */
const failedCard = async (id: string) => {
	const own = cardOf((await n8n.get()).body, id);
	return own.includes('Failed') ? own : undefined;
};

describe('who may see it', () => {
	it('refuses without a password, and with another one', async () => {
		const without = await n8n.get('', null);
		expect(without.status).toBe(401);
		const other = await n8n.get('', { username: whoMaySee.user, password: 'guessed' });
		expect([401, 403]).toContain(other.status);
		for (const { body } of [without, other]) expect(body).not.toContain('morning');
	});

	it('cannot be framed, is not cached, and runs in the sandbox of n8n', async () => {
		const { headers } = await n8n.get();
		expect(headers['x-frame-options']).toBe('DENY');
		expect(headers['cache-control']).toBe('no-store');
		expect(headers['content-type']).toContain('text/html');
		expect(headers['content-security-policy']).toContain('sandbox');
	});

	it('keeps no execution of a page that was shown, and none of one that failed', async () => {
		await n8n.get();
		expect(await kept(n8n.workflow)).toEqual([]);
		const broken = await template('automation-bots-dashboard');
		broken.name = 'Broken dashboard';
		const stop = { name: 'Stop', type: 'n8n-nodes-base.stopAndError', typeVersion: 1 };
		broken.nodes.push({ ...stop, position: [0, 0], parameters: { errorMessage: 'Stopped.' } });
		broken.connections = {
			'Page or button': { main: [[{ node: 'Stop', type: 'main', index: 0 }]] },
		};
		const [webhook] = broken.nodes.filter(({ type }) => type.endsWith('.webhook'));
		webhook.parameters.path = 'broken';
		webhook.webhookId = '22222222-2222-4222-8222-222222222222';
		const saved = await n8n.publish(await n8n.place(broken, n8n.credentials));
		const auth = { username: whoMaySee.user, password: whoMaySee.password };
		const address = `${n8n.url}/webhook/broken`;
		const options = { auth, proxy: false as const, validateStatus: () => true };
		expect((await axios.get(address, options)).status).toBe(500);
		expect(await kept(saved)).toEqual([]);
	});
});

describe('what it shows', () => {
	it('a bot with its settings and its next run, its name escaped', async () => {
		const { status, body } = await n8n.get();
		expect(status).toBe(200);
		expect(body).toContain('Every &lt;b&gt;morning&lt;/b&gt;');
		expect(body).not.toContain('<b>morning</b>');
		expect(body).toContain('Every day at 6:00');
		expect(body).toMatch(/Next run<\/dt>\s*<dd>\s*<time datetime="20\d\d-\d\d-\d\dT/);
		expect(body).toContain(`href="${n8n.url}/workflow/${bot.id}"`);
	});

	it('a workflow that is no bot is not there; an unpublished one cannot be pressed', async () => {
		const unpublished = await n8n.bot((_, workflow) => (workflow.name = 'Not yet'));
		await saveWorkflow(n8n.session, {
			name: 'No bot of ours',
			nodes: [],
			connections: {},
			settings: {},
		});
		const { body } = await n8n.get();
		expect(body).not.toContain('No bot of ours');
		expect(body).toContain('It is not published.');
		const { status, body: refusal } = await press('run', unpublished.id);
		expect(status).toBe(409);
		expect(refusal).toContain('It is not published.');
	});
});

describe('its buttons', () => {
	it('start a Preview that changes nothing, and a Run that makes batches', async () => {
		const books = await n8n.books();
		const preview = await press('preview');
		expect(preview.status).toBe(303);
		expect(preview.location).toMatch(/^\?asked=preview&bot=/);
		expect(await nextRow(0)).toMatchObject({ operation: 'preview' });
		expect(await n8n.books()).toBe(books);
		const run = await press('run');
		expect(run.status).toBe(303);
		expect(await nextRow(1)).toMatchObject({ operation: 'run', result: 'done' });
		expect((await n8n.documents()).length).toBeGreaterThan(0);
		const body = await eventually(async () => {
			const page = await n8n.get();
			return page.body.includes('Run: Done') ? page.body : undefined;
		});
		expect(body).toMatch(/executions\/\d+">Look at this run/);
	});

	it('a bot that has to stop is shown as failed, and n8n goes on', async () => {
		const key = await n8n.wrongKey();
		const failing = await n8n.publish(
			await n8n.bot((_, workflow) => (workflow.name = 'Wrong key'), key),
		);
		expect((await press('run', failing.id)).status).toBe(303);
		const card = await eventually(async () => await failedCard(failing.id));
		expect(card).toMatch(/executions\/\d+">Look at this run/);
		expect(card).not.toContain('not-the-key');
	});

	it('a bot that lets no other workflow start it is shown as failed', async () => {
		const closed = await n8n.publish(
			await n8n.bot((_, workflow) => {
				workflow.name = 'Closed';
				workflow.settings = { ...workflow.settings, callerPolicy: 'none' };
			}),
		);
		expect((await press('run', closed.id)).status).toBe(303);
		await eventually(async () => await failedCard(closed.id));
		expect(await n8n.history(closed)).toEqual([]);
		// Its draft has none of our nodes any more; what is published still runs.
		await saveWorkflow(n8n.session, { ...closed, nodes: [], connections: {} });
		expect(await failedCard(closed.id)).toBeDefined();
	});

	it.each([
		['without a version', {}],
		['with a made-up version', { version: '11111111-1111-4111-8111-111111111111' }],
	])('a form from elsewhere, %s, starts nothing', async (_, more: { version?: string }) => {
		const before = (await n8n.history(bot)).length;
		const { status, body } = await n8n.post({ whatToDo: 'run', bot: bot.id, ...more });
		expect(status).toBe(409);
		expect(body).toContain('was changed since the page was drawn');
		expect((await n8n.history(bot)).length).toBe(before);
	});

	it('a page from before the bot was changed starts nothing', async () => {
		const { body } = await n8n.get();
		const version = fieldOf(body, bot.id, 'version');
		const saved = await saveWorkflow(n8n.session, {
			...bot,
			nodes: bot.nodes.map((node) => ({ ...node, notes: 'Looked at' })),
		});
		await n8n.publish(saved);
		const { status } = await n8n.post({ whatToDo: 'run', bot: bot.id, version });
		expect(status).toBe(409);
		expect((await press('preview')).status).toBe(303);
	});
});

describe('what n8n does not let it read', () => {
	it('is said on the page, with what to do', async () => {
		await placeDashboardCredentials(n8n.session, n8n.url, whoMaySee, ['workflow:list']);
		const some = await n8n.get();
		expect(some.status).toBe(200);
		expect(some.body).toContain('n8n did not give the list of executions: ');
		expect(some.body).toContain('execution:list');
		expect(some.body).toContain('Every &lt;b&gt;morning&lt;/b&gt;');

		const wrong = { apiKey: 'not-a-key', baseUrl: `${n8n.url}/api/v1` };
		await saveCredential(n8n.session, { name: 'This n8n', type: 'n8nApi' }, wrong);
		const none = await n8n.get();
		expect(none.status).toBe(200);
		expect(none.body).toContain('n8n did not give the list of workflows: ');
		const refused = await n8n.post({ whatToDo: 'run', bot: bot.id, version: 'any' });
		expect(refused.status).toBe(502);
		expect(refused.body).toContain('Nothing was started.');
	});

	it('a key that may not create bots is named as what is missing', async () => {
		const scopes = ['workflow:list', 'execution:list'];
		await placeDashboardCredentials(n8n.session, n8n.url, whoMaySee, scopes);
		const version =
			/name="version"\s+value="([^"]+)"/.exec((await n8n.get('?new')).body)?.[1] ?? '';
		const form = { whatToDo: 'create', template: 'set-up-check', name: 'No', version };
		const { status, location } = await n8n.post(form);
		expect({ status, location }).toEqual({ status: 303, location: '?new&refused' });
		expect((await n8n.get(location)).body).toContain('workflow:create');
	});
});
