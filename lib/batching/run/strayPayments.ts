/**
 * Payments of ours that should not be there: on a void document, or a second one on a live document. A run that died at
 * the wrong moment, or two runs at one document, leave them. They are open, so the reading of the account shows them.
 */
import type { Cin7Client } from '../../cin7/client';
import type { Payment } from '../../cin7/records';
import { payments } from '../../cin7/resources';
import { instantOf } from '../../time/instant';
import { capabilitiesIn } from '../capabilities';
import type { BatchLog, LoggedDocument } from '../log';
import type { MemberState } from '../members';
import type { RunReading } from '../reading';
import { batchNumber, documentReferenceOf } from '../reference';
import { isOwnPayment } from './payDocuments';
import { probeReference } from './probeTries';

/**
 * The payments to remove: of a live document's own, all but the one with the lowest id.
 * @param at the instant of the run, milliseconds
 */
export function strayPayments({ members, log }: RunReading, at: number): Payment[] {
	const byNumber = new Map(log.documents.map((document) => [document.number, document]));
	const holders = new Map<number, LoggedDocument>();
	for (const order of members.salesOrders.values()) {
		const document = byNumber.get(batchNumber(order.reference) ?? -1);
		// The payment on a void document that accounting has is for a person to sort out.
		const isOpen = document && (document.live || document.order.importDate === null);
		if (isOpen) holders.set(order.id, document);
	}
	for (const note of members.creditNotes.values()) {
		const document = byNumber.get(batchNumber(documentReferenceOf(note.reference)) ?? -1);
		// On an approved credit note of a void document a person decides, unless it was withdrawn.
		const isApproved = note.status.toUpperCase() === 'APPROVED';
		const isWithdrawn = note.accountingImportStatus === 'DoNotImport' && note.importDate === null;
		const stands = document && !document.live && isApproved && !isWithdrawn;
		if (document && !stands) holders.set(note.id, document);
	}
	const kept = new Set<number>();
	const strays = leftByProbes(members, log, at);
	for (const payment of [...members.payments.values()].sort((a, b) => a.id - b.id)) {
		const document = holders.get(payment.orderId);
		if (!document || !isOwnPayment(payment, document)) continue;
		if (document.live && !kept.has(payment.orderId)) kept.add(payment.orderId);
		else strays.push(payment);
	}
	return strays;
}

/** How long a probe may take, in milliseconds. */
const probeTime = 3_600_000;

/** A probe that was broken off leaves its payment; once the account is known, or after an hour, nobody needs it. */
function leftByProbes(
	{ payments: open, salesOrders }: MemberState,
	log: BatchLog,
	at: number,
): Payment[] {
	const isKnown = capabilitiesIn(log) !== null;
	const probes = [...salesOrders.values()].filter(({ reference }) =>
		reference.startsWith(probeReference),
	);
	const ids = new Set(probes.map(({ id }) => id));
	const isOld = ({ paymentDate }: Payment) =>
		paymentDate !== null && (instantOf(paymentDate) ?? at) < at - probeTime;
	return [...open.values()].filter(
		(payment) =>
			ids.has(payment.orderId) &&
			payment.transactionRef === probeReference &&
			(isKnown || isOld(payment)),
	);
}

/** Removes them, one call each; there are hardly ever any. */
export async function removeStrayPayments(client: Cin7Client, strays: Payment[]): Promise<void> {
	for (const { id } of strays) await client.remove(payments, id);
}
