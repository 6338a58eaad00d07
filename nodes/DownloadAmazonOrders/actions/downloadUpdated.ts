/** Download Updated Orders: once per execution, whatever comes in. */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { downloadUpdated } from '../../../lib/amazon/download/downloadUpdated';
import { amazonClientFor } from '../../shared/amazon/client';
import { nodeErrorFrom } from '../../shared/errors';
import { orderItem, progressItem, showHint } from '../outputs';
import { downloadSettings, orderOptions, startOf } from '../parameters';

export async function downloadUpdatedAction(
	this: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	try {
		const options = orderOptions(this);
		const { client, accountKey } = await amazonClientFor(this);
		const settings = downloadSettings(this, accountKey, options.personalData);
		const { orders, progress } = await downloadUpdated(
			client,
			settings,
			startOf(this, settings, Date.now()),
			Date.now,
			this.continueOnFail(),
		);
		showHint(this, progress.message);
		return [
			orders.map((order) => orderItem(order, options, { item: 0 })),
			[progressItem(progress)],
		];
	} catch (failure) {
		throw nodeErrorFrom(failure, this.getNode());
	}
}
