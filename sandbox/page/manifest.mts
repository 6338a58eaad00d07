// What a batch document says of itself: a line for people and a line of JSON in its internal comments.
import type { Row } from '../cin7/resources/resource.mts';

export interface ShownManifest {
	/** The line for people, without the JSON. */
	words: string;
	/** Ids of the member payments. */
	paymentIds: number[];
	orderIds: number[];
	/** Everything else in it that is a single value. */
	facts: [string, string][];
}

/** Read leniently: this only shows. Undefined where there is no such line. */
export function manifestOf(row: Row): ShownManifest | undefined {
	const text = typeof row.internalComments === 'string' ? row.internalComments : '';
	const start = text.indexOf('{"');
	if (start < 0) return undefined;
	let manifest: unknown;
	try {
		manifest = JSON.parse(text.slice(start));
	} catch {
		return undefined;
	}
	if (typeof manifest !== 'object' || manifest === null) return undefined;
	const { payments, orders, ...rest } = manifest as Record<string, unknown>;
	const facts = Object.entries(rest).filter(([, value]) => typeof value !== 'object');
	return {
		words: text.slice(0, start).trim(),
		paymentIds: idsIn(payments),
		orderIds: idsIn(orders),
		facts: facts.map(([name, value]) => [name, String(value)]),
	};
}

/** Members are written as `[id, ...]`, `{ id }` or the id alone. */
function idsIn(members: unknown): number[] {
	if (!Array.isArray(members)) return [];
	return members
		.map((member: unknown) => {
			const id = Array.isArray(member)
				? (member[0] as unknown)
				: ((member as { id?: unknown })?.id ?? member);
			return Number(id);
		})
		.filter((id) => Number.isSafeInteger(id));
}
