/** A node of a workflow, as n8n's API gives it. */
export interface WorkflowNode {
	/** n8n derives the second of a schedule from it. */
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	disabled?: boolean;
	/** What n8n does when the node fails; absent for stopping. */
	onError?: string;
	/** The older way of saying so. */
	continueOnFail?: boolean;
	/** Whether it gives an empty item where it would give none. */
	alwaysOutputData?: boolean;
	/** Of triggers that have an address of their own. */
	webhookId?: string;
}

/** What a node leads to: per kind of connection, per output, the nodes behind it. */
export type Connections = Record<string, unknown>;

export interface PublishedVersion {
	versionId: string;
	nodes: WorkflowNode[];
	connections: Connections;
	/** Milliseconds: when it was last published, or a moment before that where n8n does not say. */
	publishedAt?: number;
}

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
	/** What n8n keeps for the workflow's triggers: null for nothing, undefined where it was not said. */
	staticData?: unknown;
	/** What is published, which is what schedules and other workflows start. */
	published: PublishedVersion | null;
}

/** Whether nothing leaves a node that failed: otherwise n8n goes on with what came of it. */
export function stopsWhenItFails({
	onError = 'stopWorkflow',
	continueOnFail,
}: WorkflowNode): boolean {
	return onError === 'stopWorkflow' && continueOnFail !== true;
}

/** Whether a node of this type is there and not switched off. */
export function hasNode(nodes: readonly WorkflowNode[], type: string): boolean {
	return nodes.some((node) => node.type === type && node.disabled !== true);
}
