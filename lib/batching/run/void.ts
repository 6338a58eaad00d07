/**
 * Void a document: the first thing done whenever one must not go on, because voiding releases its payments. What another
 * run has approved meanwhile is never voided: accounting may have it.
 */
import { isImported } from '../../orders/accounting';
import type { Cin7Client } from '../../cin7/client';
import { salesOrders } from '../../cin7/resources';
import { logOf, type LoggedDocument } from '../log';
import { isExternal } from '../manifest';
import { documentFields } from '../readLog';

/** What may be made void: `approvedToo` and `handedOverToo` only when a person asks for it, and vouches for the latter. */
export type Voidable = 'drafts' | 'approvedToo' | 'handedOverToo';

export interface Voided {
	/** Void by now, whoever did it; as they were read last. */
	gone: LoggedDocument[];
	/** Approved meanwhile, or not to be made void: they stay as they are. */
	staying: LoggedDocument[];
}

/** Reads documents afresh, makes the drafts among them void, and reads whether they are. */
export async function voidDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
	which: Voidable = 'drafts',
): Promise<Voided> {
	if (documents.length === 0) return { gone: [], staying: [] };
	const given = new Map(documents.map((document) => [document.order.id, document]));
	const drafts = (await readAgain(client, documents)).filter(
		(document) =>
			document.live &&
			!isOutOfReach(document, which) &&
			!isOverwritten(document, given.get(document.order.id)),
	);
	if (drafts.length > 0) {
		await client.update(
			salesOrders,
			drafts.map(({ order }) => ({ id: order.id, isVoid: true })),
		);
	}
	const now = new Map((await readAgain(client, documents)).map((read) => [read.order.id, read]));
	const fresh = documents.map((document) => now.get(document.order.id) ?? gone(document));
	return {
		gone: fresh.filter((document) => !document.live),
		staying: fresh.filter((document) => document.live),
	};
}

/** Accounting may have it: here, or, where it is booked elsewhere, from the moment at which it was handed over. */
function isOutOfReach(
	{ order, finished, offered, manifest }: LoggedDocument,
	which: Voidable,
): boolean {
	if (isImported(order)) return true;
	if (which === 'drafts') return finished || offered;
	return which === 'approvedToo' && isExternal(manifest) && (finished || offered);
}

/** Its list of members was there before: once it is void nobody could give them back, so a person has to look at it. */
function isOverwritten(document: LoggedDocument, before: LoggedDocument | undefined): boolean {
	return document.manifest === null && before !== undefined && before.manifest !== null;
}

/** Deleted or renamed by a person: no document of the log any more. */
function gone(document: LoggedDocument): LoggedDocument {
	return { ...document, live: false, finished: false };
}

/** The documents as they are now; one that was deleted or renamed is none of them any more. */
export async function readAgain(
	client: Cin7Client,
	documents: LoggedDocument[],
): Promise<LoggedDocument[]> {
	const ids = documents.map((document) => document.order.id);
	return logOf(await client.byIds(salesOrders, 'id', ids, { fields: documentFields })).documents;
}
