// Workflows of a Schedule Trigger in an n8n whose clock is set: published a moment before they are due, and when n8n started
// them.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { chosenByN8n } from '../../lib/dashboard/schedule/chosen';
import type { Session } from '../../sandbox/n8n/api.mts';
import {
	publishWorkflow,
	readWorkflow,
	type SavedWorkflow,
	type Workflow,
} from '../../sandbox/n8n/workflows.mts';
import type { ClockedN8n } from './clockedN8n.mts';

export type Rule = Record<string, unknown>;

const second = 1_000;
let workflows = 0;

/**
 * A workflow of a Schedule Trigger alone. Its ids are such that n8n adds a few seconds to its times, not 50.
 * @param timezone left out for that of n8n
 */
export function scheduled(timezone: string | undefined, rule: Rule): Workflow {
	workflows += 1;
	const id = `Scheduled${String(workflows).padStart(7, '0')}`;
	let nodeId = randomUUID();
	while (chosenByN8n(`${id}:${nodeId}`, 'second') > 6) nodeId = randomUUID();
	const node = {
		id: nodeId,
		name: 'Each time',
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		position: [0, 0],
		parameters: { rule: { interval: [rule] } },
	};
	return {
		id,
		name: `${timezone ?? 'No zone of its own'} ${id}`,
		nodes: [node],
		connections: {},
		settings: { executionOrder: 'v1', timezone },
	};
}

export const daily = (hour: number, minutes: number): Rule => ({
	field: 'days',
	triggerAtHour: hour,
	triggerAtMinute: minutes,
});

export const toTheMinute = (instant: number) => `${new Date(instant).toISOString().slice(0, 16)}Z`;

/** When n8n started a workflow by its schedule, by its own clock. */
export async function started(n8n: ClockedN8n, id: string): Promise<string[]> {
	const { data } = await n8n.api<{ data: Array<{ startedAt?: string | null; mode: string }> }>(
		`/executions?workflowId=${id}`,
	);
	expect(data.every(({ mode }) => mode === 'trigger')).toBe(true);
	// One that n8n has only written down is not started yet.
	const times = data.flatMap(({ startedAt }) => (startedAt ? [startedAt] : []));
	return times.map((startedAt) => toTheMinute(Date.parse(startedAt))).sort();
}

/** The same, once it was started so often, or after a minute. */
export async function startedTimes(n8n: ClockedN8n, id: string, times: number): Promise<string[]> {
	for (const from = Date.now(); Date.now() - from < 60_000; await pause(200)) {
		const found = await started(n8n, id);
		if (found.length >= times) return found;
	}
	return await started(n8n, id);
}

/** Publishes with n8n's clock a few seconds before a moment. */
export async function publishBefore(
	n8n: ClockedN8n,
	moment: number,
	...some: Workflow[]
): Promise<Session> {
	for (;;) {
		const session = await n8n.setClock(moment - 12 * second);
		for (const workflow of some) await publish(session, workflow);
		// On a busy computer it may have taken longer.
		if (n8n.now() < moment - second) return session;
	}
}

async function publish(session: Session, { id }: { id?: string }): Promise<SavedWorkflow> {
	const saved = await readWorkflow(session, id ?? '');
	if (!saved) throw new Error(`n8n does not have ${id}`);
	if (saved.activeVersionId) await session.post(`/workflows/${saved.id}/deactivate`, {});
	await publishWorkflow(session, saved);
	return saved;
}
