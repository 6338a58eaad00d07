/** A node of a workflow, as n8n's API gives it. */
export interface WorkflowNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	disabled?: boolean;
	/** Of triggers that have an address of their own. */
	webhookId?: string;
}

/** What a node leads to: per kind of connection, per output, the nodes behind it. */
export type Connections = Record<string, unknown>;

/** A workflow of the instance, as n8n's API lists it. */
export interface ListedWorkflow {
	id: string;
	name: string;
	isArchived: boolean;
	/** Of what is saved; a new one with every change. Random, and known only to who may read the workflow. */
	versionId: string;
	nodes: WorkflowNode[];
	connections: Connections;
	/** IANA name; absent where the workflow follows the instance. */
	timeZone?: string;
	/** What is published, which is what schedules and other workflows start. */
	published: { versionId: string; nodes: WorkflowNode[]; connections: Connections } | null;
}

/** Whether a node of this type is there and not switched off. */
export function hasNode(nodes: readonly WorkflowNode[], type: string): boolean {
	return nodes.some((node) => node.type === type && node.disabled !== true);
}
