/**
 * Let go of documents that must not go on: void first, which frees their payments, then take back their own marks.
 * Documents that share an order go together, because an order is batched whole or not at all.
 */
import type { Cin7Client } from '../../cin7/client';
import { payments } from '../../cin7/resources';
import type { LoggedDocument } from '../log';
import type { MemberState } from '../members';
import { writeMarks } from './markMembers';
import { releaseRows } from './marks';
import { findPayments, type ValueHolder } from './payDocuments';
import { voidDocuments } from './void';

/**
 * Voids documents and gives their members back.
 * @param state the members as last read
 * @param holders where the documents' own payments are
 */
export async function releaseDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
	state: MemberState,
	holders: ValueHolder[],
): Promise<void> {
	await voidDocuments(client, documents);
	await writeMarks(client, releaseRows(documents, state));
	const released = holders.filter((holder) => documents.includes(holder.document));
	for (const [, paid] of await findPayments(client, released)) {
		for (const payment of paid) await client.remove(payments, payment.id);
	}
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
