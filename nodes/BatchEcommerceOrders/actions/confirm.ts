/** Confirm: all input items in one go, and an answer for each. */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { confirmBatches } from '../../../lib/batching/external/confirm';
import { namedReferences, textOf, type NamedReference } from '../references';
import { resultItem } from '../resultItem';
import { askCin7 } from '../../shared/cin7/askCin7';

const parameter = { name: 'reference', displayName: 'Reference' };

export async function confirmAction(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const named = namedReferences(this, parameter);
	const confirmations = named.map((one) => ({
		reference: one.reference,
		accountingReference: accountingReferenceOf(this, one),
	}));
	const again =
		'Confirm again when Cin7 can be reached: what is closed already stays so, and what is not comes again with the next run.';
	const confirmed = await askCin7(
		this,
		async (client) => await confirmBatches(client, confirmations),
		again,
	);
	const results = confirmed.flatMap((answer, index) => {
		const { accountingReference } = confirmations[index];
		return named[index].items.map((itemIndex) => ({
			itemIndex,
			result: resultItem(answer, [itemIndex], { accountingReference }),
		}));
	});
	return [results.sort((a, b) => a.itemIndex - b.itemIndex).map(({ result }) => result)];
}

/** A batch that several items name has one number over there: the first that is given. */
function accountingReferenceOf(context: IExecuteFunctions, { items }: NamedReference): string {
	for (const index of items) {
		const given = textOf(context.getNodeParameter('accountingReference', index, ''));
		if (given !== '') return given;
	}
	return '';
}
