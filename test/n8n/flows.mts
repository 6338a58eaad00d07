// Workflows as a person sets them up: templates filled in, and a single node of ours behind some items.
import type { Credential } from '../../sandbox/n8n/credentials.mts';
import { BATCH_NODE, filledIn } from '../../sandbox/n8n/fillIn.mts';
import type { Workflow, WorkflowNode } from '../../sandbox/n8n/workflows.mts';
import type { Bot } from '../../sandbox/scenario/bot.mts';
import { template } from './openN8n.mts';

type Row = Record<string, any>;

/** A template with its bot filled in; our nodes with other operations than Preview or Run stay as they are. */
export async function filledTemplate(
	name: string,
	bot: Bot,
	operation: 'preview' | 'run',
): Promise<Workflow> {
	const imported = await template(name);
	const { nodes, ...workflow } = filledIn(imported, bot, operation);
	return {
		...workflow,
		nodes: nodes.map((node, index) => {
			const isBot = ['preview', 'run'].includes(String(imported.nodes[index].parameters.operation));
			return node.type === BATCH_NODE && !isBot ? imported.nodes[index] : node;
		}),
	};
}

/** @throws Error when a template's node was renamed and a test was not */
export function nodeOf({ nodes }: Workflow, name: string): WorkflowNode {
	const found = nodes.find((node) => node.name === name);
	if (!found) throw new Error(`There is no node "${name}".`);
	return found;
}

/** The Xero template with an address and a clearing account in its settings, no pauses, and a credential on its calls. */
export function withXero(workflow: Workflow, xeroApi: string, { id, name }: Credential): Workflow {
	const { assignments } = nodeOf(workflow, 'Settings').parameters.assignments as Row;
	const settings: Row = { xeroApi, clearingAccount: '880', pauseSeconds: 0 };
	for (const one of assignments) one.value = settings[one.name] ?? one.value;
	for (const node of workflow.nodes) {
		if (node.type === 'n8n-nodes-base.httpRequest') {
			node.credentials = { xeroOAuth2Api: { id, name } };
		}
	}
	return workflow;
}

/** A workflow of one node of ours ("Ours") behind the items that are given. */
export function oneNode(parameters: Row, timezone: string, items: Row[] = [{}]): Workflow {
	const node = (name: string, type: string, x: number, more: Row) =>
		({ id: `node-${x}`, name, type, typeVersion: 1, position: [x, 0], ...more }) as never;
	const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	const jsonOutput = JSON.stringify({ items });
	return {
		name: 'One node',
		nodes: [
			node('Run by hand', 'n8n-nodes-base.manualTrigger', 0, { parameters: {} }),
			node('Items', 'n8n-nodes-base.set', 200, {
				typeVersion: 3.4,
				parameters: { mode: 'raw', jsonOutput, options: {} },
			}),
			node('Each', 'n8n-nodes-base.splitOut', 400, {
				parameters: { fieldToSplitOut: 'items', options: {} },
			}),
			node('Ours', BATCH_NODE, 600, { parameters }),
		],
		connections: { 'Run by hand': to('Items'), Items: to('Each'), Each: to('Ours') },
		settings: { executionOrder: 'v1', timezone },
	};
}
