import { decide } from '../../../lib/dashboard/request';
import { batch, node, unpublished, workflow } from './workflows.mts';

const own = workflow('own', [node('automationBotsDashboard')]);
const all = [own, workflow('1'), workflow('2', undefined, unpublished)];
const run = { whatToDo: 'run', bot: '1', version: 'version-of-1' };
const create = {
	whatToDo: 'create',
	template: 'batch-ecommerce-orders',
	name: ' Mornings ',
	version: 'version-of-own',
};

it('starts a bot that was asked from its own card', () => {
	const started = { do: 'start', workflowId: '1', botName: 'Bot 1' };
	expect(decide(run, all, 'own')).toEqual({ ...started, whatToDo: 'run' });
	expect(decide({ ...run, whatToDo: 'preview' }, all, 'own')).toMatchObject({
		whatToDo: 'preview',
	});
});

it.each([
	['no version', { version: undefined }, 409, 'was changed since'],
	['an empty version', { version: '' }, 409, 'was changed since'],
	['another version', { version: 'version-of-2' }, 409, 'was changed since'],
	['a list of versions', { version: ['version-of-1'] }, 409, 'was changed since'],
	['no bot', { bot: undefined }, 409, 'no longer'],
	['an unknown bot', { bot: '77' }, 409, 'no longer'],
	['the dashboard itself', { bot: 'own', version: 'version-of-own' }, 409, 'no longer'],
	['a bot that is not published', { bot: '2', version: 'version-of-2' }, 409, 'not published'],
	['nothing to do', { whatToDo: undefined }, 400, 'what to do'],
	['something else to do', { whatToDo: 'undo' }, 400, 'what to do'],
])('refuses a form with %s', (_, change, status, words) => {
	const decision = decide({ ...run, ...change }, all, 'own');
	expect(decision).toMatchObject({ do: 'refuse', status });
	expect((decision as { message: string }).message).toContain(words);
});

it('a bot whose version n8n does not tell cannot be started by leaving it out', () => {
	const nameless = workflow('1', undefined, { ...unpublished, versionId: null });
	expect(decide({ ...run, version: '' }, [nameless], 'own')).toMatchObject({ do: 'refuse' });
});

it('does not preview what would run', () => {
	const runs = workflow('1', [...workflow('1').nodes.slice(0, 2), batch({ onDemand: '' })]);
	expect(decide({ ...run, whatToDo: 'preview' }, [runs], 'own')).toMatchObject({ do: 'refuse' });
	expect(decide(run, [runs], 'own')).toMatchObject({ do: 'start' });
});

it('refuses everything while the workflows cannot be read', () => {
	const decision = decide(run, [{ error: 'Forbidden' }], 'own');
	expect(decision).toMatchObject({ do: 'refuse', status: 502 });
});

describe('a new bot', () => {
	it('is the template under its name, also in the batch node, with addresses of its own', () => {
		const decision = decide(create, all, 'own');
		expect(decision).toMatchObject({ do: 'create', workflow: { name: 'Mornings' } });
		const made = (decision as any).workflow.nodes as any[];
		const bots = made.filter(({ type }) => type.endsWith('.batchEcommerceOrders'));
		expect(bots.map(({ parameters }) => parameters.botName)).toEqual(['Mornings']);

		const form = { ...create, template: 'needs-attention-fix-by-hand' };
		const nodes = [1, 2].map(() => (decide(form, all, 'own') as any).workflow.nodes as any[]);
		const addresses = nodes.map((list) => list.map(({ webhookId }) => webhookId).filter(Boolean));
		expect(addresses[0].length).toBeGreaterThan(0);
		expect(addresses[0].filter((id) => addresses[1].includes(id))).toEqual([]);
	});

	it('follows the time zone of n8n, not that of the template, and keeps its other settings', () => {
		const { workflow } = decide(create, all, 'own') as any;
		expect(workflow.settings).toEqual({ executionOrder: 'v1', saveManualExecutions: true });
	});

	it.each([
		['another version', { version: 'version-of-1' }, 409],
		['no version', { version: undefined }, 409],
		['an unknown template', { template: '../package' }, 400],
		['the dashboard', { template: 'automation-bots-dashboard' }, 400],
		['no name', { name: '  ' }, 400],
		['a name that is too long', { name: 'x'.repeat(129) }, 400],
	])('is not made with %s', (_, change, status) => {
		expect(decide({ ...create, ...change }, all, 'own')).toMatchObject({ do: 'refuse', status });
	});

	it('is not made by a dashboard whose version n8n does not tell', () => {
		const nameless = { ...own, ...unpublished, versionId: null };
		const decision = decide({ ...create, version: '' }, [nameless], 'own');
		expect(decision).toMatchObject({ do: 'refuse', status: 409 });
	});

	it('is not made by a dashboard that is not in the list', () => {
		expect(decide(create, all, 'elsewhere')).toMatchObject({ do: 'refuse', status: 409 });
	});
});
