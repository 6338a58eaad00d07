// Bots that start at the same moment: whether all finish, and what they make of the key's limit.
import {
	finishedExecution,
	itemsOf,
	runWorkflow,
	whatWentWrong,
	type Execution,
} from '../../sandbox/n8n/executions.mts';
import type { ReportedBatch } from '../../sandbox/n8n/verify.mts';
import { batchNode, trigger, type SavedBot } from './botWorkflows.mts';
import type { QueueMode } from './queueMode.mts';

export interface AllAtOnce {
	bots: number;
	/** That made their batch. */
	finished: number;
	failed: string[];
	/** How many each worker had. */
	onWorkers: number[];
	/** From the first call to the last. */
	minutes: number;
	accepted: number;
	refused: number;
	/** Part of the 60 calls a minute that those minutes allow. */
	used: number;
	/** Part of all calls. */
	refusedPart: number;
	batches: ReportedBatch[];
}

/** A bot alone takes half a minute; an hour is for all that share the key. */
const longest = 60 * 60_000;

export async function allAtOnce(queue: QueueMode, bots: SavedBot[]): Promise<AllAtOnce> {
	const { session, workers } = queue;
	await queue.clearLog();
	const ids = await Promise.all(
		bots.map(async ({ workflowId }) => await runWorkflow(session, workflowId, trigger)),
	);
	const executions: Execution[] = [];
	// One after the other: asking after all of them all the time would only slow n8n down.
	for (const id of ids) executions.push(await finishedExecution(session, id, longest));
	const requests = await queue.requests();
	const times = requests.map(({ at }) => Date.parse(at));
	const minutes = (Math.max(...times) - Math.min(...times)) / 60_000;
	const refused = requests.filter(({ status }) => status === 429).length;
	const accepted = requests.length - refused;
	const batches = executions.map((execution) => itemsOf<ReportedBatch>(execution, batchNode));
	return {
		bots: bots.length,
		finished: batches.filter(({ length }) => length === 1).length,
		failed: executions.flatMap((execution) => whatWentWrong(execution) ?? []),
		onWorkers: await Promise.all(
			workers.map(async (worker) => {
				const started = await worker.executions();
				return ids.filter((id) => started.has(id)).length;
			}),
		),
		minutes,
		accepted,
		refused,
		used: accepted / (60 * minutes),
		refusedPart: refused / requests.length,
		batches: batches.flat(),
	};
}
