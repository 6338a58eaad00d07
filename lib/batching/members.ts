/** The members of a batch as Cin7 holds them, and the entries that its manifest keeps of them. */
import type { CreditNote, InstantText, Payment, SalesOrder } from '../cin7/records';
import { toText } from '../money/currency';
import type { Before, Manifest, OrderEntry, PaymentEntry } from './manifest';
import type { PlannedBatch } from './plan.types';

/** Members by id, as last read. */
export interface MemberState {
	payments: Map<number, Payment>;
	salesOrders: Map<number, SalesOrder>;
	creditNotes: Map<number, CreditNote>;
}

/** Indexes what was read. */
export function memberState(
	payments: Payment[],
	salesOrders: SalesOrder[],
	creditNotes: CreditNote[],
): MemberState {
	return {
		payments: byId(payments),
		salesOrders: byId(salesOrders),
		creditNotes: byId(creditNotes),
	};
}

function byId<T extends { id: number }>(records: T[]): Map<number, T> {
	return new Map(records.map((record) => [record.id, record]));
}

/**
 * The manifest's entries for a planned batch, with what its members' fields hold before they are marked.
 * @param marked orders that live documents list, by id
 */
export function membersOf(
	batch: PlannedBatch,
	state: MemberState,
	marked: ReadonlyMap<number, OrderEntry>,
): Pick<Manifest, 'payments' | 'orders'> {
	const payments = batch.members.map(({ paymentId, orderId, amountMinor }): PaymentEntry => {
		const amount = toText(amountMinor, batch.currency);
		const comments = state.payments.get(paymentId)?.comments ?? '';
		return comments === ''
			? [paymentId, orderId, amount]
			: [paymentId, orderId, amount, { comments }];
	});
	const orders = new Map<number, OrderEntry>();
	for (const { orderId, orderKind } of batch.members) {
		const order = memberOrder(state, orderId, orderKind);
		// An order that a live batch has marked already: what it was before that is in the other's manifest.
		const [, , , known = {}] = marked.get(orderId) ?? [];
		const before = marked.has(orderId) ? known : order ? orderBefore(order) : {};
		const total = order?.total ?? '';
		const isBlank = Object.keys(before).length === 0;
		orders.set(
			orderId,
			isBlank ? [orderId, orderKind, total] : [orderId, orderKind, total, before],
		);
	}
	return { payments, orders: [...orders.values()] };
}

/** A member's order, of the kind that its entry names. */
export function memberOrder(
	state: MemberState,
	orderId: number,
	kind: 'S' | 'C',
): SalesOrder | CreditNote | undefined {
	return kind === 'S' ? state.salesOrders.get(orderId) : state.creditNotes.get(orderId);
}

/** Its invoice date, or credit note date. */
export function dateOf(order: SalesOrder | CreditNote): InstantText | null {
	return 'invoiceDate' in order ? order.invoiceDate : order.creditNoteDate;
}

function orderBefore(order: SalesOrder | CreditNote): Before {
	const date = dateOf(order);
	const { accountingImportStatus: status } = order;
	return { ...(date !== null && { date }), ...(status !== 'NotImported' && { status }) };
}
