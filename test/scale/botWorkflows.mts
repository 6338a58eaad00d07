// Bots as workflows of n8n: a trigger, and the node that batches.
import { saveCredential } from '../../sandbox/n8n/credentials.mts';
import { BATCH_NODE, filledIn } from '../../sandbox/n8n/fillIn.mts';
import { saveWorkflow, withCredentials, type Workflow } from '../../sandbox/n8n/workflows.mts';
import type { Bot } from '../../sandbox/scenario/bot.mts';
import type { QueueMode } from './queueMode.mts';

export interface SavedBot {
	bot: Bot;
	workflowId: string;
}

export const trigger = 'Run by hand';
export const batchNode = 'Batch the payments';

/** Saves a workflow for each bot; all have the one credential. */
export async function savedBots({ session, sandbox }: QueueMode, bots: Bot[]): Promise<SavedBot[]> {
	const cin7 = await saveCredential(
		session,
		{ name: 'Cin7', type: 'cin7OmniApi' },
		sandbox.credentials.cin7,
	);
	const saved: SavedBot[] = [];
	for (const bot of bots) {
		const workflow = await withCredentials(session, filledIn(bare(), bot, 'run'), [cin7]);
		const { id } = await saveWorkflow(session, { ...workflow, name: bot.botName });
		saved.push({ bot, workflowId: id });
	}
	return saved;
}

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
