/** What is the matter with a payment itself. */
import { paymentText } from '../named';
import type { Planning } from '../planning';
import { isBatchReference } from '../reference';
import type { Tender } from '../tenders';
import type { OwnRule } from './ownRule';

export const paymentRules = [
	{
		code: 'notAuthorised',
		label: 'Not authorised',
		applies: ({ payment }) => !payment.isAuthorized,
		sentence: (tender) =>
			`${paymentText(tender)} is not authorised; it is batched once it is authorised in Cin7.`,
	},
	{
		code: 'zeroAmount',
		label: 'Amount of zero',
		applies: ({ amountMinor }) => amountMinor === 0,
		sentence: (tender) => `${paymentText(tender)} has nothing to batch.`,
	},
	{
		code: 'inAnotherBatch',
		label: 'In a batch already',
		applies: isBatched,
		sentence: batchedSentence,
	},
	{
		code: 'batchDocument',
		label: 'Payment of a batch',
		applies: ({ payment, order }) =>
			order ? order.isBatchDocument : isBatchReference(payment.orderRef),
		sentence: (tender) =>
			`Payment ${tender.payment.id} is the payment of ${referenceOf(tender)}, a batch itself.`,
	},
] as const satisfies readonly OwnRule[];

/** Whether a batch has the payment: one of ours, one of Cin7's own, or whatever made a person reconcile it. */
export function isBatched({ payment }: Tender, planning: Planning): boolean {
	return (
		planning.reading.claimed.has(payment.id) ||
		payment.batchReference !== '' ||
		payment.reconcileDate !== null
	);
}

/** Whether a live batch of ours has the payment. */
export function isInOurBatch({ payment }: Tender, planning: Planning): boolean {
	return planning.reading.ourPayments.has(payment.id);
}

function batchedSentence(tender: Tender, planning: Planning): string {
	const { payment } = tender;
	const batch = planning.reading.claimed.get(payment.id) ?? payment.batchReference;
	return batch === ''
		? `${paymentText(tender)} is already reconciled; clear its Reconcile Date in Cin7 to batch it.`
		: `${paymentText(tender)} is already in ${batch}.`;
}

function referenceOf({ payment, order }: Tender): string {
	return order?.order.reference ?? payment.orderRef;
}
