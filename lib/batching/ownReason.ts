/**
 * The reasons that lie in a payment or its order alone: the first part of `skipReasons`, in its order. What the other
 * payments of the order have to do with it comes after (wholeOrder.ts).
 */
import { nameKey } from '../orders/channel';
import type { Planning } from './planning';
import { isBatchReference } from './reference';
import type { SkipReason } from './skipReasons';
import { isZero, type Tender, type TenderedOrder } from './tenders';

export type OwnReason = Exclude<
	SkipReason,
	| 'partlyPaid'
	| 'overPaid'
	| 'otherTenderIgnored'
	| 'otherTenderPending'
	| 'deposit'
	| 'noCurrency'
	| 'totalUnclear'
	| 'netsToZero'
>;

/** The first own reason that applies, or null. */
export function ownReason(tender: Tender, planning: Planning): OwnReason | null {
	if (tender.row?.cutOff.kind === 'ignore') return 'ignored';
	if (tender.timing !== 'due') return 'outsideWindow';
	return (
		notSelected(tender, planning) ??
		paymentReason(tender, planning) ??
		orderReason(tender.order, planning)
	);
}

function notSelected({ order, row }: Tender, planning: Planning): OwnReason | null {
	if (!order || order.isBatchDocument) return null;
	const { branchIds } = planning;
	if (!order.rows) return 'channelNotSelected';
	if (branchIds.size > 0 && !branchIds.has(order.order.branchId)) return 'branchNotSelected';
	return row ? null : 'paymentTypeNotSelected';
}

function paymentReason(tender: Tender, planning: Planning): OwnReason | null {
	const { payment, order } = tender;
	if (!payment.isAuthorized) return 'notAuthorised';
	if (isZero(payment)) return 'zeroAmount';
	if (isBatched(tender, planning)) return 'inAnotherBatch';
	const reference = order?.order.reference ?? payment.orderRef;
	return isBatchReference(reference) ? 'batchDocument' : null;
}

/** Whether a batch has the payment: one of ours, one of Cin7's own, or whatever made a person reconcile it. */
export function isBatched({ payment }: Tender, planning: Planning): boolean {
	return (
		planning.reading.claimed.has(payment.id) ||
		payment.batchReference !== '' ||
		payment.reconcileDate !== null
	);
}

function orderReason(found: TenderedOrder | null, planning: Planning): OwnReason | null {
	if (!found) return 'orderMissing';
	const { order } = found;
	const status = nameKey(order.status);
	if (status === 'draft') return 'orderDraft';
	if (status === 'void' || (found.kind === 'S' && found.order.isVoid)) return 'orderVoid';
	const imported = nameKey(order.accountingImportStatus);
	if (imported === 'imported' || order.importDate !== null) return 'alreadyImported';
	if (imported === 'donotimport' && !isOurDoing(found, planning)) return 'doNotImport';
	return imported === 'error' ? 'importError' : null;
}

/**
 * An order of which a live batch of ours has a payment carries our own Do Not Import: it left the normal sync, and what is
 * not batched of it (batched alone, or given back by a batch that is void now) can only follow.
 */
function isOurDoing({ order }: TenderedOrder, planning: Planning): boolean {
	return planning.reading.batchedOrders.has(order.id);
}

/** Whether a live batch of ours has the payment. */
export function isInOurBatch({ payment }: Tender, planning: Planning): boolean {
	return planning.reading.ourPayments.has(payment.id);
}
