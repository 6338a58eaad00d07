/**
 * Step 5, approve: from here on accounting may take the batch. Setting a dispatch date can answer 500 and still have
 * been done, so what counts is the read-back, and what is not approved then is tried once more.
 */
import type { Cin7Client } from '../../cin7/client';
import type { CreditNote } from '../../cin7/records';
import { creditNotes, salesOrders } from '../../cin7/resources';
import { approvalRow } from '../document';
import type { LoggedDocument } from '../log';

/** Approves credit notes first, so that a document that reads as finished is finished. */
export async function approveDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
	notes: Map<string, CreditNote>,
): Promise<void> {
	const noteRows = documents.flatMap(({ order, manifest }) => {
		const note = notes.get(order.reference);
		if (!note || !manifest || note.status.toUpperCase() === 'APPROVED') return [];
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
	if (noteRows.length > 0) await client.update(creditNotes, noteRows);
	const rows = documents.flatMap(({ order, manifest }) =>
		manifest ? [approvalRow(order, manifest)] : [],
	);
	if (rows.length > 0) await client.update(salesOrders, rows);
}
