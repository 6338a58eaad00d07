/** What n8n keeps of a Schedule Trigger's last times, in the static data of its workflow. */
import { isLikely, type Cadence } from './cadence';

type Row = Record<string, unknown>;

/**
 * The number n8n kept for one rule (`periodAt`), or undefined when it was never due, or was of another cadence then.
 * @param staticData of the workflow, as n8n's API gives it: an object, its JSON, or null
 * @param index of the rule among the trigger's
 */
export function lastTimeOf(
	staticData: unknown,
	trigger: string,
	index: number,
	{ period, size }: Cadence,
): number | undefined {
	const kept = rowOf(rowOf(staticData)[`node:${trigger}`]);
	const last = listOf(kept.recurrenceRules)[index];
	if (typeof last !== 'number') return undefined;
	const cadence = listOf(kept.recurrenceRuleSignatures)[index];
	const still = cadence === undefined ? isLikely(period, last) : cadence === `${period}:${size}`;
	return still ? last : undefined;
}

function rowOf(value: unknown): Row {
	if (typeof value === 'string') return rowOf(parsed(value));
	return typeof value === 'object' && value !== null ? (value as Row) : {};
}

function parsed(json: string): unknown {
	try {
		const value: unknown = JSON.parse(json);
		return typeof value === 'string' ? undefined : value;
	} catch {
		return undefined;
	}
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
