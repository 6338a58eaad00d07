// References of sales orders and credit notes: unique over both modules, in any case.
import { RowRefused } from '../account.mts';
import type { Account } from '../account.mts';
import type { Resource, Row } from '../resources/resource.mts';

const prefixes: Record<string, string> = { SalesOrders: 'SO', CreditNotes: 'CRN' };

/**
 * Takes the reference given for a new document, or the next free one of the kind `SO-123`.
 * @throws RowRefused when another document has it
 */
export function ownReference(
	account: Account,
	resource: Resource,
	given: unknown,
	id: number,
): string {
	const wanted = typeof given === 'string' ? given.trim() : '';
	if (wanted !== '') return taken(account, resource, wanted, id);
	for (let n = 0; ; n += 1) {
		const reference = `${prefixes[resource.name]}-${id}${n === 0 ? '' : `-${n}`}`;
		if (account.store.take(reference, resource.name, id)) return reference;
	}
}

/** Takes another reference for a document and releases the one it had. */
export function takeReference(
	account: Account,
	resource: Resource,
	given: unknown,
	before: Row,
): string {
	const wanted = String(given ?? '').trim();
	const had = String(before.reference);
	if (wanted === '') throw new RowRefused('The Reference field cannot be cleared.');
	if (wanted.toLowerCase() === had.toLowerCase()) return wanted;
	const reference = taken(account, resource, wanted, before.id);
	account.store.release(had);
	return reference;
}

function taken(account: Account, resource: Resource, reference: string, id: number): string {
	if (account.store.take(reference, resource.name, id)) return reference;
	throw new RowRefused(`Reference '${reference}' already exists.`, true);
}
