/** Run: makes the batches, proves them by reading them back, and reports them. */
import { randomUUID } from 'node:crypto';

import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { LoggedDocument } from '../../../lib/batching/log';
import { isExternal } from '../../../lib/batching/manifest';
import { runBatches, type RunResult } from '../../../lib/batching/run/run';
import { plural } from '../../../lib/text/words';
import type { BatchEntry } from '../batchItem';
import { inExecution } from '../inExecution';
import { outputs } from '../outputs';
import {
	batchSettings,
	botOptions,
	documentSettings,
	runInstant,
	summaryAddress,
} from '../parameters';
import { askCin7 } from '../../shared/cin7/askCin7';
import { doNotTransferStatus } from '../../shared/cin7/doNotTransferStatus';
import { checkAgainstAccount } from './checkAgainstAccount';
import { unreadableSentence } from './unreadable';

/** @param startedAt milliseconds */
export async function runAction(
	this: IExecuteFunctions,
	startedAt: number,
): Promise<INodeExecutionData[][]> {
	const options = botOptions(this);
	const settings = batchSettings(this, options);
	const documents = documentSettings(this, options, settings, await doNotTransferStatus(this));
	const at = runInstant(this, options, startedAt);
	const claim = `${this.getExecutionId()}-${randomUUID().slice(0, 8)}`;
	return await askCin7(this, async (client) => {
		const branches = await checkAgainstAccount(this, client, settings);
		const result = await runBatches(client, settings, documents, at, branches, claim);
		if (result.refusals.length > 0 && hasDoneNothing(result)) {
			throw new NodeOperationError(
				this.getNode(),
				`Cin7 refused the batches: ${result.refusals[0]}`,
				{
					description:
						'Nothing was batched and no payment was changed. Check Batch Customer and Batch Product, then run again.',
				},
			);
		}
		const preview = options.previewFingerprint?.trim() ?? '';
		return outputs({
			...inExecution(this, startedAt),
			operation: 'run',
			posting: documents.posting,
			botName: settings.botName,
			at,
			zone: settings.zone,
			// One that is not proven is not reported as made: what is wrong with it needs attention.
			batches: result.batches.filter(({ done }) => done).map(entryOf),
			comingAgain: result.again.map((handed) => ({ ...entryOf(handed), comesAgain: true })),
			skipped: skippedBy(result),
			warnings: [
				...result.shortcomings,
				...result.final.warnings,
				...warningsOf(result),
				...result.waiting.map(waitingSentence),
			],
			attention: attentionOf(result),
			finishedEarlier: result.finishedEarlier.map((document) => document.order.reference),
			fingerprint: result.planned.fingerprint,
			matchesPreview:
				preview === '' ? null : result.asPlanned && preview === result.planned.fingerprint,
			email: summaryAddress(this),
		});
	});
}

/** What an earlier run left may have been finished, or taken back, before Cin7 refused anything: then that is what to report. */
function hasDoneNothing(result: RunResult): boolean {
	const { batches, again, finishedEarlier, released, unfinished } = result;
	return [batches, again, finishedEarlier, released, unfinished].every((list) => list.length === 0);
}

function waitingSentence({ order }: LoggedDocument): string {
	return `${order.reference} was handed over to be booked elsewhere and waits for Confirm; this bot does not hand it over, because it books in Cin7 or does not batch that channel and payment type. Confirm it once it is booked, or undo it.`;
}

/** Lines come from the document itself, so that a batch comes again exactly as it was handed over first. */
function entryOf({
	batch,
	document,
}: Pick<RunResult['batches'][0], 'batch' | 'document'>): BatchEntry {
	const { order, manifest } = document;
	const { reference } = order;
	return {
		reference,
		batch,
		document,
		...(manifest && isExternal(manifest) && { lines: manifest.lines ?? [] }),
	};
}

/** What the last plan left out, less what this run's own documents hold. */
function skippedBy(result: RunResult) {
	const batched = new Set(
		result.batches.flatMap(({ batch }) => batch.members.map((member) => member.paymentId)),
	);
	return result.final.skipped.filter(({ payment }) => !batched.has(payment.id));
}

/** What a person must look at, each once. */
function attentionOf(result: RunResult): string[] {
	const sentences = [
		...result.unfinished.map((finding) => finding.why),
		...result.refusals.map((text) => `Cin7 refused a batch. ${text}`),
		...result.unreadable.map(unreadableSentence),
	];
	if (result.leftOver > 0) {
		sentences.push(
			`${plural(result.leftOver, 'batch', 'batches')} could not be made, because the next numbers after BATCH- were taken each time. Look for orders with such references in Cin7, then run again.`,
		);
	}
	return [...new Set(sentences)];
}

function warningsOf(result: RunResult): string[] {
	return result.released.map(
		({ document, why }) =>
			`${document.order.reference} was made void and its payments were planned again: ${why}`,
	);
}
