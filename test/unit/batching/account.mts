// Small accounts for the planner's tests, in the shape in which Cin7's answers reach it.
import type { AccountReading } from './plan.mts';
import type { BatchSettings } from '../../../lib/batching/settings';
import type { CutOff } from '../../../lib/time/cutOff';
import type { CreditNote, LineItem, Payment, SalesOrder } from '../../../lib/cin7/records';

export const endOfDay: CutOff = { kind: 'endOfDay' };
export const ignore: CutOff = { kind: 'ignore' };

export function time(hour: number, minute = 0): CutOff {
	return { kind: 'time', hour, minute };
}

/** One row, Shopify and PayPal until 11:00, in Sydney. */
export function settings(changes: Partial<BatchSettings> = {}): BatchSettings {
	return {
		botName: 'Bot',
		rows: [{ channel: 'Shopify', paymentType: 'PayPal', cutOff: time(11) }],
		branchIds: [],
		zone: 'Australia/Sydney',
		lookBackDays: 30,
		batchPer: 'day',
		partlySelectedOrders: 'leave',
		depositPaymentTypes: [],
		channelField: { from: 'source' },
		...changes,
	};
}

export function line(unitPrice: string, changes: Partial<LineItem> = {}): LineItem {
	return {
		parentId: 0,
		code: 'MUG',
		name: 'Mug',
		qty: '1',
		unitPrice,
		discount: '0',
		taxRate: null,
		accountCode: '200',
		...changes,
	};
}

function order(id: number, total: string) {
	return {
		id,
		source: 'Shopify',
		projectName: '',
		customFields: {},
		branchId: 1,
		status: 'APPROVED',
		currencyCode: 'AUD',
		currencyRate: '1',
		taxStatus: 'Incl',
		taxRate: '10',
		total,
		freightTotal: '0',
		surcharge: '0',
		discountTotal: '0',
		lineItems: [line(total)],
		accountingImportStatus: 'NotImported',
		importDate: null,
		internalComments: '',
	};
}

/** An approved Shopify order of branch 1, tax included, of one line. */
export function sale(id: number, total: string, changes: Partial<SalesOrder> = {}): SalesOrder {
	return {
		...order(id, total),
		reference: `#${id}`,
		isVoid: false,
		memberId: 1,
		stage: 'New',
		invoiceDate: null,
		dispatchedDate: null,
		...changes,
	};
}

export function note(id: number, total: string, changes: Partial<CreditNote> = {}): CreditNote {
	return {
		...order(id, total),
		reference: `CN-${id}`,
		salesReference: '',
		creditNoteDate: null,
		completedDate: null,
		...changes,
	};
}

/** An authorised PayPal payment made at noon of 30 May 2026 in Sydney. */
export function payment(
	id: number,
	orderId: number,
	amount: string,
	changes: Partial<Payment> = {},
): Payment {
	return {
		id,
		orderId,
		orderRef: `#${orderId}`,
		orderType: 'Undefined',
		method: 'PayPal',
		amount,
		paymentDate: '2026-05-30T02:00:00Z',
		isAuthorized: true,
		branchId: 1,
		reconcileDate: null,
		batchReference: '',
		transactionRef: '',
		comments: '',
		...changes,
	};
}

export function reading(changes: Partial<AccountReading> = {}): AccountReading {
	return {
		payments: [],
		otherPayments: [],
		salesOrders: [],
		creditNotes: [],
		branches: [
			{ id: 1, company: 'Main', isActive: true },
			{ id: 2, company: 'Harbour', isActive: true },
		],
		claimed: new Map(),
		ourPayments: new Set(),
		batchedOrders: new Set(),
		importedSingly: new Set(),
		manifestRoom: null,
		...changes,
	};
}

/** 2 June 2026, 09:30 in Sydney. */
export const secondOfJune = Date.parse('2026-06-01T23:30:00Z');
