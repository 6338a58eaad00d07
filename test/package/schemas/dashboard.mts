// What Automation Bots Dashboard gives: the page of an n8n with some bots, and what its buttons ask.
import { AutomationBotsDashboard } from '../../../nodes/AutomationBotsDashboard/AutomationBotsDashboard.node';
import {
	execution,
	fromTemplate,
	node as nodeOf,
	row,
	unpublished,
	workflow,
} from '../../unit/dashboard/workflows.mts';
import { execute, world, type Items } from './execute.mts';
import { seen, type Observed } from './observation.mts';

/** The dashboard has the ID that `execute` gives to the workflow of the node. */
const own = workflow('1', [nodeOf('automationBotsDashboard')]);
const workflows = [
	own,
	workflow('2'),
	workflow('3', undefined, unpublished),
	fromTemplate('batch-ecommerce-orders', '4'),
	fromTemplate('download-amazon-orders', '5'),
];

/** Executions, those that run, and rows of the run history. The last Preview is newer than the last run of its bot. */
function listsAt(now: string): object[][] {
	const startedAt = now;
	const before = new Date(Date.parse(now) - 3_600_000).toISOString();
	return [
		[
			execution('9', '2', { startedAt: before }),
			execution('10', '3', { status: 'error', startedAt: null }),
			execution('11', '5', { startedAt }),
			execution('13', '2', { startedAt }),
		],
		[execution('12', '2', { status: 'running', startedAt })],
		[
			row('2', '9', { startedAt: before }),
			row('3', '10', { startedAt, result: 'failed', message: 'Cin7 was away.' }),
			row('2', '13', { startedAt, operation: 'preview' }),
		],
	];
}

/**
 * Both operations, and every output.
 * @param now ISO
 */
export async function observedDashboard(now: string): Promise<Observed[]> {
	const lists = listsAt(now);
	const pages = [await shown({}, lists), await shown({ new: '' }, lists)].flat();
	const version = own.versionId;
	const asked = [
		{ whatToDo: 'run', bot: '2', version: 'version-of-2' },
		{ whatToDo: 'create', template: 'batch-ecommerce-orders', name: 'Mornings', version },
		{ whatToDo: 'run', bot: 'nowhere' },
	];
	const outputs: Items[] = [[], [], []];
	for (const body of asked) {
		const given = await ask('readRequest', { body }, [workflows]);
		given.forEach((items, output) => outputs[output].push(...items));
	}
	const [start, create, refused] = outputs;
	const requests = { 'Start Bot': start, 'Create Bot': create, Refused: refused };
	return [
		{ ...observation('show'), ...seen({ Page: pages }) },
		{ ...observation('readRequest'), ...seen(requests) },
	];
}

const observation = (operation: string) => ({
	node: 'AutomationBotsDashboard',
	path: `v1.0.0/${operation}`,
});

async function shown(query: object, lists: object[][]): Promise<Items> {
	const webhookUrl = 'https://n8n.example.com/webhook/bots';
	const [page] = await ask('show', { query, webhookUrl }, [workflows, ...lists]);
	return page;
}

async function ask(
	operation: string,
	request: object,
	furtherInputs: object[][],
): Promise<Items[]> {
	const node = new AutomationBotsDashboard();
	return await execute(node, world({}), [request], { operation }, { furtherInputs });
}
