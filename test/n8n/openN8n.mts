// A real n8n with the package in it, on the stand-in for Cin7 Omni: as `npm start` has it, in a folder that goes away.
// Needs dist/ (npm run build).
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import axios from 'axios';
import { signIn, type Session } from '../../sandbox/n8n/api.mts';
import { saveCredential, type Credential } from '../../sandbox/n8n/credentials.mts';
import {
	finishedExecution,
	itemsOf,
	runWorkflow,
	whatWentWrong,
	type Execution,
} from '../../sandbox/n8n/executions.mts';
import { packPackage } from '../../sandbox/n8n/nodePackage.mts';
import { ownerOf } from '../../sandbox/n8n/owner.mts';
import { startN8n } from '../../sandbox/n8n/server.mts';
import { startSandbox, type Sandbox } from '../../sandbox/n8n/services.mts';
import {
	saveWorkflow,
	withCredentials,
	type SavedWorkflow,
	type Workflow,
} from '../../sandbox/n8n/workflows.mts';

export const checkout = resolve(import.meta.dirname, '../..');
const executionWithin = 240_000;

export interface OpenN8n {
	session: Session;
	url: string;
	/** Everything this n8n keeps is below it, in `.n8n`; its log is `n8n.log`. */
	userFolder: string;
	sandbox: Sandbox;
	cin7: Credential;
	/** A key of the same account without the permission for payments. */
	withoutPayments: Credential;
	smtp: Credential;
	/** Saves a workflow with credentials picked for its nodes. */
	place(workflow: Workflow, credentials: Credential[]): Promise<SavedWorkflow>;
	/** Presses Execute workflow and waits for the end. */
	execute(workflow: SavedWorkflow): Promise<BotExecution>;
	/** The stand-in's control API. */
	control<T>(path: string, body?: unknown): Promise<T>;
	close(): Promise<void>;
}

export interface BotExecution {
	execution: Execution;
	batches: Record<string, unknown>[];
	skipped: Record<string, unknown>[];
	summary: Record<string, unknown>[];
	/** What n8n shows of a node that stopped: message and description. */
	complaint: string | undefined;
}

export async function openN8n(sandboxArgs: string[] = []): Promise<OpenN8n> {
	const folder = await mkdtemp(join(tmpdir(), 'cin7-omni-n8n-'));
	const sandbox = await startSandbox(checkout, join(folder, 'sandbox'), sandboxArgs);
	const packageFile = await packPackage(checkout, join(folder, 'package'));
	const n8n = await startN8n({ userFolder: join(folder, 'n8n'), packageFile });
	const session = await signIn(n8n.url, await ownerOf(n8n.userFolder));
	const { credentials } = sandbox;
	const credential = (name: string, type: string, data: Record<string, unknown>) =>
		saveCredential(session, { name, type }, data);
	return {
		session,
		url: n8n.url,
		userFolder: n8n.userFolder,
		sandbox,
		cin7: await credential('Cin7', 'cin7OmniApi', credentials.cin7),
		withoutPayments: await credential(
			'Cin7 without payments',
			'cin7OmniApi',
			credentials.cin7WithoutPayments,
		),
		smtp: await credential('Mailbox', 'smtp', credentials.smtp),
		place: async (workflow, used) =>
			await saveWorkflow(session, await withCredentials(session, workflow, used)),
		async execute(workflow) {
			const id = await runWorkflow(session, workflow.id, 'Run by hand');
			const execution = await finishedExecution(session, id, executionWithin);
			const node = 'Batch the payments';
			return {
				execution,
				batches: itemsOf(execution, node, 0),
				skipped: itemsOf(execution, node, 1),
				summary: itemsOf(execution, node, 2),
				complaint: whatWentWrong(execution),
			};
		},
		async control(path, body) {
			const { data } = await axios.request({
				method: body === undefined ? 'GET' : 'POST',
				url: `${sandbox.control}/${path}`,
				data: body,
				proxy: false,
				maxContentLength: Infinity,
			});
			return data;
		},
		async close() {
			await n8n.stop();
			await sandbox.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** A template of workflows/, without ids, as somebody imports it. */
export async function template(name: string): Promise<Workflow> {
	const file = join(checkout, 'workflows', `${name}.json`);
	return JSON.parse(await readFile(file, 'utf8')) as Workflow;
}
