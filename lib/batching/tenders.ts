/** Tenders: payments, each beside its order, its row of the settings and its place in time. */
import type { CreditNote, Payment, SalesOrder } from '../cin7/records';
import { toMinor } from '../money/currency';
import { channelOf, nameKey } from '../orders/channel';
import { remembered } from '../remembered';
import { dayInCalendar } from '../time/batchDay';
import type { Day } from '../time/day';
import { instantOf } from '../time/instant';
import { findOrder } from './findOrder';
import type { Planning } from './planning';
import { isBatchReference } from './reference';
import type { ChannelRows, PaymentTypeRow } from './rows';
import type { WaitingPayment } from './waiting';

export interface Tender {
	payment: Payment;
	/** null when the payment is on neither a sales order nor a credit note. */
	order: TenderedOrder | null;
	row: PaymentTypeRow | null;
	/** Milliseconds; null without a payment date. */
	paidAt: number | null;
	/** Before the look-back; in the window; not due yet; without a date. */
	timing: 'early' | 'due' | 'late' | 'undated';
	/** The first day of the run whose cut-off is after the payment; null without one, or without a row with a cut-off. */
	batchDay: Day | null;
	/** What it adds to a batch, credit notes negative; null when it is no whole number of minor units. */
	amountMinor: number | null;
	/** Whether it is one of the open payments that a run decides about, rather than a further payment of an order. */
	open: boolean;
}

/** A sales order (`S`) or credit note (`C`) with its payments. */
export type TenderedOrder =
	| ({ kind: 'S'; order: SalesOrder } & Tendered)
	| ({ kind: 'C'; order: CreditNote } & Tendered);

interface Tendered {
	isBatchDocument: boolean;
	/** As the rows write it where they name it. */
	channel: string;
	/** null when no row names its channel, and for batch documents, which have none. */
	rows: ChannelRows | null;
	/** Three letters; blank when it has none. */
	currency: string;
	/** Its authorised payments that are not zero, open or not, in order of id: what it is paid with. */
	tenders: Tender[];
}

/**
 * The open ones among payments that name the same order id, in order of id; the orders carry the further ones too.
 * @param waiting all payments with that id, in order of their own ids
 * @param sale the sales order with that id; null where there is none
 * @param note the credit note with that id
 */
export function tendersOf(
	waiting: readonly WaitingPayment[],
	sale: SalesOrder | null,
	note: CreditNote | null,
	planning: Planning,
): Tender[] {
	const onSale = sale && tendered('S', sale, planning);
	const onNote = note && tendered('C', note, planning);
	const open: Tender[] = [];
	for (const { payment, isOpen } of waiting) {
		const order = findOrder(payment, onSale, onNote);
		const tender = tenderOf(payment, order, isOpen, planning);
		if (order && payment.isAuthorized && tender.amountMinor !== 0) order.tenders.push(tender);
		if (isOpen) open.push(tender);
	}
	return open;
}

/** Whether a payment is of nothing, however the zero is written. */
export function isZero(payment: Payment): boolean {
	return /^[-+]?[0.]+(e|$)/i.test(payment.amount);
}

function tendered<K extends 'S' | 'C'>(
	kind: K,
	order: K extends 'S' ? SalesOrder : CreditNote,
	planning: Planning,
): { kind: K; order: K extends 'S' ? SalesOrder : CreditNote } & Tendered {
	const isBatchDocument = isBatchReference(order.reference);
	const channel = channelOf(order, planning.settings.channelField, planning.channelNames);
	const rows = isBatchDocument ? null : (planning.channels.get(nameKey(channel)) ?? null);
	return {
		kind,
		order,
		isBatchDocument,
		channel: rows?.channel ?? channel,
		rows,
		currency: currencyOf(order.currencyCode),
		tenders: [],
	};
}

/** Three letters, upper case; blank where Cin7 has none. */
const currencyOf = remembered((code: string): string => {
	const currency = code.trim().toUpperCase();
	return /^[A-Z]{3}$/.test(currency) ? currency : '';
});

function tenderOf(
	payment: Payment,
	order: TenderedOrder | null,
	open: boolean,
	planning: Planning,
): Tender {
	const row = order?.rows?.byPaymentType.get(nameKey(payment.method)) ?? null;
	const paidAt = payment.paymentDate === null ? null : instantOf(payment.paymentDate);
	const batchDay = paidAt !== null && row?.calendar ? dayInCalendar(row.calendar, paidAt) : null;
	const timing = placeInTime(paidAt, row?.calendar ? batchDay !== null : null, planning);
	const amountMinor = signed(payment, order);
	return { payment, order, row, paidAt, timing, batchDay, amountMinor, open };
}

/** @param isBeforeCutOff of the payment's row; null where no row has one, and the end of yesterday stands for it */
function placeInTime(
	paidAt: number | null,
	isBeforeCutOff: boolean | null,
	planning: Planning,
): Tender['timing'] {
	if (paidAt === null) return 'undated';
	if (paidAt < planning.lookBackFrom) return 'early';
	return (isBeforeCutOff ?? paidAt < planning.todayFrom) ? 'due' : 'late';
}

/** A credit note's payment gives money back, whichever sign Cin7 gives it; a sales order's negative one is a refund. */
function signed(payment: Payment, order: TenderedOrder | null): number | null {
	const amount = toMinor(payment.amount, order?.currency ?? '');
	if (amount === null || order?.kind !== 'C') return amount;
	return amount === 0 ? 0 : -Math.abs(amount);
}
