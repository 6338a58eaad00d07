import { botsAmong } from '../../../lib/dashboard/bots';
import { readWorkflows } from '../../../lib/dashboard/reading/workflows';
import { asked, batch, fromTemplate, node, schedule, unpublished, workflow } from './workflows.mts';

const bots = (...workflows: unknown[]) => botsAmong(readWorkflows(workflows).rows, 'Europe/Berlin');

describe('what a bot is', () => {
	it('a workflow with one of our nodes; not dashboards, archived ones, and others', () => {
		const dashboard = node('automationBotsDashboard');
		const found = bots(
			workflow('1'),
			workflow('2', [node('n8n-nodes-base.set')]),
			workflow('3', [dashboard]),
			workflow('4', [batch()], { isArchived: true }),
			workflow('5', [node('validateOrder')], unpublished),
			workflow('6', [node('someone-elses.n8n-nodes-cin7-omni.x')]),
		);
		expect(found.map(({ id }) => id)).toEqual(['1', '5']);
	});

	it('of a published one, what is published counts, not what was changed since', () => {
		const changed = [asked, schedule, batch({ botName: 'Changed' })];
		const [bot] = bots(workflow('1', undefined, { nodes: changed, versionId: 'newer' }));
		expect(bot).toMatchObject({ version: 'version-of-1', changedSincePublished: true });
		expect(bot.nodes.some(({ parameters }) => parameters.botName === 'Changed')).toBe(false);
		expect(bots(workflow('1'))[0].changedSincePublished).toBe(false);
	});

	it('a node that was taken out of the draft still runs, so it is still a bot', () => {
		expect(bots(workflow('1', undefined, { nodes: [], versionId: 'newer' }))).toHaveLength(1);
	});

	it.each([
		['Europe/London', 'Europe/London'],
		['DEFAULT', 'Europe/Berlin'],
		[undefined, 'Europe/Berlin'],
		['', 'Europe/Berlin'],
	])('a workflow with the zone %s follows %s', (timezone, zone) => {
		expect(bots(workflow('1', undefined, { settings: { timezone } }))[0].timeZone).toBe(zone);
	});

	it('are in the order of their names', () => {
		const named = (id: string, name: string) => workflow(id, undefined, { name });
		const found = bots(named('1', 'beta'), named('2', 'Alpha'), named('3', 'alpha'));
		expect(found.map(({ id }) => id)).toEqual(['3', '2', '1']);
	});
});

describe('its tab', () => {
	it.each([
		['batch-ecommerce-orders', 'Accounting & Admin'],
		['batch-ecommerce-orders-xero', 'Accounting & Admin'],
		['batch-ecommerce-orders-csv', 'Accounting & Admin'],
		['set-up-check', 'Accounting & Admin'],
		['download-amazon-orders', 'Sales & Orders'],
		['needs-attention-find', 'Sales & Orders'],
		['needs-attention-heal', 'Sales & Orders'],
		['needs-attention-fix-by-hand', 'Sales & Orders'],
	])('%s is in %s', (file, category) => {
		expect(bots(fromTemplate(file, '1'))[0].category).toBe(category);
	});
});

describe('its form', () => {
	const form = (parameters: Record<string, unknown>) =>
		bots(
			workflow('1', [
				node('n8n-nodes-base.formTrigger', parameters, { webhookId: 'of-its-own' }),
				node('validateOrder'),
			]),
		)[0].formPath;

	it.each([
		[{}, 'of-its-own'],
		[{ options: { path: 'orders-to-fix' } }, 'orders-to-fix'],
		[{ path: 'older' }, 'older'],
		[{ path: '={{ 1 }}' }, null],
	])('with %j is at %s', (parameters, path) => expect(form(parameters)).toBe(path));
});
