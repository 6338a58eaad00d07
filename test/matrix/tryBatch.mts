// Executes the batch template in one n8n, as a Preview and as a Run, and holds what n8n reports against the ledger.
import type { Session } from '../../sandbox/n8n/api.mts';
import type { Credential } from '../../sandbox/n8n/credentials.mts';
import { finishedExecution, type Execution } from '../../sandbox/n8n/executions.mts';
import { filledIn } from '../../sandbox/n8n/fillIn.mts';
import { jobResult, type JobResult } from '../../sandbox/n8n/result.mts';
import { readLedger, type Ledger } from '../../sandbox/n8n/verify.mts';
import {
	withCredentials,
	type SavedWorkflow,
	type Workflow,
} from '../../sandbox/n8n/workflows.mts';
import { defaultBot } from '../../sandbox/scenario/bot.mts';

const jobWithin = 240_000;

/**
 * What Preview shows is what Run makes, Preview writes nothing, and the ledger agrees with Run.
 * @param control URL of the sandbox's control API
 * @returns a sentence for each of these that is not so
 */
export async function tryBatch(
	session: Session,
	template: Workflow,
	credentials: Credential[],
	control: string,
): Promise<string[]> {
	const before = await readLedger(control);
	const once = async (operation: 'preview' | 'run'): Promise<JobResult> => {
		const set = filledIn(template, defaultBot, operation);
		const workflow = await withCredentials(session, set, credentials);
		const execution = await press(session, await imported(session, workflow));
		return await jobResult(execution, workflow, control, before);
	};
	const preview = await once('preview');
	const unchanged = booksOf(await readLedger(control)) === booksOf(before);
	const run = await once('run');
	return [
		...(preview.message ? [`Preview: ${preview.message}`] : []),
		...(unchanged ? [] : ['Preview changed the ledger.']),
		...(run.message ? [`Run: ${run.message}`] : []),
		...run.verification.differences,
		...(sameBatches(preview, run) ? [] : ['Run made other batches than Preview showed.']),
		...(run.batches.length > 0 ? [] : ['Run made no batch.']),
	];
}

/** Import from File, and save. n8n 1 wants to be told that the workflow is not active. */
export async function imported(session: Session, workflow: Workflow): Promise<SavedWorkflow> {
	const { name, nodes, connections, settings } = workflow;
	return await session.post('/workflows', { name, nodes, connections, settings, active: false });
}

/** Presses Execute workflow. Older n8n want the workflow with it, as their editor sends it. */
async function press(session: Session, workflow: SavedWorkflow): Promise<Execution> {
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	const { executionId } = await session.post<{ executionId: string }>(
		`/workflows/${workflow.id}/run`,
		{ workflowData: workflow, triggerToStartFrom: { name: trigger?.name } },
	);
	return await finishedExecution(session, executionId, jobWithin);
}

/** Everything but the account's clock. */
function booksOf({ salesOrders, creditNotes, payments }: Ledger): string {
	return JSON.stringify({ salesOrders, creditNotes, payments });
}

function sameBatches(preview: JobResult, run: JobResult): boolean {
	const told = ({ batches }: JobResult) =>
		batches.map(({ reference: _, ...batch }) => JSON.stringify(batch)).sort();
	return JSON.stringify(told(preview)) === JSON.stringify(told(run));
}
