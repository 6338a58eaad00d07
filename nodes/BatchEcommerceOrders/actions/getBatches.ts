/** Get Batches: the log of batches, as items that Undo Batch and Confirm take. */
import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { getBatches, type BatchStatus } from '../../../lib/batching/overview';
import { dayAt } from '../../../lib/time/day';
import { item } from '../outputs';
import { textOf } from '../references';
import { askCin7 } from '../../shared/cin7/askCin7';

export async function getBatchesAction(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const filters = this.getNodeParameter('filters', 0, {}) as IDataObject;
	const returnAll = this.getNodeParameter('returnAll', 0, false) as boolean;
	const filter = {
		from: dayOf(this, 'From Day', filters.from),
		until: dayOf(this, 'Until Day', filters.until),
		statuses: (filters.statuses ?? []) as BatchStatus[],
		limit: returnAll ? 0 : (this.getNodeParameter('limit', 0, 50) as number),
	};
	const found = await askCin7(this, async (client) => await getBatches(client, filter));
	return [found.map(item)];
}

/**
 * A date as the calendar gives it (`2026-06-01T00:00:00`, no zone), or an expression as an instant.
 * @returns `2026-06-01`, or blank for none
 */
function dayOf(context: IExecuteFunctions, name: string, value: unknown): string {
	const text = textOf(value);
	if (text === '') return '';
	const isInstant = /T.*(Z|[+-]\d\d:?\d\d)$/i.test(text);
	const instant = Date.parse(isInstant ? text : `${text.slice(0, 10)}T00:00:00Z`);
	if (Number.isNaN(instant)) {
		throw new NodeOperationError(context.getNode(), `${name} "${text}" is not a date`, {
			description: 'Pick it from the calendar, or write it as 2026-06-01.',
		});
	}
	return dayAt(instant, isInstant ? context.getTimezone() : 'UTC');
}
