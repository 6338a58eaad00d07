/** Which of the instance's workflows are bots, and what the dashboard knows of each. */
import { asking, type Asking } from './asking';
import { categoryOf, type Category } from './category';
import { nodeTypes, ours } from './nodeTypes';
import { hasNode, type Connections, type ListedWorkflow, type WorkflowNode } from './workflow';

export interface Bot {
	id: string;
	/** The workflow's name: what people see in n8n. */
	name: string;
	category: Category;
	published: boolean;
	/** Whether something was changed since it was published: the settings shown are those that run. */
	changedSincePublished: boolean;
	/**
	 * The version that a button would start. Whoever asks the dashboard to start the bot has to know it: pages of others,
	 * which may send a form with this browser's password, do not.
	 */
	version: string;
	/** What runs: the published version, or what is saved when there is none. */
	nodes: WorkflowNode[];
	connections: Connections;
	timeZone: string;
	/** What n8n keeps for its triggers, and since when they count: see `ScheduledWorkflow`. */
	staticData?: unknown;
	publishedAt?: number;
	asking: Asking;
	/** Whether it batches payments, so that there is something to preview. */
	batches: boolean;
	/** Path of its form, when people can start it with one. */
	formPath: string | null;
}

/**
 * The bots among the workflows, by name: those with one of this package's nodes, archived ones and dashboards left out.
 * @param instanceZone zone of workflows that set none
 */
export function botsAmong(workflows: readonly ListedWorkflow[], instanceZone: string): Bot[] {
	return workflows
		.filter(isBot)
		.map((workflow) => botOf(workflow, instanceZone))
		.sort((one, other) => one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1));
}

function isBot({ isArchived, nodes, published }: ListedWorkflow): boolean {
	if (isArchived) return false;
	const all = [...nodes, ...(published?.nodes ?? [])].filter(({ type }) => ours(type));
	return all.length > 0 && all.every(({ type }) => type !== nodeTypes.dashboard);
}

function botOf(workflow: ListedWorkflow, instanceZone: string): Bot {
	const { id, name, published, versionId } = workflow;
	const { nodes, connections } = published ?? workflow;
	return {
		id,
		name,
		category: categoryOf(nodes),
		published: published !== null,
		changedSincePublished: published !== null && published.versionId !== versionId,
		version: published?.versionId ?? versionId,
		nodes,
		connections,
		timeZone: workflow.timeZone ?? instanceZone,
		staticData: workflow.staticData,
		publishedAt: published?.publishedAt,
		asking: asking(nodes, connections, published !== null),
		batches: hasNode(nodes, nodeTypes.batch),
		formPath: published === null ? null : formPathOf(nodes),
	};
}

/** n8n's rule: a path of its own, or the id that the node was given. */
function formPathOf(nodes: readonly WorkflowNode[]): string | null {
	const form = nodes.find(({ type, disabled }) => type === nodeTypes.form && disabled !== true);
	if (form === undefined) return null;
	const { path, options } = form.parameters as { path?: unknown; options?: { path?: unknown } };
	const chosen = [path, options?.path].find((one) => typeof one === 'string' && one !== '');
	if (typeof chosen !== 'string') return form.webhookId ?? null;
	return chosen.startsWith('=') || chosen.includes(':') ? null : chosen;
}
