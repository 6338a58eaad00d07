/** Types of nodes, as workflows name them. */

const own = 'n8n-nodes-cin7-omni.';

export const nodeTypes = {
	batch: `${own}batchEcommerceOrders`,
	cin7: `${own}cin7Omni`,
	dashboard: `${own}automationBotsDashboard`,
	download: `${own}downloadAmazonOrders`,
	stage: `${own}setOrderStage`,
	validate: `${own}validateOrder`,
	schedule: 'n8n-nodes-base.scheduleTrigger',
	calledByAnother: 'n8n-nodes-base.executeWorkflowTrigger',
	form: 'n8n-nodes-base.formTrigger',
	/** Edit Fields, which is Set in workflows. */
	editFields: 'n8n-nodes-base.set',
	filter: 'n8n-nodes-base.filter',
};

/** Whether a node comes with this package. */
export function ours(type: string): boolean {
	return type.startsWith(own);
}
