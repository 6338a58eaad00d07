/** A Preview: the same reading and the same plan as a Run, and not one write. */
import type { Cin7Client } from '../cin7/client';
import type { Branch } from '../cin7/records';
import { unfinishedDocuments, unreadableDocuments, type LoggedDocument } from './log';
import type { Plan } from './plan.types';
import { readAccount } from './reading';
import { knownCapabilities } from './run/probe';
import type { BatchSettings } from './settings';

export interface PreviewResult {
	plan: Plan;
	/** Documents that an earlier run left undone; a Run would finish them first. */
	unfinished: LoggedDocument[];
	/** Live documents whose list of members cannot be read. */
	unreadable: LoggedDocument[];
}

/**
 * Plans a run at an instant, milliseconds.
 * @throws Cin7Failure
 */
export async function previewBatches(
	client: Cin7Client,
	settings: BatchSettings,
	at: number,
	branches: Branch[],
): Promise<PreviewResult> {
	const { planner, log, manifestRoom } = await readAccount(client, settings, at, branches);
	const room = manifestRoom ?? (await knownCapabilities(client))?.room ?? null;
	const unfinished = unfinishedDocuments(log);
	return { plan: planner.plan(room), unfinished, unreadable: unreadableDocuments(log) };
}
