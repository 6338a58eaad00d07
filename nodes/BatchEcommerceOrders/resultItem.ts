/** What was done with one batch, as an item: the answer first, then which batch that is. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { LoggedDocument } from '../../lib/batching/log';
import { overviewOf } from '../../lib/batching/overview';

export interface BatchAnswer {
	reference: string;
	outcome: string;
	message: string;
	document: LoggedDocument | null;
}

/**
 * @param items indexes of the input items that asked for it
 * @param more further fields of the answer
 */
export function resultItem(
	{ reference, outcome, message, document }: BatchAnswer,
	items: number[],
	more: object = {},
): INodeExecutionData {
	const json = { reference, outcome, message, ...more, ...(document && batchFields(document)) };
	const pairedItem = items.map((index) => ({ item: index }));
	return {
		json: json as IDataObject,
		pairedItem: pairedItem.length === 1 ? pairedItem[0] : pairedItem,
	};
}

function batchFields(document: LoggedDocument) {
	const { batchDay, channel, paymentType, total, currency, kind, posting } = overviewOf(document);
	const documentId = document.order.id;
	return { batchDay, channel, paymentType, total, currency, kind, posting, documentId };
}
