/** The value of documents, read again: a credit note or payment that is not as it was sent keeps its batch from being approved. */
import type { CreditNote, DecimalText, Payment } from '../../cin7/records';
import { toMinor } from '../../money/currency';
import { nameKey } from '../../orders/channel';
import { groupBy } from '../groupBy';
import type { LoggedDocument } from '../log';
import { isExternal, type Manifest } from '../manifest';
import type { MemberState } from '../members';
import type { Finding } from './checkMembers';
import { sameInstant } from './marks';
import type { ValueHolder } from './payDocuments';
import { creditNoteFault } from './proof';

/** Credit notes that Cin7 did not keep as they were sent: they must not be approved. */
export function checkCreditNotes(
	documents: LoggedDocument[],
	notes: Map<string, CreditNote>,
): Finding[] {
	return documents.flatMap((document) => {
		const note = notes.get(document.order.reference);
		const why = note && document.manifest && creditNoteFault(note, document.manifest);
		return why ? [{ document, why, memberChanged: false }] : [];
	});
}

/** What is missing of the documents' value: a credit note, a payment, or the right amount of it. */
export function checkValue(
	members: MemberState,
	documents: LoggedDocument[],
	holders: ValueHolder[],
): Finding[] {
	const paid = groupBy(
		[...members.payments.values()].sort((a, b) => a.id - b.id),
		(payment) => payment.orderId,
	);
	const holderOf = new Map(holders.map((holder) => [holder.document, holder.orderId]));
	return documents.flatMap((document) => {
		if (isExternal(document.manifest)) return [];
		const orderId = holderOf.get(document);
		const why =
			orderId === undefined
				? `The credit note of ${document.order.reference} cannot be found.`
				: paymentFinding(document, paid.get(orderId) ?? []);
		return why === null ? [] : [{ document, why, memberChanged: false }];
	});
}

function paymentFinding({ order, manifest }: LoggedDocument, paid: Payment[]): string | null {
	if (paid.length === 0) return `${order.reference} has no payment.`;
	if (paid.length > 1) {
		return `${order.reference} has ${paid.length} payments where it should have one. Remove the others in Cin7.`;
	}
	const fault = manifest && paymentFault(paid[0], order.reference, manifest);
	return fault ? `The payment on ${order.reference} ${fault}` : null;
}

/** What is not as it was sent. */
export function paymentFault(
	payment: Payment,
	reference: string,
	manifest: Manifest,
): string | null {
	if (!isSameValue(payment.amount, manifest)) {
		return `is ${payment.amount}, not ${manifest.total} ${manifest.currency}.`;
	}
	if (payment.transactionRef !== reference) {
		return `does not carry the reference ${reference}.`;
	}
	if (nameKey(payment.method) !== nameKey(manifest.paymentType)) {
		return `is of type "${payment.method}", not "${manifest.paymentType}".`;
	}
	if (!sameInstant(payment.paymentDate, manifest.markDate)) {
		return `is dated ${payment.paymentDate ?? 'not at all'}, not ${manifest.markDate}.`;
	}
	return null;
}

/** Whether an amount is exactly the batch's value, in either sign. */
function isSameValue(amount: DecimalText, { total, currency }: Manifest): boolean {
	const shown = toMinor(amount, currency);
	const due = toMinor(total, currency);
	return shown !== null && due !== null && Math.abs(shown) === Math.abs(due);
}
