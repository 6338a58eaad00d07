/** The fields to read, as people write them: `id, reference, lineItems(code, qty)`. */
import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

export const fieldsOption: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '',
	placeholder: 'e.g. reference, stage, lineItems(code, qty)',
	description:
		"Fields to return, separated by commas, by their names in Cin7's API. Empty returns all.",
};

/**
 * Names without spaces; commas within parentheses belong to their field.
 * @returns undefined for all fields
 * @throws NodeOperationError naming what is no field
 */
export function fieldList(
	context: IExecuteFunctions,
	given: unknown,
	itemIndex: number,
): string[] | undefined {
	const text = String(given ?? '').replace(/\s+/g, '');
	if (text === '') return undefined;
	const fields = text.split(/,(?![^(]*\))/).filter((field) => field !== '');
	const odd = fields.find((field) => !/^[A-Za-z]\w*(\(\w+(,\w+)*\))?$/.test(field));
	if (odd === undefined) return fields;
	throw new NodeOperationError(
		context.getNode(),
		`Fields names "${odd.slice(0, 60)}", which cannot be a field of Cin7`,
		{
			description:
				'Write names separated by commas; fields of line items go in parentheses: lineItems(code, qty).',
			itemIndex,
		},
	);
}
