// Rows of a tiny account, in Cin7's wire format: a channel, two branches, a product, and sales that are due today.
import type {
	Cin7Rows,
	CreditNoteRow,
	LineItemRow,
	PaymentRow,
	SalesOrderRow,
} from '../../../sandbox/scenario/scenario.mts';
import { emptyScenario } from '../../../sandbox/scenario/scenario.mts';

/** The instant at which every experiment begins: a morning in Sydney, the day after the sales. */
export const start = '2026-06-15T20:30:00Z';
export const zone = 'Australia/Sydney';
/** The day on which the sales of the accounts were paid. */
export const batchDay = '2026-06-15';
export const channel = 'Shop';
export const batchCustomer = 90;
export const batchProduct = 'BATCH';

/** A price with tax included, and its rate where it is not the order's 10 %. */
export type Price = number | [price: number, taxRate: number];

export interface Sale {
	/** `PayPal`, or several with the amounts paid by each. */
	paid: string | [type: string, amount: number][];
	prices: Price[];
	currency?: string;
	currencyRate?: number;
	freight?: number;
	branchId?: number;
	/** Invoice date (credit note date), where accounting could take the order by itself. */
	dated?: boolean;
	/** What a person wrote on its payments. */
	comments?: string;
}

/** Builds an account sale by sale; ids follow one another. */
export interface Building {
	rows: Cin7Rows;
	sale(sale: Sale): Building;
	/** A credit note with the same shape, paid out. */
	refund(sale: Sale): Building;
}

/** @param known whether it was found out before what the account keeps of what is written to it */
export function building(known = true): Building {
	const { cin7: rows } = emptyScenario(start);
	if (known) rows.salesOrders.push(probeRow());
	rows.branches.push({ id: 3, company: 'Harbour' }, { id: 5, company: 'Warehouse' });
	rows.users.push({ id: 11, firstName: 'Tove', lastName: 'Ash', email: 'tove@example.com' });
	rows.contacts.push({ id: batchCustomer, company: 'Ecommerce Batches' });
	rows.products.push(
		{ id: 70, styleCode: batchProduct, name: 'Batch', stockControl: 'Undefined' },
		{ id: 72, styleCode: 'TEE', name: 'Plain tee' },
	);
	let nextOrder = 101;
	let nextPayment = 501;
	const add = (kind: 'S' | 'C', sale: Sale) => {
		const id = nextOrder++;
		const reference = kind === 'S' ? `#${id}` : `RF-${id}`;
		const order = orderRow(id, reference, sale);
		if (kind === 'S') rows.salesOrders.push(order as SalesOrderRow);
		else rows.creditNotes.push(asCreditNote(order as CreditNoteRow, sale));
		const parts = typeof sale.paid === 'string' ? [[sale.paid, totalOf(sale)] as const] : sale.paid;
		for (const [method, amount] of parts) {
			const payment = paymentRow(nextPayment++, id, method, amount, sale);
			rows.payments.push({ ...payment, orderRef: reference });
		}
	};
	const self: Building = {
		rows,
		sale(sale) {
			add('S', sale);
			return self;
		},
		refund(sale) {
			add('C', sale);
			return self;
		},
	};
	return self;
}

/** The order on which a bot notes what it has found out. */
function probeRow(): SalesOrderRow {
	return {
		id: 100,
		reference: 'BATCH-PROBE',
		isApproved: false,
		createdDate: '2026-01-01T00:00:00Z',
		internalComments: `Found out.\n${JSON.stringify({ room: 400_000, lacks: [] })}`,
		lineItems: [],
	};
}

function orderRow(id: number, reference: string, sale: Sale): SalesOrderRow | CreditNoteRow {
	const { currency = 'AUD', currencyRate = 1, freight = 0, branchId = 3 } = sale;
	return {
		id,
		reference,
		source: channel,
		branchId,
		status: 'APPROVED',
		isApproved: true,
		createdDate: `${batchDay}T00:30:00Z`,
		currencyCode: currency,
		currencyRate,
		taxStatus: 'Incl',
		taxRate: 10,
		freightTotal: freight,
		lineItems: sale.prices.map((price) => lineRow(price)),
		...(sale.dated && { invoiceDate: `${batchDay}T01:00:00Z` }),
	};
}

function lineRow(price: Price): LineItemRow {
	const [unitPrice, taxRate] = Array.isArray(price) ? price : [price];
	return { code: 'TEE', qty: 1, unitPrice, ...(taxRate !== undefined && { taxRate }) };
}

function asCreditNote(order: CreditNoteRow, sale: Sale): CreditNoteRow {
	const { invoiceDate: _, ...note } = order as CreditNoteRow & { invoiceDate?: string };
	return {
		...note,
		salesReference: '#99',
		completedDate: `${batchDay}T01:00:00Z`,
		...(sale.dated && { creditNoteDate: `${batchDay}T01:00:00Z` }),
	};
}

function paymentRow(
	id: number,
	orderId: number,
	method: string,
	amount: number,
	{ comments }: Sale,
): PaymentRow {
	return {
		id,
		orderId,
		method,
		amount,
		isAuthorized: true,
		createdDate: `${batchDay}T02:00:00Z`,
		paymentDate: `${batchDay}T02:00:00Z`,
		transactionRef: `TX-${id}`,
		...(comments !== undefined && { comments }),
	};
}

function totalOf({ prices, freight = 0 }: Sale): number {
	const cents = prices
		.map((price) => Math.round((Array.isArray(price) ? price[0] : price) * 100))
		.reduce((sum, one) => sum + one, Math.round(freight * 100));
	return cents / 100;
}
