/** A bot made from a template: its workflow under a name of its own, ready for n8n to create. */
import { randomUUID } from 'node:crypto';

import { nodeTypes } from '../nodeTypes';
import type { TemplateWorkflow } from './templates';

/** n8n takes no longer names. */
export const longestName = 128;

/**
 * The template's workflow with this name, also in its Batch Ecommerce Orders node. Addresses of its triggers get ids of
 * their own, so that two bots of one template are not in each other's way. Its time zone is that of n8n, as when its file
 * is imported: the template's own would be right for few.
 */
export function newBot(template: TemplateWorkflow, name: string): TemplateWorkflow {
	const nodes = template.nodes.map((node) => ({
		...node,
		...('webhookId' in node && { webhookId: randomUUID() }),
		...(isBatchBot(node) && { parameters: { ...node.parameters, botName: name } }),
	}));
	const { connections } = template;
	const settings = Object.fromEntries(
		Object.entries(template.settings).filter(([setting]) => setting !== 'timezone'),
	);
	return { name, nodes, connections, settings };
}

function isBatchBot(
	node: Record<string, unknown>,
): node is { parameters: Record<string, unknown> } & Record<string, unknown> {
	const { type, parameters } = node;
	return (
		type === nodeTypes.batch &&
		typeof parameters === 'object' &&
		parameters !== null &&
		'botName' in parameters
	);
}
