// The sandbox's whole ledger, every row as Cin7 would give it, and what the checks need to find in it.

import axios from 'axios';

export interface LedgerOrder {
	id: number;
	reference: string;
	status: string;
	isApproved: boolean;
	isVoid?: boolean;
	total: number | string;
	currencyCode: string;
	internalComments: string | null;
	invoiceDate?: string | null;
	creditNoteDate?: string | null;
	accountingAttributes?: { importDate: string | null; accountingImportStatus: string } | null;
	taxStatus: string;
	freightTotal?: number | null;
	surcharge?: number | null;
	discountTotal?: number | null;
	lineItems: Array<{
		qty: number;
		unitPrice: number;
		discount: number | null;
		parentId?: number | null;
	}>;
}

export interface LedgerPayment {
	id: number;
	orderId: number;
	amount: number | string;
	method: string;
	paymentDate: string | null;
	isAuthorized: boolean;
	reconcileDate: string | null;
}

export interface Ledger {
	salesOrders: LedgerOrder[];
	creditNotes: LedgerOrder[];
	payments: LedgerPayment[];
}

/** @param control URL of the sandbox's control API */
export async function readLedger(control: string): Promise<Ledger> {
	const { data } = await axios.get<Ledger>(`${control}/ledger`, {
		proxy: false,
		maxContentLength: Infinity,
	});
	return data;
}

export function isVoid({ isVoid: voided, status }: LedgerOrder): boolean {
	return voided === true || status.toUpperCase() === 'VOID';
}

export function isApproved(order: LedgerOrder): boolean {
	return !isVoid(order) && order.status.toUpperCase() === 'APPROVED';
}

/** An instant in milliseconds since 1970; Cin7's dates without an offset are UTC. */
export function instant(text: string): number {
	return Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
}

/** Rows by id. */
export function byId<T extends { id: number }>(rows: T[]): Map<number, T> {
	return new Map(rows.map((row) => [row.id, row]));
}

export function byOrder(payments: LedgerPayment[]): Map<number, LedgerPayment[]> {
	const found = new Map<number, LedgerPayment[]>();
	for (const payment of payments) {
		const ofOrder = found.get(payment.orderId);
		if (ofOrder === undefined) found.set(payment.orderId, [payment]);
		else ofOrder.push(payment);
	}
	return found;
}
