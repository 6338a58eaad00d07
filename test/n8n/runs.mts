// A bot's small account and its history: a real n8n on six groups of payments, the template as somebody set it up, and the
// rows that the template keeps of its runs.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../../sandbox/n8n/api.mts';
import type { Credential } from '../../sandbox/n8n/credentials.mts';
import {
	finishedExecution,
	runWorkflow,
	whatWentWrong,
	type Execution,
} from '../../sandbox/n8n/executions.mts';
import { BATCH_NODE } from '../../sandbox/n8n/fillIn.mts';
import type { SavedWorkflow, Workflow } from '../../sandbox/n8n/workflows.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { filledTemplate } from './flows.mts';
import { openN8n, type OpenN8n } from './openN8n.mts';

export type Row = Record<string, any>;

export const { scenario, bot } = sixGroups({
	now: new Date().toISOString(),
	payments: 24,
	negativeGroup: true,
});

const executionWithin = 100_000;

export interface Bots extends OpenN8n {
	/** The template, set to Preview, with this credential for Cin7. */
	bot(change?: (node: Row, workflow: Workflow) => void, cin7?: Credential): Promise<SavedWorkflow>;
	/** A credential of the account with a key that is not its own. */
	wrongKey(): Promise<Credential>;
	/** Executes it, by hand unless another trigger is named. */
	start(workflow: SavedWorkflow, trigger?: string): Promise<Ran>;
	/** What the Data Table has of a workflow, the oldest first. */
	history(workflow: { id: string }): Promise<Row[]>;
	/** The batch documents in Cin7. */
	documents(): Promise<Row[]>;
	/** What the account holds. */
	books(): Promise<string>;
	mails(): Promise<Row[]>;
}

export interface Ran {
	execution: Execution;
	/** What n8n shows of an execution that ended in red. */
	complaint: string | undefined;
}

export async function openBots(): Promise<Bots> {
	const folder = await mkdtemp(join(tmpdir(), 'cin7-omni-runs-'));
	const file = join(folder, 'scenario.json');
	await writeFile(file, JSON.stringify(scenario));
	const n8n = await openN8n(['--limits', 'off', '--scenario', file]);
	const { session, control } = n8n;
	const ledger = async () => await control<Record<string, Row[]>>('ledger');
	return {
		...n8n,
		async bot(change = () => undefined, cin7 = n8n.cin7) {
			const workflow = await filledTemplate('batch-ecommerce-orders', bot, 'preview');
			change(workflow.nodes.find(({ type }) => type === BATCH_NODE) as Row, workflow);
			return await n8n.place(workflow, [cin7, n8n.smtp]);
		},
		async wrongKey() {
			const credential = { name: 'Wrong key', type: 'cin7OmniApi' };
			const data = { ...n8n.sandbox.credentials.cin7, apiKey: 'not-the-key' };
			const { id } = await session.post<{ id: string }>('/credentials', { ...credential, data });
			return { ...credential, id };
		},
		async start(workflow, trigger = 'Run by hand') {
			const id = await runWorkflow(session, workflow.id, trigger);
			const execution = await finishedExecution(session, id, executionWithin);
			return { execution, complaint: whatWentWrong(execution) };
		},
		history: async ({ id }) => await historyOf(session, id),
		documents: async () =>
			(await ledger()).salesOrders.filter(({ reference }) => /^BATCH-\d+$/.test(reference)),
		async books() {
			const { salesOrders, creditNotes, payments } = await ledger();
			return JSON.stringify({ salesOrders, creditNotes, payments });
		},
		mails: async () => (await control<{ mail: Row[] }>('mail')).mail,
		async close() {
			await n8n.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** The Data Table that the batch templates make, when it is there. */
export async function historyTable(session: Session): Promise<Row | undefined> {
	const { data } = await session.get<{ data: Row[] }>('/data-tables-global');
	return data.find(({ name }) => name === 'Automation bot runs');
}

/** What the Data Table has of a workflow, the oldest first. */
export async function historyOf(session: Session, workflowId: string): Promise<Row[]> {
	const table = await historyTable(session);
	if (table === undefined) return [];
	const path = `/projects/${table.projectId}/data-tables/${table.id}/rows`;
	const { data } = await session.get<{ data: Row[] }>(path);
	return data.filter((row) => row.workflowId === workflowId).sort((a, b) => a.id - b.id);
}

/**
 * Starts a published bot as the dashboard's buttons do.
 * @returns what n8n shows of an execution that ended in red
 */
export async function askBot(
	session: Session,
	bot: { id: string },
	whatToDo: string,
): Promise<string | undefined> {
	const asks = await session.post<SavedWorkflow>('/workflows', {
		name: 'Asks a bot',
		nodes: [
			{
				id: 'by-hand',
				name: 'Run by hand',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'start',
				name: 'Start the bot',
				type: 'n8n-nodes-base.executeWorkflow',
				typeVersion: 1.2,
				position: [200, 0],
				parameters: {
					workflowId: { __rl: true, mode: 'id', value: bot.id },
					workflowInputs: { mappingMode: 'defineBelow', value: { whatToDo } },
					options: {},
				},
			},
		],
		connections: {
			'Run by hand': { main: [[{ node: 'Start the bot', type: 'main', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	});
	const id = await runWorkflow(session, asks.id, 'Run by hand');
	return whatWentWrong(await finishedExecution(session, id, executionWithin));
}
