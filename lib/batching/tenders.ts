/** Tenders: the account's payments, each beside its order, its row of the settings and its place in time. */
import type { CreditNote, Payment, SalesOrder } from '../cin7/records';
import { toMinor } from '../money/currency';
import { channelOf, nameKey } from '../orders/channel';
import { dayInCalendar } from '../time/batchDay';
import type { Day } from '../time/day';
import { instantOf } from '../time/instant';
import { findOrder } from './findOrder';
import type { Planning } from './planning';
import { isBatchReference } from './reference';
import type { ChannelRows, PaymentTypeRow } from './rows';

export interface Tender {
	payment: Payment;
	/** null when the payment is on neither a sales order nor a credit note. */
	order: TenderedOrder | null;
	row: PaymentTypeRow | null;
	/** Milliseconds; null without a payment date. */
	paidAt: number | null;
	/** Before the look-back; in the window; not due yet; without a date. */
	timing: 'early' | 'due' | 'late' | 'undated';
	/** The day whose cut-off is the first after the payment; null unless it is due under a row with a cut-off. */
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

/** Every open payment once, in order of id; their orders carry the further payments too. */
export function tendersOf(planning: Planning): Tender[] {
	const { payments, otherPayments, salesOrders, creditNotes } = planning.reading;
	const sales = new Map(salesOrders.map((order) => [order.id, order]));
	const notes = new Map(creditNotes.map((order) => [order.id, order]));
	const openIds = new Set(payments.map((payment) => payment.id));
	const everyPayment = new Map<number, Payment>();
	// Reading page by page can bring a payment twice; it counts once.
	for (const payment of [...otherPayments, ...payments]) everyPayment.set(payment.id, payment);
	const known = new Map<SalesOrder | CreditNote, TenderedOrder>();
	const open: Tender[] = [];
	for (const payment of [...everyPayment.values()].sort((a, b) => a.id - b.id)) {
		const found = findOrder(payment, sales, notes);
		let order = found && (known.get(found.order) ?? null);
		if (found && !order)
			known.set(found.order, (order = { ...found, ...tendered(found.order, planning) }));
		const tender = tenderOf(payment, order, openIds.has(payment.id), planning);
		if (order && payment.isAuthorized && !isZero(payment)) order.tenders.push(tender);
		if (tender.open) open.push(tender);
	}
	return open;
}

/** Whether a payment is of nothing, however the zero is written. */
export function isZero(payment: Payment): boolean {
	return /^[-+]?[0.]+(e|$)/i.test(payment.amount);
}

function tendered(order: SalesOrder | CreditNote, planning: Planning): Tendered {
	const isBatchDocument = isBatchReference(order.reference);
	const channel = channelOf(order, planning.settings.channelField, planning.channelNames);
	const rows = isBatchDocument ? null : (planning.channels.get(nameKey(channel)) ?? null);
	const currency = order.currencyCode.trim().toUpperCase();
	return {
		isBatchDocument,
		channel: rows?.channel ?? channel,
		rows,
		currency: /^[A-Z]{3}$/.test(currency) ? currency : '',
		tenders: [],
	};
}

function tenderOf(
	payment: Payment,
	order: TenderedOrder | null,
	open: boolean,
	planning: Planning,
): Tender {
	const row = order?.rows?.byPaymentType.get(nameKey(payment.method)) ?? null;
	const paidAt = payment.paymentDate === null ? null : instantOf(payment.paymentDate);
	return {
		payment,
		order,
		row,
		paidAt,
		...placeInTime(paidAt, row, planning),
		amountMinor: signed(payment, order),
		open,
	};
}

function placeInTime(
	paidAt: number | null,
	row: PaymentTypeRow | null,
	planning: Planning,
): Pick<Tender, 'timing' | 'batchDay'> {
	if (paidAt === null) return { timing: 'undated', batchDay: null };
	if (paidAt < planning.lookBackFrom) return { timing: 'early', batchDay: null };
	if (!row?.calendar)
		return { timing: paidAt < planning.todayFrom ? 'due' : 'late', batchDay: null };
	const batchDay = dayInCalendar(row.calendar, paidAt);
	return { timing: batchDay === null ? 'late' : 'due', batchDay };
}

/** A credit note's payment gives money back, whichever sign Cin7 gives it; a sales order's negative one is a refund. */
function signed(payment: Payment, order: TenderedOrder | null): number | null {
	const amount = toMinor(payment.amount, order?.currency ?? '');
	if (amount === null || order?.kind !== 'C') return amount;
	return amount === 0 ? 0 : -Math.abs(amount);
}
