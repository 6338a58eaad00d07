/**
 * Let go of documents that must not go on: void first, which frees their payments; then keep accounting from what is left
 * of them, take back their own marks, and remove their payments. Documents that share an order go together, because an
 * order is batched whole or not at all.
 */
import type { Cin7Client } from '../../cin7/client';
import { isAmong, type BatchLog, type LoggedDocument } from '../log';
import { isExternal } from '../manifest';
import type { Finding } from './checkMembers';
import { removeOwnPayments } from './payDocuments';
import { restoreMembers } from './restore';
import { voidDocuments, type Voidable } from './void';
import { withdraw } from './withdraw';

export interface Released {
	/** Void by now, their members given back. */
	gone: LoggedDocument[];
	/** Ids of what was given back, and of payments that stay because a newer document lists them. */
	restored: { payments: Set<number>; orders: Set<number> };
	heldBack: Set<number>;
	/** What a person has to look at: documents that could not be made void, marks that could not be taken back. */
	findings: Finding[];
}

/**
 * Voids documents and gives their members back.
 * @param log what another live document of it lists is not given back
 */
export async function releaseDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
	log: BatchLog,
	which: Voidable = 'drafts',
): Promise<Released> {
	const { gone, staying } = await voidDocuments(client, documents, which);
	const findings = staying.map((document) => ({
		document,
		why:
			which === 'drafts'
				? `${document.order.reference} has a member that was changed, but it is approved already or cannot be made void. Look at it in Cin7.`
				: whyStaying(document),
		memberChanged: false,
	}));
	const { free: withdrawn, kept, drafts } = await withdraw(client, gone, which);
	// What shares an order with a document that accounting has: that order stays as it is.
	const tied = tiedByOrders(
		kept.map((finding) => finding.document),
		gone,
	);
	const free = withdrawn.filter((document) => !isAmong(tied, document));
	for (const document of withdrawn) {
		if (!isAmong(tied, document)) continue;
		const why = `${document.order.reference} is void, but shares an order with a batch that accounting may have. Its payments keep their marks until that is cleared up.`;
		findings.push({ document, why, memberChanged: false });
	}
	const restored = await restoreMembers(client, free, log);
	await removeOwnPayments(client, free);
	return {
		gone: free,
		restored: { payments: restored.payments, orders: restored.orders },
		heldBack: restored.heldBack,
		findings: [...findings, ...kept, ...drafts, ...restored.findings],
	};
}

function whyStaying({ order, offered, manifest }: LoggedDocument): string {
	if (offered && isExternal(manifest)) {
		return `${order.reference} was handed over to your accounting software meanwhile, so it was not undone. Make sure that it is not there, then undo it again with Removed From Accounting switched on.`;
	}
	return `${order.reference} is not void: accounting took it just now, or Cin7 refused. Nothing of it was changed.`;
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
