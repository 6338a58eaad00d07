// Fills the Batch Ecommerce Orders template in as a person does in the node's panel: channels, payment types, cut-offs,
// customer, product, and who is told.

import type { Bot } from '../scenario/bot.mts';
import type { Workflow } from './workflows.mts';

export const BATCH_NODE = 'n8n-nodes-cin7-omni.batchEcommerceOrders';

/** Of the node's operations, those that have a bot's settings. */
const botOperations = [undefined, 'preview', 'run'];

/** A workflow of its own with every Batch Ecommerce Orders node that previews or runs set to this bot. */
export function filledIn(workflow: Workflow, bot: Bot, operation: 'preview' | 'run'): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.type === BATCH_NODE && botOperations.includes(node.parameters.operation as string)
			? { ...node, parameters: { ...node.parameters, ...panelOf(bot), operation } }
			: node,
	);
	return { ...workflow, nodes, settings: { ...workflow.settings, timezone: bot.zone } };
}

function panelOf(bot: Bot): Record<string, unknown> {
	return {
		botName: bot.botName,
		tags: bot.tags,
		batchingOptions: {
			rows: bot.rows.map(({ channel, paymentType, cutOff }) => ({
				channel: chosen('name', channel),
				paymentType: chosen('name', paymentType),
				...cutOffOf(cutOff),
			})),
		},
		branches: bot.branchIds,
		batchCustomer: { ...chosen('id', String(bot.customerId)), cachedResultName: bot.customerName },
		batchProduct: chosen('code', bot.productCode),
		summaryEmail: chosen('email', bot.summaryEmail),
		options: {
			lookBackDays: bot.lookBackDays,
			depositPaymentTypes: bot.depositPaymentTypes.join(', '),
		},
	};
}

function cutOffOf(text: string): { cutOff: string; cutOffTime?: string } {
	if (text === 'Ignore') return { cutOff: 'ignore' };
	if (text === 'End of day') return { cutOff: 'endOfDay' };
	return { cutOff: 'time', cutOffTime: text };
}

/** A value of a resource locator. */
function chosen(mode: string, value: string) {
	return { __rl: true, mode, value };
}
