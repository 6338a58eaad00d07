/** Undo Batch: one answer for each reference, whatever becomes of the others. */
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { undoBatches, type UndoOptions } from '../../../lib/batching/undo/undo';
import { namedReferences } from '../references';
import { resultItem } from '../resultItem';
import { askCin7 } from '../../shared/cin7/askCin7';

const parameter = { name: 'references', displayName: 'References' };

export async function undoAction(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const named = namedReferences(this, parameter, /[\s,;]+/);
	const options = this.getNodeParameter('options', 0, {}) as IDataObject;
	const undoOptions: UndoOptions = {
		removedFromAccounting: options.removedFromAccounting === true,
	};
	const again =
		'Undo it again when Cin7 can be reached: it goes on where it stopped, and so does the next run of any bot.';
	const undone = await askCin7(
		this,
		async (client) =>
			await undoBatches(
				client,
				named.map(({ reference }) => reference),
				undoOptions,
			),
		again,
	);
	return [
		undone.map((answer, index) =>
			resultItem(answer, named[index].items, {
				paymentsGivenBack: answer.payments,
				ordersGivenBack: answer.orders,
			}),
		),
	];
}
