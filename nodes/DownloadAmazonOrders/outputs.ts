/** The two outputs: one item per order, and exactly one Progress, also when there are no orders. */
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IPairedItemData,
} from 'n8n-workflow';

import type { AmazonOrder } from '../../lib/amazon/api/records';
import type { OrderOptions } from '../../lib/amazon/orders/options';
import { salesOrderOf } from '../../lib/amazon/orders/salesOrder';
import { draftItem } from '../../lib/orders/draftItem';

/** An order as an item: Cin7's fields, with what Amazon says beside them. */
export function orderItem(
	order: AmazonOrder,
	options: OrderOptions,
	pairedItem: IPairedItemData | IPairedItemData[],
): INodeExecutionData {
	const { draft, amazon } = salesOrderOf(order, options);
	return { json: { ...draftItem(draft), amazon } as unknown as IDataObject, pairedItem };
}

/** The Progress item. */
export function progressItem(progress: object): INodeExecutionData {
	return { json: progress as IDataObject, pairedItem: { item: 0 } };
}

/** Shows a sentence on the node after the execution, where n8n can. */
export function showHint(context: IExecuteFunctions, message: string): void {
	if (message === '' || !('addExecutionHints' in context)) return;
	context.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
}
