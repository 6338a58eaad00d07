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

describe('what the dashboard may ask', () => {
	const asking = (...args: Parameters<typeof workflow>) => bots(workflow(...args))[0].asking;

	it('Preview and Run of a batch bot that follows the asker', () => {
		expect(asking('1')).toEqual({ preview: true, run: true, why: '' });
	});

	it('only Run of a bot without batches', () => {
		expect(asking('1', [asked, node('validateOrder')])).toMatchObject({
			preview: false,
			run: true,
		});
	});

	it.each([
		['run', {}, { preview: false, run: true }],
		['preview', {}, { preview: true, run: false }],
		['={{ $json.x }}', {}, { preview: false, run: false }],
		['preview', { onDemand: 'run' }, { preview: false, run: true }],
		['run', { onDemand: '={{ $json.other }}' }, { preview: false, run: false }],
	])('set to %s whoever asks, with %j: %j', (operation, more, expected) => {
		const node = batch({ operation, onDemand: '', ...more });
		expect(asking('1', [asked, node])).toMatchObject(expected);
		expect(asking('1', [asked, node]).why).not.toBe('');
	});

	it('no Preview where one of two nodes would run', () => {
		const nodes = [asked, batch(), { ...batch({ onDemand: '' }), name: 'Second' }];
		expect(asking('1', nodes)).toMatchObject({ preview: false, run: false });
	});

	it('no Preview where the trigger does not take what to do', () => {
		const deaf = { ...asked, parameters: { workflowInputs: { values: [{ name: 'x' }] } } };
		expect(asking('1', [deaf, batch()])).toMatchObject({ preview: false, run: false });
		const open = { ...asked, parameters: { inputSource: 'passthrough' } };
		expect(asking('1', [open, batch()])).toMatchObject({ preview: true, run: true });
	});

	it.each([
		['not published', [asked, batch()], unpublished, 'not published'],
		['without the trigger', [schedule, batch()], {}, 'no trigger for the dashboard'],
		['with the trigger off', [{ ...asked, disabled: true }, batch()], {}, 'no trigger'],
	])('nothing of one %s', (_, nodes, more, why) => {
		const { preview, run, why: said } = asking('1', nodes, more);
		expect({ preview, run }).toEqual({ preview: false, run: false });
		expect(said).toContain(why);
	});

	it('nothing of one whose trigger leads nowhere', () => {
		const version = { versionId: 'v', nodes: [asked, batch()], connections: {} };
		const { run, why } = asking('1', undefined, { activeVersion: version });
		expect(run).toBe(false);
		expect(why).toContain('leads to no other node');
	});

	it('every template that starts by itself can be run from here, the batch bots previewed', () => {
		const files = ['batch-ecommerce-orders', 'download-amazon-orders', 'needs-attention-find'];
		files.push('needs-attention-heal', 'set-up-check');
		files.push('batch-ecommerce-orders-xero', 'batch-ecommerce-orders-csv');
		for (const file of files) {
			const [{ asking: offered }] = bots(fromTemplate(file, '1'));
			const preview = file.startsWith('batch');
			expect([file, offered]).toEqual([file, { preview, run: true, why: '' }]);
		}
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
