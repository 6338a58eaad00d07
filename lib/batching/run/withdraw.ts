/**
 * Withdraw the credit notes of void documents. The API cannot make a credit note void, and a slower run may still approve
 * one that it looked at earlier: with Do Not Import on it, accounting never takes it, whatever comes after.
 */
import { isImported, isVoid } from '../../orders/accounting';
import type { Cin7Client } from '../../cin7/client';
import type { CreditNote } from '../../cin7/records';
import { creditNotes } from '../../cin7/resources';
import type { LoggedDocument } from '../log';
import { isExternal } from '../manifest';
import { documentReferenceOf } from '../reference';
import { offeredStage } from '../stages';
import type { Finding } from './checkMembers';
import { findCreditNotes } from './payDocuments';
import type { Voidable } from './void';

export interface Withdrawn {
	/** Their members can be given back: accounting has nothing of them, and will not have. */
	free: LoggedDocument[];
	/** Those that accounting has, or whose credit note stands: their members stay as they are until a person has acted. */
	kept: Finding[];
	/** Drafts that only a person can delete; they do no harm. */
	drafts: Finding[];
}

/**
 * Withdraws, reads back, and says which void documents accounting may still know of.
 * @param which `handedOverToo` when a person has seen to what was booked elsewhere
 */
export async function withdraw(
	client: Cin7Client,
	documents: LoggedDocument[],
	which: Voidable,
): Promise<Withdrawn> {
	let notes = await findCreditNotes(client, documents);
	const rows = [...notes.values()]
		.filter((note) => !isVoid(note) && note.accountingImportStatus === 'NotImported')
		.map((note) => ({
			id: note.id,
			salesReference: documentReferenceOf(note.reference),
			accountingAttributes: { accountingImportStatus: 'DoNotImport' },
		}));
	if (rows.length > 0) {
		await client.update(creditNotes, rows);
		notes = await findCreditNotes(client, documents);
	}
	const kept = documents.flatMap((document): Finding[] => {
		const { reference } = document.order;
		const note = notes.get(reference);
		const why = whyKept(document, note, which);
		return why === null ? [] : [{ document, why: `${reference} ${why}`, memberChanged: false }];
	});
	const keptDocuments = new Set(kept.map((finding) => finding.document));
	const free = documents.filter((document) => !keptDocuments.has(document));
	const drafts = free.flatMap((document): Finding[] => {
		const note = notes.get(document.order.reference);
		if (!note || isVoid(note)) return [];
		const why = `${document.order.reference} was made void; its draft credit note ${note.reference} cannot be, through Cin7's API. Delete it in Cin7.`;
		return [{ document, why, memberChanged: false }];
	});
	return { free, kept, drafts };
}

function whyKept(
	{ order, manifest }: LoggedDocument,
	note: CreditNote | undefined,
	which: Voidable,
): string | null {
	const wasHandedOver = order.stage === offeredStage || order.dispatchedDate !== null;
	if (isExternal(manifest) && wasHandedOver && which !== 'handedOverToo') {
		return 'was made void in Cin7 after it was handed over to be booked elsewhere. Make sure that your accounting software does not have it, then undo it with Removed From Accounting switched on; its payments keep their marks until then.';
	}
	if (isImported(order)) {
		return 'is void, but was imported to accounting before. Remove it there; its payments keep their marks until its import date is cleared in Cin7.';
	}
	if (!note || isVoid(note)) return null;
	if (isImported(note)) {
		return `is void, but its credit note ${note.reference} was imported to accounting before. Remove it there and make it void in Cin7; its payments keep their marks until then.`;
	}
	if (note.status.toUpperCase() === 'APPROVED') {
		return `is void, but its credit note ${note.reference} is approved, and Cin7's API cannot make it void. Make it void in Cin7; its payments keep their marks until then.`;
	}
	return null;
}
