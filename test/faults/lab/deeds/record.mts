// What a deed is made of: which records there are to do something to, and the words for it.
import type { PersonEdit } from '../../../../sandbox/cin7/person.mts';
import type { Books, Row } from '../../invariants/books.mts';
import { isOfBatch, isVoid } from '../../invariants/books.mts';
import type { Chance } from '../chance.mts';

/** Who acts. */
export type Actor = 'person' | 'accounting' | 'cin7bot';

export interface Deed {
	/** For the call log. */
	text: string;
	edits: PersonEdit[];
	/** Fields that somebody typed, and that no run may write over once it could have seen them. */
	typed?: { resource: string; id: number; field: string; value: unknown }[];
}

/** A deed on something of the books; undefined when nothing is there that it could be done to. */
export type Doing = (books: Books, chance: Chance) => Deed | undefined;

/** What a scenario's sales and refunds are paid by. */
export function memberPayments({ payments }: Books): Row[] {
	return [...payments.values()].filter(({ orderRef }) => !isOfBatch(orderRef));
}

export function memberOrders({ orders, notes }: Books): { resource: string; row: Row }[] {
	const found: { resource: string; row: Row }[] = [];
	for (const row of orders.values()) found.push({ resource: 'SalesOrders', row });
	for (const row of notes.values()) found.push({ resource: 'CreditNotes', row });
	return found.filter(({ row }) => !isOfBatch(row.reference) && !isVoid(row));
}

export function anyOf<T>(list: T[], chance: Chance): T | undefined {
	return list.length === 0 ? undefined : chance.pick(list);
}

/** Sets fields of one record; what is set counts as typed. */
export function typing(
	text: string,
	resource: string,
	id: number,
	set: Record<string, unknown>,
): Deed {
	const typed = Object.entries(set).map(([field, value]) => ({ resource, id, field, value }));
	return { text, edits: [{ resource, id, set }], typed };
}
