/** What the node does: items to orders, orders to Cin7, results to items. All three operations are one way. */
import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { saveOrders } from '../../lib/stages/saveOrders';
import { stageItem } from '../../lib/stages/stageItem';
import { askCin7 } from '../shared/cin7/askCin7';
import { doNotTransferStatus } from '../shared/cin7/doNotTransferStatus';
import { itemsOf, refusalIn, refusedOf, refusedSentence } from './outputs';
import { stageOptions, stageSettings } from './parameters';

export async function saveAtStage(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	if (items.length === 0) return [[]];
	const options = stageOptions(this);
	try {
		const settings = stageSettings(this, options, await doNotTransferStatus(this), Date.now());
		const results = await askCin7(
			this,
			async (client) =>
				await saveOrders(
					client,
					items.map(({ json }) => stageItem(json)),
					settings,
				),
		);
		const refused = refusedOf(results);
		if (refused.length > 0 && options.stopWhenRefused === true) {
			throw new NodeOperationError(this.getNode(), refusalIn(refused[0]), {
				description: `${refusedSentence(refused.length, results.length)} The others are saved; run again once it is put right.`,
				itemIndex: refused[0].items[0],
			});
		}
		if (refused.length > 0 && 'addExecutionHints' in this) {
			this.addExecutionHints({
				message: `${refusedSentence(refused.length, results.length)} ${refusalIn(refused[0])}`,
				type: 'warning',
				location: 'outputPane',
			});
		}
		return [itemsOf(results)];
	} catch (failure) {
		if (!this.continueOnFail()) {
			throw failure instanceof Error && 'description' in failure
				? failure
				: new NodeOperationError(this.getNode(), failure as Error);
		}
		const error = failure instanceof Error ? failure.message : String(failure);
		return [items.map((_, item) => ({ json: { error }, pairedItem: { item } }))];
	}
}
