/** Preview: what a run would do now, from the same code, without a write. */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { linesToHandOver } from '../../../lib/batching/document';
import type { LoggedDocument } from '../../../lib/batching/log';
import { previewBatches } from '../../../lib/batching/preview';
import { plural } from '../../../lib/text/words';
import type { BatchEntry } from '../batchItem';
import { inExecution } from '../inExecution';
import { outputs } from '../outputs';
import {
	batchSettings,
	botOptions,
	lineAccounts,
	postingOf,
	runInstant,
	summaryAddress,
} from '../parameters';
import { askCin7 } from '../../shared/cin7/askCin7';
import { checkAgainstAccount } from './checkAgainstAccount';
import { unreadableSentence } from './unreadable';

/** @param startedAt milliseconds */
export async function previewAction(
	this: IExecuteFunctions,
	startedAt: number,
): Promise<INodeExecutionData[][]> {
	const options = botOptions(this);
	const settings = batchSettings(this, options);
	const posting = postingOf(this);
	const accounts = lineAccounts(options);
	const at = runInstant(this, options, startedAt);
	return await askCin7(this, async (client) => {
		const branches = await checkAgainstAccount(this, client, settings);
		const { plan, unfinished, unreadable } = await previewBatches(client, settings, at, branches);
		const batches = plan.batches.map(
			(batch): BatchEntry => ({
				reference: '',
				batch,
				...(posting === 'external' && { lines: linesToHandOver(batch, accounts) }),
			}),
		);
		return outputs({
			...inExecution(this, startedAt),
			operation: 'preview',
			posting,
			botName: settings.botName,
			at,
			zone: settings.zone,
			batches,
			comingAgain: [],
			skipped: plan.skipped,
			warnings: [...plan.warnings, ...earlierRuns(unfinished)],
			attention: unreadable.map(unreadableSentence),
			finishedEarlier: [],
			fingerprint: plan.fingerprint,
			matchesPreview: null,
			email: summaryAddress(this),
		});
	});
}

/** What a run would do before it makes batches of its own. */
function earlierRuns(unfinished: LoggedDocument[]): string[] {
	const toConfirm = unfinished.filter(({ offered }) => offered);
	const left = unfinished.filter(({ offered }) => !offered);
	return [
		...(left.length > 0
			? [
					`An earlier run left ${plural(left.length, 'batch', 'batches')} unfinished (${references(left)}). A run finishes ${left.length === 1 ? 'it' : 'them'} first.`,
				]
			: []),
		...(toConfirm.length > 0
			? [
					`${plural(toConfirm.length, 'batch waits', 'batches wait')} for Confirm (${references(toConfirm)}). A run with External Accounting hands over again those of its own channels and payment types.`,
				]
			: []),
	];
}

function references(documents: LoggedDocument[]): string {
	return documents.map(({ order }) => order.reference).join(', ');
}
