/** Preview: what a run would do now, from the same code, without a write. */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { previewBatches } from '../../../lib/batching/preview';
import { plural, type SummaryBatch } from '../../../lib/batching/summary/summary';
import { outputs } from '../outputs';
import { botOptions, batchSettings, runInstant, summaryAddress } from '../parameters';
import { askCin7, checkAgainstAccount } from './askCin7';
import { unreadableSentence } from './unreadable';

export async function previewAction(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const options = botOptions(this);
	const settings = batchSettings(this, options);
	const at = runInstant(this, options, Date.now());
	return await askCin7(this, async (client) => {
		const branches = await checkAgainstAccount(this, client, settings);
		const { plan, unfinished, unreadable } = await previewBatches(client, settings, at, branches);
		const batches = plan.batches.map((batch): SummaryBatch => ({ reference: '', batch }));
		return outputs({
			operation: 'preview',
			botName: settings.botName,
			at,
			zone: settings.zone,
			batches,
			documents: new Map(),
			skipped: plan.skipped,
			warnings: [
				...plan.warnings,
				...(unfinished.length > 0
					? [
							`An earlier run left ${plural(unfinished.length, 'batch', 'batches')} unfinished (${unfinished.map(({ order }) => order.reference).join(', ')}). A run finishes ${unfinished.length === 1 ? 'it' : 'them'} first.`,
						]
					: []),
			],
			attention: unreadable.map(unreadableSentence),
			finishedEarlier: [],
			fingerprint: plan.fingerprint,
			matchesPreview: null,
			email: summaryAddress(this),
		});
	});
}
