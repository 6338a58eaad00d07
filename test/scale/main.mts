// `npm run test:scale -- [--bots N] [--payments N] [--workers N] [--json FILE]`: bots on several workers of n8n's queue mode
// that share one key of the stand-in, under Cin7's real limits.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import axios from 'axios';
import { saveCredential } from '../../sandbox/n8n/credentials.mts';
import {
	finishedExecution,
	itemsOf,
	runWorkflow,
	whatWentWrong,
} from '../../sandbox/n8n/executions.mts';
import { BATCH_NODE, filledIn } from '../../sandbox/n8n/fillIn.mts';
import { stopServices } from '../../sandbox/n8n/service.mts';
import { liveDocuments } from '../../sandbox/n8n/verify/documents.mts';
import { readLedger } from '../../sandbox/n8n/verify.mts';
import { saveWorkflow, withCredentials, type Workflow } from '../../sandbox/n8n/workflows.mts';
import { manyBots } from './manyBots.mts';
import { startQueueMode } from './queueMode.mts';

interface Log {
	requests: { status: number }[];
}

const trigger = 'Run by hand';
const batchNode = 'Batch the payments';

async function measure(): Promise<number> {
	const { values } = parseArgs({
		options: {
			bots: { type: 'string', default: '20' },
			payments: { type: 'string', default: '50' },
			workers: { type: 'string', default: '3' },
			json: { type: 'string' },
		},
	});
	const [count, payments, workers] = [values.bots, values.payments, values.workers].map(Number);
	const { scenario, bots } = manyBots({ now: new Date().toISOString(), bots: count, payments });
	const queue = await startQueueMode(scenario, workers);
	const { session, sandbox } = queue;
	const cin7 = await saveCredential(
		session,
		{ name: 'Cin7', type: 'cin7OmniApi' },
		sandbox.credentials.cin7,
	);
	const ids: string[] = [];
	for (const bot of bots) {
		const workflow = await withCredentials(session, filledIn(bare(), bot, 'run'), [cin7]);
		ids.push((await saveWorkflow(session, { ...workflow, name: bot.botName })).id);
	}
	const started = Date.now();
	const running = await Promise.all(ids.map(async (id) => await runWorkflow(session, id, trigger)));
	const executions = await Promise.all(
		running.map(async (id) => await finishedExecution(session, id, 40 * 60_000)),
	);
	const minutes = (Date.now() - started) / 60_000;
	const { data } = await axios.get<Log>(`${sandbox.control}/log`, {
		proxy: false,
		maxContentLength: Infinity,
	});
	const refused = data.requests.filter(({ status }) => status === 429).length;
	const accepted = data.requests.length - refused;
	const listed = liveDocuments(await readLedger(sandbox.control)).flatMap(
		({ manifest }) => manifest?.payments.map(([id]) => id) ?? [],
	);
	const result = {
		bots: count,
		payments: count * payments,
		workers,
		failed: executions.flatMap((execution) => whatWentWrong(execution) ?? []),
		withBatch: executions.filter((execution) => itemsOf(execution, batchNode, 0).length === 1)
			.length,
		batched: listed.length,
		twice: listed.length - new Set(listed).size,
		minutes,
		accepted,
		refused,
		used: accepted / (60 * minutes),
		refusedPart: refused / (accepted + refused),
	};
	process.stdout.write(`${JSON.stringify(result, null, '\t')}\n`);
	if (values.json !== undefined) await writeFile(values.json, JSON.stringify(result));
	await queue.stop();
	const isRight =
		result.failed.length === 0 && result.batched === result.payments && result.twice === 0;
	return isRight && result.used >= 0.85 && result.refusedPart <= 0.05 ? 0 : 1;
}

/** A trigger and the node, nothing else. */
function bare(): Workflow {
	return {
		name: 'Bot',
		nodes: [
			{
				id: 'by-hand',
				name: trigger,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'batch',
				name: batchNode,
				type: BATCH_NODE,
				typeVersion: 1,
				position: [200, 0],
				parameters: {},
			},
		],
		connections: { [trigger]: { main: [[{ node: batchNode, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

process.exitCode = await measure().catch((error: Error) => {
	process.stderr.write(`${error.stack}\n`);
	return 1;
});
await stopServices();
