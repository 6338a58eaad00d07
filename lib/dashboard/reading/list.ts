/** A list as the nodes before hand it over: rows, the empty item of a list without rows, or n8n's words when it could not be read. */
import type { ZodType, ZodTypeDef } from 'zod';

export interface Read<T> {
	rows: T[];
	/** Why the list is not whole; one sentence. */
	unread: string | null;
}

/**
 * Checks every row by itself, so that one in an unknown form does not hide the others.
 * @param items the `json` of each item
 * @param what for messages, such as "the list of workflows"
 */
export function readList<T>(
	items: readonly unknown[],
	row: ZodType<T, ZodTypeDef, unknown>,
	what: string,
): Read<T> {
	const rows: T[] = [];
	let strange = 0;
	for (const item of items) {
		if (isEmpty(item)) continue;
		const refusal = refusalIn(item);
		if (refusal !== null) return { rows, unread: `n8n did not give ${what}: ${refusal}` };
		const read = row.safeParse(item);
		if (read.success) rows.push(read.data);
		else strange++;
	}
	const unread =
		strange === 0
			? null
			: `${strange} of ${rows.length + strange} items in ${what} have a form that is not known here.`;
	return { rows, unread };
}

function isEmpty(item: unknown): boolean {
	return typeof item === 'object' && item !== null && Object.keys(item).length === 0;
}

/** A node that is set to continue gives an item with the message instead of rows. */
function refusalIn(item: unknown): string | null {
	if (typeof item !== 'object' || item === null || 'id' in item || !('error' in item)) return null;
	const { error } = item;
	const message =
		typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
	const text = typeof message === 'string' ? message.trim() : '';
	return text === '' ? 'it gave no reason.' : sentence(text);
}

function sentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
