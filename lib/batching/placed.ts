/**
 * What is kept of a payment that has its place in a batch, and of its order. The order's lines are gone by then: all that a
 * batch needs of them is what they come to.
 */
import type { DecimalText, InstantText, Payment } from '../cin7/records';
import type { ValuedOrder } from '../orders/components';
import type { Day } from '../time/day';
import type { LineBook } from './lineBook';
import { dateOf } from './members';
import type { Planning } from './planning';
import type { PaymentTypeRow } from './rows';
import type { TenderedOrder } from './tenders';
import type { Placing } from './wholeOrder';

export interface Place {
	payment: Payment;
	order: PlacedOrder;
	row: PaymentTypeRow;
	batchDay: Day;
	/** Signed, minor units. */
	amountMinor: number;
}

export interface PlacedOrder {
	kind: 'S' | 'C';
	id: number;
	reference: string;
	branchId: number;
	/** Three letters. */
	currency: string;
	currencyRate: DecimalText | null;
	total: DecimalText;
	accountingImportStatus: string;
	/** Invoice date or credit note date. */
	date: InstantText | null;
	/** Of a credit note: what it refunds. Blank for sales orders. */
	salesReference: string;
	/** What its only payment adds to the lines of a batch (lineBook.ts); none for an order of several payments. */
	amounts: readonly number[];
	/** An order of several payments is kept whole: each has its share of it, and what the others are matters. */
	several: { order: TenderedOrder; value: ValuedOrder } | null;
}

/** The places of one order's payments. */
export function* placesOf(
	placings: readonly Placing[],
	book: LineBook,
	planning: Planning,
): Generator<Place> {
	if (placings.length === 0) return;
	const order = placedOrder(placings[0], book);
	for (const { tender } of placings) {
		const { payment, row, amountMinor } = tender;
		if (row === null || amountMinor === null) continue;
		const batchDay = tender.batchDay ?? planning.days.lastDay;
		yield { payment, order, row, batchDay, amountMinor };
	}
}

/** The order of these tenders goes on without its lines; the record that was given stays as it is. */
function withoutLines(order: TenderedOrder): TenderedOrder {
	if (order.kind === 'S') order.order = { ...order.order, lineItems: [] };
	else order.order = { ...order.order, lineItems: [] };
	return order;
}

function placedOrder({ tender, order, value }: Placing, book: LineBook): PlacedOrder {
	const { kind, currency } = order;
	const { id, reference, branchId, currencyRate, total, accountingImportStatus } = order.order;
	const { orderRef, amount } = tender.payment;
	const isAlone = order.tenders.length === 1;
	return {
		kind,
		id,
		branchId,
		currency,
		currencyRate,
		accountingImportStatus,
		// The same texts, mostly: of a million, one copy of each is enough.
		reference: orderRef === reference ? orderRef : reference,
		total: amount === total ? amount : total,
		date: dateOf(order.order),
		salesReference: order.kind === 'C' ? order.order.salesReference : '',
		amounts: isAlone ? book.amounts(value.components, kind) : [],
		several: isAlone ? null : { order: withoutLines(order), value },
	};
}
