// Writes drafts as Cin7's API gives its records: camelCase rows of a scenario.
import { written } from './calendar.mts';
import type { Making, OrderDraft, PaymentDraft } from './drafts.mts';
import { lineRows, signsOf } from './wireLines.mts';
import { wireAmount } from './money.mts';
import { recordedAt } from './numbering.mts';
import type { Random } from './random.mts';
import type { CreditNoteRow, DocumentRow, PaymentRow, SalesOrderRow } from './scenario.mts';
import type { Person } from './people.mts';

export interface OrderRows {
	salesOrders: SalesOrderRow[];
	creditNotes: CreditNoteRow[];
	payments: PaymentRow[];
}

/** All orders that are still there, and all payments, each in order of id. */
export function orderRows(making: Making): OrderRows {
	const kept = making.orders.filter((order) => !order.gone);
	const random = making.random('wire');
	const payments = making.orders.flatMap((order) =>
		order.payments.map((payment) => paymentRow(order, payment, random)),
	);
	return {
		salesOrders: kept.filter(({ kind }) => kind === 'S').map(salesOrderRow),
		creditNotes: kept.filter(({ kind }) => kind === 'C').map(creditNoteRow),
		payments: payments.sort((a, b) => (a.id ?? 0) - (b.id ?? 0)),
	};
}

function salesOrderRow(order: OrderDraft): SalesOrderRow {
	return {
		...documentRow(order),
		stage: order.dispatchedAt === null ? 'Processing' : 'Dispatched',
		customerOrderNo: order.reference,
		invoiceDate: instant(order.datedAt),
		dispatchedDate: instant(order.dispatchedAt),
		isVoid: order.status === 'VOID',
		...order.wire,
	};
}

function creditNoteRow(order: OrderDraft): CreditNoteRow {
	return {
		...documentRow(order),
		salesReference: order.refundOf?.reference ?? '',
		creditNoteDate: instant(order.datedAt),
		completedDate: order.status === 'APPROVED' ? instant(order.createdAt) : null,
		...(order.status === 'VOID' && { isVoid: true }),
		...order.wire,
	};
}

function documentRow(order: OrderDraft): DocumentRow {
	const { basket, currency } = order;
	const { money } = signsOf(order);
	const amount = (minor: number) => wireAmount(minor * money, currency);
	return {
		id: order.id,
		createdDate: written(order.createdAt),
		modifiedDate: written(order.dispatchedAt ?? order.datedAt ?? order.createdAt),
		createdBy: 0,
		processedBy: 11,
		isApproved: order.status !== 'DRAFT',
		status: order.status,
		reference: order.reference,
		...(order.customer && customerFields(order.customer)),
		branchId: order.branchId,
		internalComments: order.comments?.() ?? '',
		productTotal: amount(basket.productTotal),
		freightTotal: amount(basket.freight),
		freightDescription: basket.freight === 0 ? '' : 'Standard post',
		surcharge: amount(basket.surcharge),
		surchargeDescription: basket.surcharge === 0 ? '' : 'Bulky goods',
		discountTotal: amount(-basket.discount),
		discountDescription: basket.discount === 0 ? '' : 'Welcome 10 %',
		total: amount(order.total),
		currencyCode: currency,
		currencyRate: order.currencyRate / 10_000,
		taxStatus: basket.taxStatus,
		taxRate: basket.taxRate,
		source: order.channel,
		lineItems: lineRows(order),
		accountingAttributes: order.accounting,
	};
}

function customerFields(person: Person) {
	const { id, firstName, lastName, company, email, mobile } = person;
	const name = { firstName, lastName, company };
	const { address1, city, state, postCode: postalCode, country } = person;
	const address = { ...name, address1, city, state, postalCode, country };
	return {
		memberId: id,
		...name,
		email,
		mobile,
		...prefixed('delivery', address),
		...prefixed('billing', address),
	};
}

function prefixed(prefix: string, fields: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [
			`${prefix}${name[0].toUpperCase()}${name.slice(1)}`,
			value,
		]),
	);
}

/** A payment names its order; its own branch and order type are not always filled in. */
function paymentRow(order: OrderDraft, payment: PaymentDraft, random: Random): PaymentRow {
	const branchId = random.weighted([
		[order.branchId, 70],
		[0, 30],
	]);
	const named = random.chance(0.85);
	const remark = random.chance(0.03)
		? random.pick(['Phoned about delivery', `"Gift" <for> O'Neil`])
		: '';
	return {
		id: payment.id,
		createdDate: written(recordedAt(payment)),
		modifiedDate: written(payment.reconciledAt ?? recordedAt(payment)),
		paymentDate: written(payment.at, payment.stamp),
		amount: wireAmount(payment.amount * signsOf(order).payment, order.currency),
		method: payment.method,
		isAuthorized: payment.authorised,
		transactionRef: `TX-${order.id}-${payment.id}`,
		comments: payment.comments || remark || null,
		orderId: order.id,
		orderRef: order.reference,
		paymentImportedRef: null,
		batchReference: payment.batchReference,
		reconcileDate: instant(payment.reconciledAt),
		branchId,
		orderType: !named ? 'Undefined' : order.kind === 'S' ? 'SalesOrder' : 'CreditNote',
		...payment.wire,
	};
}

function instant(ms: number | null): string | null {
	return ms === null ? null : written(ms);
}
