// The template that downloads Amazon orders in a real n8n: changed here and there as a test needs it, run by hand or on its
// schedule, and the row that it keeps.
import axios from 'axios';
import { setTimeout as pause } from 'node:timers/promises';
import { saveCredential, type Credential } from '../../sandbox/n8n/credentials.mts';
import {
	finishedExecution,
	itemsOf,
	readExecution,
	runWorkflow,
	whatWentWrong,
	type Execution,
} from '../../sandbox/n8n/executions.mts';
import { amazonFilledIn } from '../../sandbox/n8n/fillInAmazon.mts';
import type { SavedWorkflow, Workflow, WorkflowNode } from '../../sandbox/n8n/workflows.mts';
import { openN8n, template, type OpenN8n } from './openN8n.mts';

export type Row = Record<string, any>;

const tableName = 'Amazon order downloads';
const executionWithin = 120_000;
const day = 86_400_000;

/** This account's code for Do Not Transfer. */
export const doNotTransfer = 7;

export const downloadNode = 'Download updated orders';
export const lastNode = 'Write the row, last';
export const alertEmail = 'orders@harbour.example.com';

export interface Downloads extends OpenN8n {
	amazon: Credential;
	/** The template filled in, with `change` made to its nodes; under the id of an earlier one it is the same workflow. */
	download(change?: (nodes: Nodes) => void, id?: string): Promise<SavedWorkflow>;
	/** Presses Execute workflow and waits for the end. */
	run(workflow: SavedWorkflow): Promise<Downloaded>;
	/** Waits for so many executions of the workflow that its schedule starts from now on. */
	scheduled(workflow: SavedWorkflow, count: number): Promise<Downloaded[]>;
	/** The workflow's row; undefined when there is none. */
	row(workflow: SavedWorkflow): Promise<Row | undefined>;
	/** What a person does in the Data Table. */
	editRow(workflow: SavedWorkflow, data: Row): Promise<void>;
	clearFaults(): Promise<void>;
}

export interface Downloaded {
	execution: Execution;
	/** Amazon order ids that came, in order. */
	ids: string[];
	/** What became of the orders in Cin7. */
	results: Row[];
	/** What n8n shows of a node that stopped. */
	complaint: string | undefined;
}

/** The nodes of a workflow by name. */
export type Nodes = (name: string) => WorkflowNode;

export async function openDownloads(
	sandboxArgs: string[] = ['--limits', 'off'],
): Promise<Downloads> {
	const n8n = await openN8n(sandboxArgs);
	const { session, smtp, sandbox } = n8n;
	// The sandbox has no limits here, so n8n need not keep to any.
	const unlimited = { requestsPerSecond: 0, requestsPerMinute: 0, requestsPerDay: 0 };
	const cin7 = await saveCredential(
		session,
		{ name: 'Cin7 without limits', type: 'cin7OmniApi' },
		{ ...sandbox.credentials.cin7, ...unlimited, doNotTransferStatus: String(doNotTransfer) },
	);
	const amazon = await saveCredential(
		session,
		{ name: 'Amazon', type: 'amazonSellerApi' },
		sandbox.credentials.amazon,
	);
	const imported = await template('download-amazon-orders');
	const table = async (): Promise<Row | undefined> => {
		const { data } = await session.get<{ data: Row[] }>('/data-tables-global');
		return data.find(({ name }) => name === tableName);
	};
	const ended = (execution: Execution): Downloaded => ({
		execution,
		ids: itemsOf<Row>(execution, downloadNode).map(({ amazon: { orderId } }) => orderId),
		results: ['Save complete orders', 'Hold incomplete orders'].flatMap((node) =>
			itemsOf<Row>(execution, node),
		),
		complaint: whatWentWrong(execution),
	});
	const scheduledIds = async ({ id }: SavedWorkflow): Promise<string[]> => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const { results } = await session.get<{ results: Row[] }>(
			`/executions?filter=${filter}&limit=100`,
		);
		return results
			.filter(({ mode, stoppedAt }) => mode === 'trigger' && stoppedAt)
			.map((one) => String(one.id))
			.sort((a, b) => Number(a) - Number(b));
	};
	return {
		...n8n,
		cin7,
		amazon,
		async download(change = () => undefined, id) {
			const updatedAfter = new Date(Date.now() - 32 * day).toISOString();
			const setUp = { updatedAfter, alertEmail, defaultStage: 'New', projectName: 'Amazon AU' };
			const workflow = structuredClone(amazonFilledIn(imported, setUp));
			change(nodesOf(workflow));
			return await n8n.place({ ...workflow, ...(id !== undefined && { id }) }, [
				cin7,
				smtp,
				amazon,
			]);
		},
		async run({ id }) {
			const execution = await runWorkflow(session, id, 'Run by hand');
			return ended(await finishedExecution(session, execution, executionWithin));
		},
		async scheduled(workflow, count) {
			const before = new Set(await scheduledIds(workflow));
			for (const started = Date.now(); Date.now() - started < executionWithin; await pause(500)) {
				const ids = (await scheduledIds(workflow)).filter((id) => !before.has(id));
				if (ids.length < count) continue;
				const executions = await Promise.all(ids.map((id) => readExecution(session, id)));
				return executions.slice(0, count).map(ended);
			}
			throw new Error(`The schedule started fewer than ${count} executions.`);
		},
		async row({ id }) {
			const found = await table();
			if (found === undefined) return undefined;
			const { data } = await session.get<{ data: Row[] }>(
				`/projects/${found.projectId}/data-tables/${found.id}/rows`,
			);
			return data.find(({ workflow }) => workflow === id);
		},
		async editRow({ id }, data) {
			const found = await table();
			const filter = {
				type: 'and',
				filters: [{ columnName: 'workflow', condition: 'eq', value: id }],
			};
			const path = `/projects/${found?.projectId}/data-tables/${found?.id}/rows`;
			await session.patch(path, { filter, data });
		},
		async clearFaults() {
			await axios.delete(`${sandbox.control}/amazon/faults`, { proxy: false });
			await axios.delete(`${sandbox.control}/faults`, { proxy: false });
		},
	};
}

function nodesOf({ nodes }: Workflow): Nodes {
	return (name) => {
		const found = nodes.find((node) => node.name === name);
		if (found === undefined) throw new Error(`The template has no node "${name}".`);
		return found;
	};
}

/** A change of the template: so many pages in one execution. */
export function pagesAtOnce(maxPages: number): (nodes: Nodes) => void {
	return (nodes) => {
		nodes(downloadNode).parameters.options = { maxPages };
	};
}

/** A change of the template: a node that stops the execution stands where this one stood. */
export function stopping(name: string): (nodes: Nodes) => void {
	return (nodes) => {
		const parameters = { errorMessage: `${name} stopped.` };
		Object.assign(nodes(name), { type: 'n8n-nodes-base.stopAndError', typeVersion: 1, parameters });
	};
}

/** A change of the template: so many pages in one execution, and Personal Data turned off. */
export function withoutPersonalData(maxPages: number): (nodes: Nodes) => void {
	return (nodes) => {
		pagesAtOnce(maxPages)(nodes);
		for (const name of [downloadNode, 'Ask for refused orders again']) {
			nodes(name).parameters.personalData = false;
		}
	};
}
