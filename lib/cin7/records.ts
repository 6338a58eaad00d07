/**
 * What Cin7 Omni's API gives us, after its answers were checked: the fields we use, under Cin7's own names.
 * Amounts are decimal text, never floats. Dates are ISO 8601 instants as Cin7 sent them; blank dates are null.
 */

/** A decimal number as text, such as `-12.5` or `0.0825`: exact, of any scale. */
export type DecimalText = string;

/** An instant as Cin7 sent it, ISO 8601; without an offset it is UTC. */
export type InstantText = string;

export type AccountingImportStatus = 'NotImported' | 'Imported' | 'DoNotImport' | 'Error';

/** A payment. `orderId` may be a sales order, a credit note or another kind of order. */
export interface Payment {
	id: number;
	orderId: number;
	orderRef: string;
	orderType: string;
	method: string;
	amount: DecimalText;
	paymentDate: InstantText | null;
	isAuthorized: boolean;
	branchId: number;
	reconcileDate: InstantText | null;
	batchReference: string;
	transactionRef: string;
	comments: string;
}

export interface LineItem {
	/** 0 on a line of its own; the children of a bill of materials name their parent, which carries the price. */
	parentId: number;
	code: string;
	name: string;
	qty: DecimalText;
	unitPrice: DecimalText;
	/** For the whole line. */
	discount: DecimalText;
	/** Percent, such as `10`; null when the line follows its order. */
	taxRate: DecimalText | null;
	accountCode: string;
}

/** What sales orders and credit notes have in common: all that a batch needs to know of its members. */
export interface Order {
	id: number;
	reference: string;
	source: string;
	projectName: string;
	customFields: Record<string, string>;
	branchId: number;
	/** `DRAFT`, `APPROVED` or `VOID` on the wire; anything else is passed through. */
	status: string;
	currencyCode: string;
	/** Units of the order's currency for one unit of the account's; null when Cin7 gives none. */
	currencyRate: DecimalText | null;
	/** `Incl`, `Excl`, `Exempt`, `Undefined`. */
	taxStatus: string;
	/** Percent for lines without a rate of their own, freight, surcharge and discount. */
	taxRate: DecimalText;
	total: DecimalText;
	freightTotal: DecimalText;
	surcharge: DecimalText;
	discountTotal: DecimalText;
	lineItems: LineItem[];
	accountingImportStatus: AccountingImportStatus | string;
	importDate: InstantText | null;
}

export interface SalesOrder extends Order {
	isVoid: boolean;
	memberId: number;
	stage: string;
	invoiceDate: InstantText | null;
	dispatchedDate: InstantText | null;
	internalComments: string;
}

export interface CreditNote extends Order {
	/** The reference of the sales order it refunds; blank when it stands alone. */
	salesReference: string;
	creditNoteDate: InstantText | null;
	completedDate: InstantText | null;
	internalComments: string;
}

export interface Branch {
	id: number;
	/** Cin7 shows a branch by its company name. */
	company: string;
	isActive: boolean;
}

/** One row's result of a bulk write, as Cin7 reports it inside HTTP 200. */
export interface WriteResult {
	/** Position of the row in the rows that were sent. */
	index: number;
	success: boolean;
	/** The record's id; 0 when the row was refused. */
	id: number;
	errors: string[];
}
