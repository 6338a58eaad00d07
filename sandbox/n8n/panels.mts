// The panels of our nodes, every operation of each: for pictures, to be looked at whenever a panel changes.

export interface Panel {
	/** Name of the picture. */
	picture: string;
	/** Name of the node within the package. */
	node: string;
	parameters: Record<string, unknown>;
}

const batchOperations = ['preview', 'run', 'getBatches', 'undo', 'confirm'];
const resources = ['branch', 'contact', 'creditNote', 'payment', 'product', 'salesOrder'];

/** The guide shows the first of each node. */
export const panels: Panel[] = [
	...batchOperations.map((operation) =>
		panel('batchEcommerceOrders', 'batch-ecommerce-orders', { operation, ...rowsOf(operation) }),
	),
	panel('batchEcommerceOrders', 'batch-ecommerce-orders', {
		operation: 'run',
		posting: 'external',
	}),
	panel('downloadAmazonOrders', 'download-amazon-orders'),
	panel('downloadAmazonOrders', 'download-amazon-orders', { operation: 'getById' }),
	panel('validateOrder', 'validate-order'),
	panel('setOrderStage', 'set-order-stage'),
	panel('setOrderStage', 'set-order-stage', { operation: 'hold' }),
	panel('setOrderStage', 'set-order-stage', { operation: 'setManually' }),
	...['getAll', 'upsert', 'update'].map((operation) =>
		panel('cin7Omni', 'cin7-omni', { resource: 'salesOrder', operation }),
	),
	panel('cin7Omni', 'cin7-omni', { operation: 'update', dataMode: 'defineBelow' }),
	...resources.map((resource) => panel('cin7Omni', 'cin7-omni', { operation: 'get', resource })),
	panel('cin7Omni', 'cin7-omni', { operation: 'getAll', resource: 'user' }),
	panel('automationBotsDashboard', 'automation-bots-dashboard'),
	panel('automationBotsDashboard', 'automation-bots-dashboard', { operation: 'readRequest' }),
];

/** The first of a node has its name alone, the others what they are set to besides. */
function panel(node: string, name: string, parameters: Record<string, unknown> = {}): Panel {
	const { operation = '', resource = '', posting = '', dataMode = '' } = parameters;
	const first = ['', 'preview'].includes(String(operation)) || operation === 'getAll';
	const more = [operation, resource, posting, dataMode].filter((part) => part !== '');
	const plain = first && resource !== 'user';
	return { picture: ['panel', name, ...(plain ? [] : more)].join('-'), node, parameters };
}

/** With a row, so that its fields are seen. */
function rowsOf(operation: string): Record<string, unknown> {
	if (operation !== 'preview' && operation !== 'run') return {};
	const chosen = (value: string) => ({ __rl: true, mode: 'name', value });
	const row = {
		channel: chosen('Shopify My Store'),
		paymentType: chosen('Shopify Payments'),
		cutOff: 'time',
		cutOffTime: '11:00',
	};
	return { botName: 'Shopify, every morning', batchingOptions: { rows: [row] } };
}
