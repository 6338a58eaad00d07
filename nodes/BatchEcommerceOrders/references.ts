/** The references that input items name, each once, with the items that named it. */
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { referenceKey } from '../../lib/batching/readLog';

export interface NamedReference {
	/** As it was written first. */
	reference: string;
	/** Indexes of the input items. */
	items: number[];
}

/**
 * Reads a parameter that holds one or more references, for every input item.
 * @param separator where it may hold several
 * @throws NodeOperationError when an item names none: nothing has been asked of Cin7 by then
 */
export function namedReferences(
	context: IExecuteFunctions,
	parameter: { name: string; displayName: string },
	separator?: RegExp,
): NamedReference[] {
	const named = new Map<string, NamedReference>();
	context.getInputData().forEach((_, index) => {
		const given = textOf(context.getNodeParameter(parameter.name, index, ''));
		const references = (separator ? given.split(separator) : [given])
			.map((reference) => reference.trim())
			.filter((reference) => reference !== '');
		if (references.length === 0) {
			throw new NodeOperationError(
				context.getNode(),
				`${parameter.displayName} is empty [Item ${index + 1}]`,
				{
					description:
						'Give the reference of a batch, such as BATCH-000123, or let items with a field "reference" come in. Nothing was changed in Cin7.',
					itemIndex: index,
				},
			);
		}
		for (const reference of references) {
			const key = referenceKey(reference);
			const known = named.get(key);
			if (!known) named.set(key, { reference, items: [index] });
			else if (!known.items.includes(index)) known.items.push(index);
		}
	});
	return [...named.values()];
}

/** A parameter's text; a list of references is as good as their text. */
export function textOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	return Array.isArray(value) ? value.map(textOf).join(',') : String(value).trim();
}
