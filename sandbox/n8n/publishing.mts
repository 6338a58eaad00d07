// When the templates are live: not while the main job runs, so that no schedule starts a workflow beside it and nothing
// but the job takes from the key's limits.

import type { Session } from './api.mts';
import type { PlacedTemplate } from './templates.mts';
import { publishWorkflow, readWorkflow } from './workflows.mts';

/** Takes back what an earlier start published. */
export async function unpublishTemplates(session: Session, ids: string[]): Promise<void> {
	for (const id of ids) {
		const workflow = await readWorkflow(session, id);
		if (!workflow || workflow.isArchived || workflow.activeVersionId === null) continue;
		await session.post(`/workflows/${id}/deactivate`, {});
	}
}

/** Publishes the templates; their schedules start. */
export async function publishTemplates(
	session: Session,
	placed: readonly PlacedTemplate[],
): Promise<void> {
	for (const { workflow } of placed) await publishWorkflow(session, workflow);
}
