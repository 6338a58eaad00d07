/** n8n's list of workflows, as its public API gives it (n8n node, Workflow: Get Many). */
import { z } from 'zod';

import type { ListedWorkflow, PublishedVersion } from '../workflow';
import { readList, type Read } from './list';

const node = z
	.object({
		id: z.string().min(1).optional().catch(undefined),
		name: z.string(),
		type: z.string(),
		typeVersion: z.number().catch(1),
		parameters: z.record(z.unknown()).catch({}),
		disabled: z.boolean().optional().catch(undefined),
		onError: z.string().optional().catch(undefined),
		continueOnFail: z.boolean().optional().catch(undefined),
		alwaysOutputData: z.boolean().optional().catch(undefined),
		webhookId: z.string().optional().catch(undefined),
	})
	.strip();

const contents = { nodes: z.array(node), connections: z.record(z.unknown()).catch({}) };

const instant = z
	.string()
	.transform((text) => Date.parse(text))
	.refine((at) => !Number.isNaN(at));

/**
 * The list has each version as it was saved, and who asks for one workflow is told when it was published as well: n8n
 * writes this down as an event.
 */
const publishedVersion = z
	.object({
		versionId: z.string().min(1),
		...contents,
		createdAt: instant.optional().catch(undefined),
		workflowPublishHistory: z.array(z.object({ event: z.string(), createdAt: instant })).catch([]),
	})
	.transform(({ createdAt, workflowPublishHistory, ...version }): PublishedVersion => {
		const times = workflowPublishHistory
			.filter(({ event }) => event === 'activated')
			.map((event) => event.createdAt);
		const publishedAt = times.length > 0 ? Math.max(...times) : createdAt;
		return { ...version, ...(publishedAt !== undefined && { publishedAt }) };
	});

const workflow = z
	.object({
		id: z.string().min(1),
		name: z.string(),
		isArchived: z.boolean().catch(false),
		versionId: z.string().nullish(),
		...contents,
		settings: z.object({ timezone: z.string().optional().catch(undefined) }).nullish(),
		staticData: z.unknown(),
		activeVersion: publishedVersion.nullish(),
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
