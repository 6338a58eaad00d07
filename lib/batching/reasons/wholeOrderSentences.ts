/** The sentences about an order as a whole: how far it is paid, and which other payment keeps it out of batches. */
import { toText } from '../../money/currency';
import type { ObstacleWhy } from '../obstacles';
import {
	amountText,
	currencyText,
	methodText,
	noun,
	nounWithin,
	paymentText,
	type Named,
	type Spoken,
} from '../named';
import type { PaidState } from '../paidInFull';
import type { Planning } from '../planning';
import type { Tender, TenderedOrder } from '../tenders';

/** An order that is not paid exactly. */
export function paidMessage(
	order: TenderedOrder,
	paid: Extract<PaidState, { totalMinor: number }>,
	planning: Planning,
): string {
	const total = currencyText(paid.totalMinor, order.currency);
	if (planning.reading.batchedOrders.has(order.order.id)) {
		const now = currencyText(paid.paidMinor, order.currency);
		return `${noun(order)} is in a batch already, and with this payment it is paid ${now} for a total of ${total}. Book the payment by hand, or bring the order's total to ${now}: then it is batched.`;
	}
	if (paid.state === 'overPaid') {
		const sum = currencyText(paid.paidMinor, order.currency);
		return `${noun(order)} is paid ${sum} for a total of ${total}; it is batched once payments and total agree.`;
	}
	const sum = toText(paid.paidMinor, order.currency);
	return `${noun(order)} is paid ${sum} of ${total}; it is batched once it is paid in full.`;
}

/** An order that another of its payments keeps out. */
export function obstacleMessage(
	order: Named & { channel: string },
	obstacle: { tender: Spoken & Pick<Tender, 'paidAt'>; why: ObstacleWhy },
	planning: Planning,
): string {
	const { tender, why } = obstacle;
	const other = `${amountText(tender)} by ${methodText(tender)}`;
	const also = `${noun(order)} is also paid ${other}`;
	switch (why) {
		case 'pending':
			return `${also} on ${planning.clock(tender.paidAt ?? 0)}, which is not due yet; the order is batched whole once that is.`;
		case 'ignored':
			return `${also}, which is set to Ignore; the order stays in the normal accounting sync.`;
		case 'paymentTypeNotSelected':
			return `${also}, for which ${order.channel} has no row; the order stays in the normal accounting sync.`;
		case 'deposit':
			return `${also}, a deposit; the order stays in the normal accounting sync.`;
		case 'inAnotherBatch':
			return `${also}, which is batched or reconciled already; the order is not batched in part.`;
		case 'outsideWindow':
			return `${also}, which was made before the look-back; the order stays in the normal accounting sync.`;
		case 'undated':
			return `${also}, which has no payment date; set the date in Cin7 to batch the order.`;
		case 'notRead':
			return `${also}, which changed while the account was read; a later run looks at it again.`;
		case 'netsToZero':
			return `${also}, in a group that comes to nothing and so is not batched; the order stays in the normal accounting sync.`;
	}
}

/** A payment of a type that takes deposits. */
export function depositMessage(tender: Tender): string {
	return `${paymentText(tender)} is a deposit; accounting reverses deposits itself, so it stays in the normal sync.`;
}

/** An order without a currency. */
export function noCurrencyMessage(order: TenderedOrder): string {
	return `${noun(order)} has no currency; set one in Cin7 to batch it.`;
}

/** A member of a group without a total. */
export function zeroGroupMessage(tender: Spoken, group: string, currency: string): string {
	return `${paymentText(tender)} belongs to ${group}, which comes to ${currencyText(0, currency)}: there is no deposit to match, so it stays in the normal sync.`;
}

/** An order that was batched without all its payments, because the settings say so. */
export function batchedAloneWarning(
	order: TenderedOrder,
	left: Tender[],
	batched: Tender[],
): string {
	const parts = (tenders: Tender[]) =>
		tenders.map((tender) => `${amountText(tender)} by ${methodText(tender)}`).join(', ');
	return `${noun(order)} is batched in part: ${parts(batched)} is in, ${parts(left)} is not. Match the rest of ${nounWithin(order)} by hand, because it is no longer imported to accounting.`;
}
