// The batch documents of the ledger and the manifests they carry.

import type { Ledger, LedgerOrder } from './ledger.mts';
import { isVoid } from './ledger.mts';

export interface Manifest {
	v: 1;
	kind: 'invoice' | 'creditNote';
	channel: string;
	branchId: number;
	paymentType: string;
	currency: string;
	batchDay: string;
	zone: string;
	/** Decimal text, signed: credit notes count negative, as all amounts of a manifest. */
	total: string;
	payments: Array<[paymentId: number, orderId: number, amount: string, ...unknown[]]>;
	orders: Array<[orderId: number, kind: 'S' | 'C', ...unknown[]]>;
}

export interface BatchDocument {
	order: LedgerOrder;
	/** Absent when the document says nothing that can be read. */
	manifest?: Manifest;
	/** The credit note beside the document of a negative batch. */
	creditNote?: LedgerOrder;
}

/** The documents that count: in Cin7's sequence of batches, and not void. */
export function liveDocuments({ salesOrders, creditNotes }: Ledger): BatchDocument[] {
	const notes = new Map(
		creditNotes.filter((note) => !isVoid(note)).map((note) => [note.reference, note]),
	);
	return salesOrders
		.filter((order) => /^BATCH-\d{6,}$/.test(order.reference) && !isVoid(order))
		.map((order) => ({
			order,
			manifest: manifestOf(order),
			creditNote: notes.get(`${order.reference}-CN`),
		}));
}

/** Ids of everything that is a batch itself, void or not: its payments are nobody's members. */
export function batchOrderIds({ salesOrders, creditNotes }: Ledger): Set<number> {
	return new Set(
		[...salesOrders, ...creditNotes]
			.filter(({ reference }) => /^BATCH-\d{6,}(-CN)?$/.test(reference))
			.map(({ id }) => id),
	);
}

/** The manifest is the JSON object after the line of words. */
function manifestOf({ internalComments }: LedgerOrder): Manifest | undefined {
	const text = internalComments ?? '';
	const start = text.indexOf('\n{');
	if (start < 0) return undefined;
	try {
		const parsed = JSON.parse(text.slice(start)) as Manifest;
		return parsed.v === 1 && Array.isArray(parsed.payments) && Array.isArray(parsed.orders)
			? parsed
			: undefined;
	} catch {
		return undefined;
	}
}
