/** Whose time zone bots without one of their own are shown in. */
import type { ListedWorkflow } from './workflow';

/**
 * n8n tells a workflow its own zone only. While the dashboard follows n8n's, that is also the one of every other workflow
 * that sets none.
 * @param ownWorkflowId the dashboard's own
 * @returns a sentence when the dashboard has a zone of its own, and bots are there that follow n8n's; otherwise null
 */
export function zoneNotKnown(
	workflows: readonly ListedWorkflow[],
	bots: ReadonlyArray<{ id: string }>,
	ownWorkflowId: string,
): string | null {
	const zones = new Map(workflows.map(({ id, timeZone }) => [id, timeZone]));
	const own = zones.get(ownWorkflowId);
	if (own === undefined || bots.every(({ id }) => zones.get(id) !== undefined)) return null;
	return `This dashboard has a time zone of its own, so bots that set none are shown in ${own}, and n8n may start them at another time. In n8n, set Timezone back to Default in the settings of the dashboard’s workflow.`;
}
