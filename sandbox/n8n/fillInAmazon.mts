// Fills the Amazon download template in as a person does in the nodes' panels: from when on, who is told, and where
// complete orders are put.

import type { Workflow, WorkflowNode } from './workflows.mts';

export const DOWNLOAD_NODE = 'n8n-nodes-cin7-omni.downloadAmazonOrders';
export const STAGE_NODE = 'n8n-nodes-cin7-omni.setOrderStage';

export interface AmazonSetUp {
	/** ISO 8601; where the first download starts. */
	updatedAfter: string;
	/** Who is told of orders that need a person; blank for nobody. */
	alertEmail: string;
	/** Stage of complete orders. */
	defaultStage: string;
	/** By which the batch bot recognises the channel. */
	projectName: string;
}

/** A workflow of its own with every Amazon node set up; workflows without such nodes come back as they are. */
export function amazonFilledIn(workflow: Workflow, setUp: AmazonSetUp): Workflow {
	if (!workflow.nodes.some(({ type }) => type === DOWNLOAD_NODE)) return workflow;
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, ...panelOf(node, setUp) },
		})),
	};
}

function panelOf({ name, type, parameters }: WorkflowNode, setUp: AmazonSetUp) {
	const { updatedAfter, alertEmail, defaultStage, projectName } = setUp;
	if (type === DOWNLOAD_NODE && parameters.updatedAfter === '') return { updatedAfter };
	if (type === STAGE_NODE) {
		const options = { ...(parameters.options as object), projectName };
		const stage = { __rl: true, mode: 'name', value: defaultStage };
		return { options, ...(parameters.operation === 'applyDefaults' && { defaultStage: stage }) };
	}
	if (name === 'Settings') return { assignments: withAlertEmail(parameters, alertEmail) };
	return {};
}

interface Assignments {
	assignments: { name: string; value: unknown }[];
}

function withAlertEmail(parameters: Record<string, unknown>, alertEmail: string): Assignments {
	const { assignments } = parameters.assignments as Assignments;
	return {
		assignments: assignments.map((one) =>
			one.name === 'alertEmail' ? { ...one, value: alertEmail } : one,
		),
	};
}
