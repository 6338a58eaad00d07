// Puts workflows into n8n, gives their nodes credentials, and publishes them.

import { setTimeout as pause } from 'node:timers/promises';
import type { Session } from './api.mts';
import type { Credential } from './credentials.mts';

const PUBLISHED_WITHIN_MS = 30_000;

export interface WorkflowNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string | null; name: string }>;
	[key: string]: unknown;
}

/** A workflow as its JSON file has it. */
export interface Workflow {
	id?: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
}

export interface SavedWorkflow extends Workflow {
	id: string;
	/** Changes whenever the contents do. */
	versionId: string;
	isArchived: boolean;
	activeVersionId: string | null;
}

/** Creates the workflow, under the id it brings, or brings the one of that id up to date. */
export async function saveWorkflow(session: Session, workflow: Workflow): Promise<SavedWorkflow> {
	const { id, name, nodes, connections, settings, pinData } = workflow;
	const contents = { name, nodes, connections, settings, pinData };
	if (id === undefined) return session.post('/workflows', contents);
	const { exists } = await session.get<{ exists: boolean }>(`/workflows/${id}/exists`);
	return exists
		? session.patch(`/workflows/${id}`, contents)
		: session.post('/workflows', { id, ...contents });
}

export async function readWorkflow(
	session: Session,
	id: string,
): Promise<SavedWorkflow | undefined> {
	const { exists } = await session.get<{ exists: boolean }>(`/workflows/${id}/exists`);
	return exists ? session.get(`/workflows/${id}`) : undefined;
}

/**
 * Gives every node that can use one of these credentials that credential, as a person picks it from the list.
 * @returns a workflow of its own
 */
export async function withCredentials(
	session: Session,
	workflow: Workflow,
	credentials: Credential[],
): Promise<Workflow> {
	const types = [...new Map(workflow.nodes.map((node) => [typeKey(node), node])).values()];
	const descriptions = await session.post<Array<{ credentials?: Array<{ name: string }> } | null>>(
		'/node-types',
		{ nodeInfos: types.map(({ type, typeVersion }) => ({ name: type, version: typeVersion })) },
	);
	const accepted = new Map(
		types.map((node, index) => [
			typeKey(node),
			(descriptions[index]?.credentials ?? []).map(({ name }) => name),
		]),
	);
	const nodes = workflow.nodes.map((node) => {
		const wanted = [...Object.keys(node.credentials ?? {}), ...(accepted.get(typeKey(node)) ?? [])];
		const given = credentials.filter(({ type }) => wanted.includes(type));
		if (given.length === 0) return node;
		const references = given.map(({ id, name, type }) => [type, { id, name }]);
		return { ...node, credentials: { ...node.credentials, ...Object.fromEntries(references) } };
	});
	return { ...workflow, nodes };
}

/**
 * Publishes what is saved and waits until its triggers are live.
 * @throws with n8n's words when a node's type, credential or required parameter is missing
 */
export async function publishWorkflow(session: Session, saved: SavedWorkflow): Promise<void> {
	await session.post(`/workflows/${saved.id}/activate`, { versionId: saved.versionId });
	for (const started = Date.now(); Date.now() - started < PUBLISHED_WITHIN_MS; await pause(200)) {
		const { pendingVersionId, triggers } = await session.get<PublicationStatus>(
			`/workflows/${saved.id}/publication-status`,
		);
		const refused = triggers.find(({ errorMessage }) => errorMessage);
		if (refused) throw new Error(`"${saved.name}" was not published: ${refused.errorMessage}`);
		if (pendingVersionId === null) return;
	}
	throw new Error(
		`"${saved.name}" was not published within ${PUBLISHED_WITHIN_MS / 1000} seconds.`,
	);
}

interface PublicationStatus {
	pendingVersionId: string | null;
	triggers: Array<{ errorMessage: string | null }>;
}

function typeKey({ type, typeVersion }: WorkflowNode): string {
	return `${type}@${typeVersion}`;
}
