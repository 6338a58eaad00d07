/** The two outputs: items as they came, those that need attention with what they lack. */
import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { orderName } from '../../lib/orders/channelState';
import { completenessCheck } from '../../lib/completeness/check';
import type { CompletenessSettings } from '../../lib/completeness/settings';
import type { UnsentReason } from '../../lib/completeness/verdict';
import { inWords } from '../../lib/text/words';

/**
 * Checks every item that came in.
 * @throws NodeOperationError naming the first item that is no order, unless the node is set to continue: such items then go
 * on as n8n hands on what could not be done
 */
export function outputs(
	context: IExecuteFunctions,
	settings: CompletenessSettings,
): INodeExecutionData[][] {
	const check = completenessCheck(settings);
	const complete: INodeExecutionData[] = [];
	const attention: INodeExecutionData[] = [];
	const leftOut = new Map<UnsentReason, number>();
	context.getInputData().forEach((item, index) => {
		const pairedItem = { item: index };
		if (orderName(item.json) === null) {
			const refusal = notAnOrder(context, index);
			if (!context.continueOnFail()) throw refusal;
			attention.push({
				...item,
				json: { ...item.json, error: refusal.message },
				error: refusal,
				pairedItem,
			});
			return;
		}
		const verdict = check(item.json);
		if (verdict.is === 'leftOut') {
			leftOut.set(verdict.reason, (leftOut.get(verdict.reason) ?? 0) + 1);
		} else if (verdict.is === 'complete') {
			complete.push({ ...item, json: withoutEarlierCheck(item.json), pairedItem });
		} else {
			const needsAttention = verdict.needsAttention as unknown as IDataObject;
			attention.push({ ...item, json: { ...item.json, needsAttention }, pairedItem });
		}
	});
	hint(context, leftOut);
	return [complete, attention];
}

/** An order that was checked before and is complete now no longer carries what was missing then. */
function withoutEarlierCheck(json: IDataObject): IDataObject {
	if (!('needsAttention' in json)) return json;
	return Object.fromEntries(Object.entries(json).filter(([name]) => name !== 'needsAttention'));
}

function notAnOrder(context: IExecuteFunctions, itemIndex: number): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`Item ${itemIndex + 1} is not an order: it has no reference`,
		{
			itemIndex,
			description:
				'Connect a node that gives orders with the field names of Cin7, such as Download Amazon Orders (its output Orders).',
		},
	);
}

const words: Record<UnsentReason, string> = {
	cancelled: 'cancelled',
	pending: 'pending',
	soldElsewhere: 'non-Amazon',
	unfulfillable: 'unfulfillable',
	partlyShipped: 'partly shipped',
};

/** Orders that went to neither output are not passed over in silence. */
function hint(context: IExecuteFunctions, leftOut: ReadonlyMap<UnsentReason, number>): void {
	const counted = (Object.keys(words) as UnsentReason[]).filter((reason) => leftOut.has(reason));
	const parts = counted.map((reason) => `${leftOut.get(reason)} ${words[reason]}`);
	if (parts.length === 0) return;
	const all = [...leftOut.values()].reduce((sum, count) => sum + count, 0);
	const orders = all === 1 ? 'order was' : 'orders were';
	context.addExecutionHints({
		message: `${inWords(parts)} ${orders} left out, as the options say.`,
		location: 'outputPane',
	});
}
