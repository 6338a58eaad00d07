/** What a resource locator, or an expression in its place, gives. */
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

export type Locator = { value?: unknown } | string | number | null | undefined;

/** Its value as text; blank when nothing is chosen. */
export function locatorText(locator: Locator): string {
	const value = typeof locator === 'object' && locator !== null ? locator.value : locator;
	return String(value ?? '').trim();
}

/**
 * Its value as an id; 0 when nothing is chosen.
 * @throws NodeOperationError when it is no whole number
 */
export function idIn(
	context: IExecuteFunctions,
	locator: Locator,
	parameter: string,
	itemIndex?: number,
): number {
	return codeIn(context, locator, parameter, itemIndex) ?? 0;
}

/**
 * Its value as a whole number; null when nothing is chosen.
 * @throws NodeOperationError when it is none
 */
export function codeIn(
	context: IExecuteFunctions,
	locator: Locator,
	parameter: string,
	itemIndex?: number,
): number | null {
	const text = locatorText(locator);
	if (text === '') return null;
	if (/^\d{1,10}$/.test(text)) return Number(text);
	throw new NodeOperationError(
		context.getNode(),
		`${parameter} is "${text.slice(0, 60)}"; Cin7 has whole numbers here`,
		{ description: 'Choose it from the list, or type the number.', itemIndex },
	);
}
