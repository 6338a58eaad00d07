/** What a form or the dashboard asks of a bot: the operation that is done, whatever stands in Operation. */
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { BotOperation } from './properties/operation';
import { textOf } from './references';

/**
 * The operation to do: that of On Demand, or the chosen one where On Demand is empty.
 * @throws NodeOperationError when On Demand says anything else, or not the same for all items: nothing is done then
 */
export function askedOperation(context: IExecuteFunctions): BotOperation {
	const asked = new Set(
		context
			.getInputData()
			.map((_, index) => textOf(context.getNodeParameter('onDemand', index, '')).toLowerCase()),
	);
	const [word = ''] = asked;
	if (asked.size > 1) {
		throw unclear(context, 'On Demand does not say the same for all items that came in');
	}
	if (word === '') return context.getNodeParameter('operation', 0) as BotOperation;
	if (word === 'preview' || word === 'run') return word;
	throw unclear(context, `On Demand says "${word.slice(0, 60)}", which is neither preview nor run`);
}

function unclear(context: IExecuteFunctions, message: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, {
		description:
			'Give it preview, run, or nothing for the operation that is chosen in the node. Nothing was changed in Cin7.',
	});
}
