/** A batch as an item of the Batches output; one that is booked elsewhere with all that the next node needs for it. */
import type { LoggedDocument } from '../../lib/batching/log';
import type { ManifestLine } from '../../lib/batching/manifest';
import { distinctOrders, type SummaryBatch } from '../../lib/batching/summary/summary';
import { wireNumber } from '../../lib/cin7/wireNumber';
import { toText } from '../../lib/money/currency';

export interface BatchEntry extends SummaryBatch {
	/** None in a Preview. */
	document?: LoggedDocument;
	/** Of batches that are booked elsewhere. */
	lines?: readonly ManifestLine[];
	/** Handed over by an earlier run, and not confirmed since. */
	comesAgain?: boolean;
}

/** Whether the next node is to book it: it was handed over, and that was read back. */
export function awaitsConfirmation({ document }: BatchEntry): boolean {
	return document?.offered ?? false;
}

/** What a person looks for first stands first; long lists last, because they make rows tall. */
export function batchItem(entry: BatchEntry, fingerprint: string) {
	const { reference, batch, document, lines } = entry;
	return {
		reference,
		batchDay: batch.batchDay,
		channel: batch.channel,
		paymentType: batch.paymentType,
		total: toText(batch.totalMinor, batch.currency),
		currency: batch.currency,
		payments: batch.members.length,
		...(lines && {
			awaitsConfirmation: awaitsConfirmation(entry),
			comesAgain: entry.comesAgain ?? false,
		}),
		branch: { id: batch.branchId, name: batch.branchName },
		kind: batch.kind,
		orders: distinctOrders(batch, 'S'),
		creditNotes: distinctOrders(batch, 'C'),
		totalMinor: batch.totalMinor,
		currencyRate: batch.currencyRate,
		document: document
			? {
					id: document.order.id,
					reference: document.order.reference,
					status: document.order.status,
				}
			: null,
		fingerprint,
		...(lines && { lines: lines.map(lineOf) }),
		paymentIds: batch.members.map((member) => member.paymentId),
	};
}

/** Tax included; positive where the line adds to the value of the invoice, or of the credit note. */
function lineOf([description, accountCode, taxRate, amount]: ManifestLine) {
	return {
		description,
		accountCode,
		taxRate,
		taxRateNumber: wireNumber(taxRate),
		amount,
		amountNumber: wireNumber(amount),
	};
}
