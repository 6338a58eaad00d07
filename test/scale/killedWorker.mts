// A worker is killed while a bot on it has claimed its batch and not finished it. n8n does not start that run again, and need
// not: the next run of any bot finishes the batch.
import { setTimeout as pause } from 'node:timers/promises';
import {
	finishedExecution,
	itemsOf,
	readExecution,
	runWorkflow,
	whatWentWrong,
	type Execution,
} from '../../sandbox/n8n/executions.mts';
import { liveDocuments, type BatchDocument } from '../../sandbox/n8n/verify/documents.mts';
import { isApproved } from '../../sandbox/n8n/verify/ledger.mts';
import type { ReportedBatch } from '../../sandbox/n8n/verify.mts';
import { batchNode, trigger, type SavedBot } from './botWorkflows.mts';
import type { QueueMode, Worker } from './queueMode.mts';

export interface KilledWorker {
	/** The batch that was under way. */
	reference: string;
	/** Whether the next run, of a bot that had nothing to batch itself, has finished it. */
	isFinishedByNext: boolean;
	/** How many runs died, and what n8n says of them in the end. */
	died: number;
	statuses: string[];
	/** What went wrong with the others. */
	failed: string[];
	batches: ReportedBatch[];
}

interface Running {
	bot: SavedBot;
	executionId: string;
}

const longest = 30 * 60_000;

/** @param next a bot that has nothing to batch itself */
export async function killedWorker(
	queue: QueueMode,
	bots: SavedBot[],
	next: SavedBot,
): Promise<KilledWorker> {
	const { session } = queue;
	const start = async (bot: SavedBot): Promise<Running> => ({
		bot,
		executionId: await runWorkflow(session, bot.workflowId, trigger),
	});
	const ended = async ({ executionId }: Running) =>
		await finishedExecution(session, executionId, longest);
	const running = await Promise.all(bots.map(start));
	const { worker, reference } = await aDraft(queue, running);
	await worker.kill();
	const onIt = await worker.executions();
	const dead = running.filter(({ executionId }) => onIt.has(executionId));
	const executions: Execution[] = [];
	for (const one of running) if (!dead.includes(one)) executions.push(await ended(one));
	executions.push(await ended(await start(next)));
	const document = liveDocuments(await queue.ledger()).find(
		({ order }) => order.reference === reference,
	);
	// At their next time.
	for (const { bot } of dead) executions.push(await ended(await start(bot)));
	const statuses = await Promise.all(
		dead.map(async ({ executionId }) => (await readExecution(session, executionId)).status),
	);
	return {
		reference,
		isFinishedByNext: document !== undefined && isApproved(document.order),
		died: dead.length,
		statuses,
		failed: executions.flatMap((execution) => whatWentWrong(execution) ?? []),
		batches: executions.flatMap((execution) => itemsOf<ReportedBatch>(execution, batchNode)),
	};
}

/** Waits until one of these runs has claimed a batch and not finished it. @throws when all came to their end before that */
async function aDraft(
	queue: QueueMode,
	running: Running[],
): Promise<{ worker: Worker; reference: string }> {
	for (const started = Date.now(); Date.now() - started < longest; await pause(500)) {
		for (const { order, manifest } of liveDocuments(await queue.ledger())) {
			const one = running.find(({ bot }) => isOf(bot, manifest));
			if (one === undefined || isApproved(order)) continue;
			for (const worker of queue.workers) {
				const { reference } = order;
				if ((await worker.executions()).has(one.executionId)) return { worker, reference };
			}
		}
	}
	throw new Error('No bot was met between its claim and its end.');
}

function isOf({ bot }: SavedBot, manifest: BatchDocument['manifest']): boolean {
	return bot.rows.some(
		({ channel, paymentType }) =>
			channel === manifest?.channel && paymentType === manifest.paymentType,
	);
}
