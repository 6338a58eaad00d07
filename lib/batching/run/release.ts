/**
 * Let go of documents that must not go on: void first, which frees their payments, then take back their own marks, and
 * look whether that held. Documents that share an order go together, because an order is batched whole or not at all.
 */
import type { Cin7Client } from '../../cin7/client';
import { payments } from '../../cin7/resources';
import type { LoggedDocument } from '../log';
import type { Finding } from './checkMembers';
import { writeMarks } from './markMembers';
import { releaseRows, type MarkRows } from './marks';
import { findPayments, type ValueHolder } from './payDocuments';
import { readMembers } from './readMembers';
import { voidDocuments } from './void';

export interface Released {
	/** Void by now, their members given back. */
	gone: LoggedDocument[];
	/** What a person has to look at: documents that could not be made void, marks that could not be taken back. */
	findings: Finding[];
}

/**
 * Voids documents and gives their members back.
 * @param holders where the documents' own payments are
 * @param log every document of the account: what another live one lists is not given back
 */
export async function releaseDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
	holders: ValueHolder[],
	log: LoggedDocument[],
): Promise<Released> {
	const { gone, staying } = await voidDocuments(client, documents);
	const findings = staying.map((document) => ({
		document,
		why: `${document.order.reference} has a member that was changed, but it is approved already or cannot be made void. Look at it in Cin7.`,
		memberChanged: false,
	}));
	if (gone.length === 0) return { gone, findings };
	const rows = async () => releaseRows(gone, await readMembers(client, gone), log);
	await writeMarks(client, await rows());
	const ours = holders.filter((holder) => gone.includes(holder.document));
	for (const [, paid] of await findPayments(client, ours)) {
		for (const payment of paid) await client.remove(payments, payment.id);
	}
	const left = count(await rows());
	if (left > 0) {
		const [document] = gone;
		const why = `${document.order.reference} was made void, but Cin7 kept its marks on ${left} of its payments and orders. Clear their reconcile date, invoice date and Do Not Import in Cin7.`;
		findings.push({ document, why, memberChanged: false });
	}
	for (const { document, orderId } of ours) {
		if (document.manifest?.kind !== 'creditNote') continue;
		const why = `${document.order.reference} was made void; its draft credit note ${document.order.reference}-CN (id ${orderId}) cannot be, through Cin7's API. Delete it in Cin7.`;
		findings.push({ document, why, memberChanged: false });
	}
	return { gone, findings };
}

function count({ payments: paid, salesOrders, creditNotes }: MarkRows): number {
	return paid.length + salesOrders.length + creditNotes.length;
}

/** These documents, and all that are tied to them by an order with payments in both. */
export function tiedByOrders(
	seeds: LoggedDocument[],
	documents: LoggedDocument[],
): LoggedDocument[] {
	const tied = new Set(seeds);
	const orders = new Set<number>();
	for (const document of tied) {
		for (const [orderId] of document.manifest?.orders ?? []) orders.add(orderId);
		for (const other of documents) {
			if (other.manifest?.orders.some(([orderId]) => orders.has(orderId))) tied.add(other);
		}
	}
	return [...tied];
}
