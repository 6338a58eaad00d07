/**
 * Step 5, approve: from here on accounting may take the batch. Setting a dispatch date can answer 500 and still have
 * been done, so what counts is the read-back, and what is not approved then is tried once more.
 */
import type { Cin7Client } from '../../cin7/client';
import type { CreditNote } from '../../cin7/records';
import { creditNotes, salesOrders } from '../../cin7/resources';
import { approvalRow } from '../document';
import type { LoggedDocument } from '../log';
import { hasCreditNote } from '../manifest';
import { findCreditNotes } from './payDocuments';

/**
 * Approves credit notes first, and a document only when its own reads as approved: a document that is finished has no
 * credit note left to look after.
 * @returns the credit notes as they are now
 */
export async function approveDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
	before: Map<string, CreditNote>,
): Promise<Map<string, CreditNote>> {
	const noteRows = documents.flatMap(({ order, manifest }) => {
		const note = before.get(order.reference);
		if (!note || !manifest || isApproved(note)) return [];
		return [
			{
				id: note.id,
				isApproved: true,
				salesReference: order.reference,
				creditNoteDate: manifest.markDate,
				completedDate: manifest.markDate,
			},
		];
	});
	let notes = before;
	if (noteRows.length > 0) {
		await client.update(creditNotes, noteRows);
		notes = await findCreditNotes(client, documents);
	}
	const rows = documents.flatMap(({ order, manifest }) => {
		const isReady = !hasCreditNote(manifest) || isApproved(notes.get(order.reference));
		return manifest && isReady ? [approvalRow(order, manifest)] : [];
	});
	if (rows.length > 0) await client.update(salesOrders, rows);
	return notes;
}

/** Approved and dated, so that accounting takes it. */
function isApproved(note: CreditNote | undefined): boolean {
	const isDated = note?.creditNoteDate !== null && note?.completedDate !== null;
	return note?.status.toUpperCase() === 'APPROVED' && isDated;
}
