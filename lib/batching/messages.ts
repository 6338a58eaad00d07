/**
 * The sentence beside each reason that lies in a payment or its order alone: what is the case, with which order, and
 * what would change it. The sentences about whole orders are in messages.wholeOrder.ts.
 */
import type { OwnReason } from './ownReason';
import { methodText, noun, paymentText } from './messages.words';
import { branchName, type Planning } from './planning';
import type { Tender, TenderedOrder } from './tenders';

/** Why a payment is left out, for the person at the screen. */
export function ownMessage(reason: OwnReason, tender: Tender, planning: Planning): string {
	if (isOrderReason(reason)) {
		return tender.order ? aboutOrder[reason](tender.order, planning) : missingMessage(tender);
	}
	return aboutPayment[reason](tender, planning);
}

type OrderReason =
	| 'channelNotSelected'
	| 'branchNotSelected'
	| 'orderDraft'
	| 'orderVoid'
	| 'alreadyImported'
	| 'doNotImport'
	| 'importError';

function isOrderReason(reason: OwnReason): reason is OrderReason {
	return reason in aboutOrder;
}

const aboutOrder: Record<OrderReason, (order: TenderedOrder, planning: Planning) => string> = {
	channelNotSelected: (order) =>
		order.channel === ''
			? `${noun(order)} names no sales channel, so no row of this bot takes it.`
			: `${noun(order)} came through ${order.channel}, which no row of this bot names; add a row to batch it.`,
	branchNotSelected: (order, planning) =>
		`${noun(order)} belongs to ${branchName(planning, order.order.branchId)}, which is not among this bot's branches; add it there to batch the order.`,
	orderDraft: (order) => `${noun(order)} is a draft; it is batched once it is approved in Cin7.`,
	orderVoid: (order) => `${noun(order)} is void, and void orders are not batched.`,
	alreadyImported: (order) =>
		`${noun(order)} is already in accounting on its own${importedOn(order)}; match its payment there, or reset it for import in Cin7 to batch it.`,
	doNotImport: (order) =>
		`${noun(order)} is set to Do Not Import; set it to Not Imported in Cin7 to batch it.`,
	importError: (order) =>
		`${noun(order)} has the accounting import status Error; see why in Cin7 and reset it for import to batch it.`,
};

const aboutPayment: Record<
	Exclude<OwnReason, OrderReason>,
	(tender: Tender, planning: Planning) => string
> = {
	ignored: (tender) =>
		`${paymentText(tender)} is left out because ${tender.order?.channel} / ${methodText(tender)} is set to Ignore; give that row a cut-off time to batch it.`,
	outsideWindow: timingMessage,
	paymentTypeNotSelected: (tender) =>
		`${paymentText(tender)} is left out because ${tender.order?.channel} has no row for ${methodText(tender)}; add one to batch it.`,
	notAuthorised: (tender) =>
		`${paymentText(tender)} is not authorised; it is batched once it is authorised in Cin7.`,
	zeroAmount: (tender) => `${paymentText(tender)} has nothing to batch.`,
	inAnotherBatch: batchedMessage,
	batchDocument: ({ payment, order }) =>
		`Payment ${payment.id} is the payment of ${order?.order.reference ?? payment.orderRef}, a batch itself.`,
	orderMissing: missingMessage,
};

function missingMessage({ payment }: Tender): string {
	return `Payment ${payment.id} is on ${orderWords(payment)}, which Cin7 does not have among its sales orders and credit notes; only those are batched.`;
}

function timingMessage(tender: Tender, planning: Planning): string {
	const { paidAt, row, timing } = tender;
	const { clock } = planning;
	const payment = paymentText(tender);
	if (paidAt === null) {
		return `${payment} has no payment date that can be read; set the date in Cin7 to batch it.`;
	}
	if (timing === 'early') {
		return `${payment} was made ${clock(paidAt)}, before the look-back begins (${planning.days.firstDay}); batch it by hand or look back further.`;
	}
	const cutOff = row?.calendar?.instants.at(-1);
	return cutOff === undefined
		? `${payment} was made ${clock(paidAt)}; payments of the day of the run wait for a later run.`
		: `${payment} was made ${clock(paidAt)}, not before this run's cut-off (${clock(cutOff)}); a later run takes it.`;
}

function batchedMessage(tender: Tender, planning: Planning): string {
	const { payment } = tender;
	const batch = planning.reading.claimed.get(payment.id) ?? payment.batchReference;
	return batch === ''
		? `${paymentText(tender)} is already reconciled; clear its Reconcile Date in Cin7 to batch it.`
		: `${paymentText(tender)} is already in ${batch}.`;
}

function orderWords({ orderRef, orderType, orderId }: Tender['payment']): string {
	const type = orderType.trim();
	const kind = type === '' || type === 'Undefined' ? 'order' : type;
	return `${kind} ${orderRef.trim() || orderId}`;
}

function importedOn({ order }: TenderedOrder): string {
	return order.importDate === null ? '' : ` (since ${order.importDate.slice(0, 10)})`;
}
