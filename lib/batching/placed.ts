/**
 * What is kept of a payment that has its place in a batch, and of its order. The order's lines are gone by then: all that a
 * batch needs of them is what they come to. A run can have a million of these, so there is one object for both.
 */
import type { DecimalText, InstantText, Payment } from '../cin7/records';
import type { ValuedOrder } from '../orders/components';
import type { GroupKey, GroupKeys } from './grouping';
import type { LineBook } from './lineBook';
import { dateOf } from './members';
import type { TenderedOrder } from './tenders';
import type { Placing } from './wholeOrder';

export interface Place {
	/** Its `orderId` is the order's id. */
	payment: Payment;
	/** Signed, minor units. */
	amountMinor: number;
	/** What it has in common with the other payments of its batch. */
	key: GroupKey;
	/** Whether the order is a sales order (`S`) or a credit note (`C`). */
	kind: 'S' | 'C';
	reference: string;
	/** Of a credit note: what it refunds. Blank for sales orders. */
	salesReference: string;
	/** The order's currency rate. */
	rate: DecimalText | null;
	/** What the order's fields hold: its total, its accounting import status, its invoice date or credit note date. */
	total: DecimalText;
	status: string;
	date: InstantText | null;
	/** Where the line book has what it adds to its batch; null for a payment of several on its order. */
	written: number | null;
	several: SeveralPayments | null;
}

/** An order of several payments is kept whole: each has its share of it, and what the others are matters. */
export interface SeveralPayments {
	order: TenderedOrder;
	value: ValuedOrder;
}

/** Adds the places of one order's payments to those of the others. */
export function addPlaces(
	placings: readonly Placing[],
	places: Place[],
	book: LineBook,
	keys: GroupKeys,
): void {
	if (placings.length === 0) return;
	const [{ order, value }] = placings;
	const { kind } = order;
	const isAlone = order.tenders.length === 1;
	const several = isAlone ? null : { order: withoutLines(order), value };
	const written = isAlone ? book.write(value.components, kind) : null;
	const { reference, total, currencyRate, accountingImportStatus } = order.order;
	for (const { tender } of placings) {
		const { payment, amountMinor } = tender;
		const key = keys.of(tender, order);
		if (key === null || amountMinor === null) continue;
		places.push({
			payment,
			amountMinor,
			key,
			kind,
			// The same texts, mostly: of a million, one copy of each is enough.
			reference: payment.orderRef === reference ? payment.orderRef : reference,
			salesReference: order.kind === 'C' ? order.order.salesReference : '',
			rate: currencyRate,
			total: payment.amount === total ? payment.amount : total,
			status: accountingImportStatus,
			date: dateOf(order.order),
			written,
			several,
		});
	}
}

/** The order of these tenders goes on without its lines; the record that was given stays as it is. */
function withoutLines(order: TenderedOrder): TenderedOrder {
	if (order.kind === 'S') order.order = { ...order.order, lineItems: [] };
	else order.order = { ...order.order, lineItems: [] };
	return order;
}
