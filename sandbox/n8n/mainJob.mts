// The main job of `npm start`: builds the package, starts the sandbox and a real n8n with it, runs the Batch Ecommerce
// Orders template once, and holds what n8n reports against the ledger.

import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { accountant } from '../scenario/account.mts';
import { amazonSeller, defaultBot } from '../scenario/bot.mts';
import { signIn } from './api.mts';
import { placeDashboardCredentials } from './dashboardCredentials.mts';
import { finishedExecution, runWorkflow } from './executions.mts';
import { filledIn } from './fillIn.mts';
import { amazonFilledIn } from './fillInAmazon.mts';
import { packPackage } from './nodePackage.mts';
import type { Owner } from './owner.mts';
import { ownerOf } from './owner.mts';
import { publishTemplates, unpublishTemplates } from './publishing.mts';
import type { JobResult } from './result.mts';
import { jobResult } from './result.mts';
import { placeSandboxCredentials } from './sandboxCredentials.mts';
import type { N8n } from './server.mts';
import { startN8n } from './server.mts';
import type { Sandbox } from './services.mts';
import { startSandbox } from './services.mts';
import { timedSteps } from './steps.mts';
import { placedBefore, placeTemplates } from './templates.mts';
import type { PlacedTemplate } from './templates.mts';
import { readLedger } from './verify.mts';
import type { SavedWorkflow, Workflow } from './workflows.mts';

export const checkout = resolve(import.meta.dirname, '../..');
/** Kept between runs, so that a second start is quick and finds the ledger as the first left it. */
export const stateFolder = join(checkout, '.state', 'start');

const MAIN_TEMPLATE = 'batch-ecommerce-orders';
/** Other ways of booking the same payments: there to be looked at, not set up and not published. */
const ALTERNATIVES = ['batch-ecommerce-orders-csv', 'batch-ecommerce-orders-xero'];
const JOB_WITHIN_MS = 8 * 60_000;
/** How far the first download of Amazon orders reaches back. */
const AMAZON_DAYS = 3;

export interface MainJob {
	result: JobResult;
	n8n: N8n;
	sandbox: Sandbox;
	owner: Owner;
	workflow: SavedWorkflow;
	/** Seconds per step. */
	seconds: Record<string, number>;
}

/**
 * Leaves the sandbox and n8n running, also when it throws (`stopServices` stops them).
 * @param port wanted for n8n
 */
export async function mainJob(port: number): Promise<MainJob> {
	const { step, seconds } = timedSteps();

	const packageFile = await step('Building the package', 'build', async () => {
		await promisify(execFile)('npm', ['run', 'build', '--loglevel=error'], { cwd: checkout });
		return packPackage(checkout, join(stateFolder, 'package'));
	});

	const sandbox = await step('Starting the sandbox (Cin7 and a mailbox)', 'sandbox', () =>
		startSandbox(checkout, join(stateFolder, 'sandbox'), ['--limits', 'real']),
	);

	const n8n = await step('Starting n8n with the package', 'n8n', () =>
		startN8n({ userFolder: join(stateFolder, 'n8n'), port, packageFile }),
	);

	const owner = await ownerOf(n8n.userFolder);
	const session = await signIn(n8n.url, owner);
	const placed = await step('Putting credentials and workflows in place', 'workflows', async () => {
		const places = {
			folder: join(checkout, 'workflows'),
			memory: join(stateFolder, 'templates.json'),
		};
		await unpublishTemplates(session, await placedBefore(places));
		const credentials = [
			...(await placeSandboxCredentials(session, sandbox.credentials)),
			...(await placeDashboardCredentials(session, n8n.url, {
				user: owner.email,
				password: owner.password,
			})),
		];
		return placeTemplates(session, places, credentials, setUp);
	});
	const workflow = mainTemplate(placed);

	const before = await readLedger(sandbox.control);
	const execution = await step('Running Batch Ecommerce Orders in n8n', 'job', async () => {
		const id = await runWorkflow(session, workflow.id, manualTriggerOf(workflow));
		return finishedExecution(session, id, JOB_WITHIN_MS);
	});

	const result = await step("Holding n8n's result against the ledger", 'verify', () =>
		jobResult(execution, workflow, sandbox.control, before),
	);
	await step('Publishing the workflows', 'publish', () =>
		publishTemplates(
			session,
			placed.filter(({ file }) => !ALTERNATIVES.includes(file)),
		),
	);
	return { result, n8n, sandbox, owner, workflow, seconds };
}

/** A template as the sandbox's merchant sets it up. */
function setUp(template: Workflow, file: string): Workflow {
	if (ALTERNATIVES.includes(file)) return template;
	return amazonFilledIn(filledIn(template, defaultBot, 'run'), {
		updatedAfter: new Date(Date.now() - AMAZON_DAYS * 86_400_000).toISOString(),
		alertEmail: accountant.email,
		defaultStage: 'New',
		projectName: amazonSeller,
	});
}

function mainTemplate(placed: PlacedTemplate[]): SavedWorkflow {
	const main = placed.find(({ file }) => file === MAIN_TEMPLATE);
	if (main === undefined) throw new Error(`There is no workflows/${MAIN_TEMPLATE}.json.`);
	return main.workflow;
}

function manualTriggerOf({ name, nodes }: SavedWorkflow): string {
	const trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	if (trigger === undefined) throw new Error(`The workflow "${name}" has no Manual Trigger.`);
	return trigger.name;
}
