/** n8n's list of workflows, as its public API gives it (n8n node, Workflow: Get Many). */
import { z } from 'zod';

import type { ListedWorkflow } from '../workflow';
import { readList, type Read } from './list';

const node = z
	.object({
		name: z.string(),
		type: z.string(),
		typeVersion: z.number().catch(1),
		parameters: z.record(z.unknown()).catch({}),
		disabled: z.boolean().optional().catch(undefined),
		webhookId: z.string().optional().catch(undefined),
	})
	.strip();

const contents = { nodes: z.array(node), connections: z.record(z.unknown()).catch({}) };

const workflow = z
	.object({
		id: z.string().min(1),
		name: z.string(),
		isArchived: z.boolean().catch(false),
		versionId: z.string().nullish(),
		...contents,
		settings: z.object({ timezone: z.string().optional().catch(undefined) }).nullish(),
		activeVersion: z.object({ versionId: z.string().min(1), ...contents }).nullish(),
	})
	.transform(
		({ id, name, isArchived, versionId, settings, activeVersion, ...saved }): ListedWorkflow => ({
			id,
			name,
			isArchived,
			versionId: versionId ?? '',
			...saved,
			...zoneOf(settings?.timezone),
			published: activeVersion ?? null,
		}),
	);

/** @param items the `json` of each item */
export function readWorkflows(items: readonly unknown[]): Read<ListedWorkflow> {
	return readList(items, workflow, 'the list of workflows');
}

/** n8n's editor calls the zone of the instance DEFAULT. */
function zoneOf(timeZone: string | undefined): { timeZone?: string } {
	return timeZone === undefined || timeZone === '' || timeZone === 'DEFAULT' ? {} : { timeZone };
}
