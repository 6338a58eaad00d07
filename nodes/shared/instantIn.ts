/** Dates that people pick or expressions give, as instants. */
import { DateTime } from 'luxon';
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * A moment; a day alone begins at midnight, and what has no zone is in the workflow's.
 * @returns milliseconds, or null when the parameter is empty
 * @throws NodeOperationError naming the parameter
 */
export function instantIn(
	context: IExecuteFunctions,
	given: unknown,
	parameter: string,
	itemIndex?: number,
): number | null {
	const text = dateText(given);
	if (text === '') return null;
	const instant = DateTime.fromISO(text.replace(' ', 'T'), { zone: context.getTimezone() });
	if (instant.isValid) return instant.toMillis();
	throw new NodeOperationError(
		context.getNode(),
		`${parameter} is "${text.slice(0, 60)}", which is not a date`,
		{ description: 'Pick it from the calendar, or leave it empty.', itemIndex },
	);
}

/** ISO text of a date, whether it came as text or as one of n8n's date objects. */
export function dateText(given: unknown): string {
	if (DateTime.isDateTime(given)) return given.toISO() ?? '';
	return given instanceof Date ? given.toISOString() : String(given ?? '').trim();
}
