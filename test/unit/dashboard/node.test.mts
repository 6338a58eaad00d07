// The node as n8n calls it: its inputs and outputs, and what it says when one is missing.
import { inputNames, outputNames } from '../../../nodes/AutomationBotsDashboard/connections';
import { AutomationBotsDashboard } from '../../../nodes/AutomationBotsDashboard/AutomationBotsDashboard.node';
import { workflow } from './workflows.mts';

const node = new AutomationBotsDashboard();
type Json = Record<string, any>;

/** What of n8n's context the node uses; an input that is not connected is undefined, or beyond the last one. */
function context(operation: string, inputs: (Json[] | undefined)[], options: Json = {}): any {
	return {
		getNodeParameter: (name: string) => ({ operation, options })[name],
		getInputData(index: number) {
			if (index > inputs.length) throw new Error('Could not get input with given index');
			return inputs[index]?.map((json) => ({ json }));
		},
		getNode: () => ({ name: 'Dashboard', type: 'automationBotsDashboard' }),
		getWorkflow: () => ({ id: 'own' }),
		getTimezone: () => 'Australia/Sydney',
		getInstanceBaseUrl: () => 'http://127.0.0.1:5678/',
	};
}

const own = workflow('own', [
	{ ...workflow('x').nodes[0], type: 'n8n-nodes-cin7-omni.automationBotsDashboard' },
]);
const request = {
	query: {},
	body: {},
	webhookUrl: 'http://127.0.0.1:5678/webhook/automation-bots',
};

async function show(inputs: (Json[] | undefined)[], options: Json = {}) {
	const [[{ json }]] = await node.execute.call(context('show', inputs, options));
	return json as Json;
}

it('shows the page as HTML and as data, with links to this n8n or to another address', async () => {
	const lists = [[request], [own, workflow('1')], [{}], [{}], [{}]];
	const { html, bots } = await show(lists);
	expect(html).toContain('href="http://127.0.0.1:5678/workflow/1"');
	expect(bots).toMatchObject([
		{ id: '1', active: true, running: false, lastRun: null, timeZone: 'Australia/Sydney' },
	]);
	expect(Date.parse(bots[0].nextRun)).toBeGreaterThan(Date.now());
	const elsewhere = await show(lists, { baseUrl: 'https://bots.example.com' });
	expect(elsewhere.html).toContain('href="https://bots.example.com/workflow/1"');
});

it('shows the gallery, whose forms carry the version of the dashboard', async () => {
	const { html } = await show([[{ ...request, query: { new: '' } }], [own], [], [], []]);
	expect(html).toContain('value="version-of-own"');
});

it.each([
	['Workflows', [[request]]],
	['Workflows', [[request], undefined, [], [], []]],
	['Executions', [[request], []]],
	['Run History', [[request], [], [], []]],
])('says that nothing is connected to %s', async (name, inputs) => {
	await expect(show(inputs)).rejects.toMatchObject({
		message: `Nothing is connected to the input ${name}`,
		description: expect.stringContaining('template'),
	});
});

it('executed by hand, without a request, it draws the page', async () => {
	expect((await show([[{}], [own, workflow('1')], [], [], []])).html).toContain('Bot 1');
});

it('has as many inputs and outputs as it reads and gives', async () => {
	const read = async (body: Json) =>
		await node.execute.call(context('readRequest', [[{ ...request, body }], [own, workflow('1')]]));
	const run = { whatToDo: 'run', bot: '1', version: 'version-of-1' };
	const outputs = await Promise.all([
		read(run),
		read({ whatToDo: 'create', template: 'set-up-check', name: 'Mine', version: 'version-of-own' }),
		read({}),
	]);
	outputs.forEach((output, index) => {
		expect(output).toHaveLength(outputNames.readRequest.length);
		expect(output.map((items) => items.length)).toEqual(
			[0, 1, 2].map((at) => Number(at === index)),
		);
	});
	expect(outputs[0][0][0].json.backTo).toMatch(/^\?asked=run&bot=1&at=\d+#bot-1$/);
	expect(JSON.parse(String(outputs[1][1][0].json.workflow))).toMatchObject({ name: 'Mine' });
	expect(outputs[2][2][0].json).toMatchObject({ status: 400 });
	expect(inputNames.show).toHaveLength(5);
	expect(String(node.description.inputs)).toContain('Run History');
});
