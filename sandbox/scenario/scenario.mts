// A scenario: what is in the accounts when the stand-in starts, in the services' own wire formats
// (camelCase, dates as ISO instants in UTC), and the instant at which it starts.
//
// Rows may be partial: the engine fills in what is left out (see sandbox/cin7/resources/). Ids and
// references given are kept. Read-only fields (source, status, batchReference, ...) may be given:
// a scenario is what the account holds, not what the API lets one write. A sales order or credit
// note may give `productTotal` and `total`, or leave them to be computed from its lines.

/** An instant as the API writes it, for example `2026-06-02T01:30:00Z`. */
export type Instant = string;

/** Any further field of a resource, by its wire name. */
export interface AnyField {
	[field: string]: unknown;
}

export interface AccountingAttributes {
	importDate?: Instant | null;
	accountingImportStatus?: 'NotImported' | 'Imported' | 'DoNotImport' | 'Error';
}

/** `discount` is for the whole line; `taxRate` overrides the order's. Rates are percentages: 15. */
export interface LineItemRow extends AnyField {
	id?: number;
	code?: string;
	name?: string;
	qty?: number;
	unitPrice?: number;
	discount?: number;
	taxRate?: number;
	accountCode?: string;
}

/** What sales orders and credit notes share. Money is in the order's currency. */
export interface DocumentRow extends AnyField {
	id?: number;
	reference?: string;
	createdDate?: Instant;
	modifiedDate?: Instant | null;
	isApproved?: boolean;
	memberId?: number;
	firstName?: string;
	lastName?: string;
	company?: string;
	email?: string;
	branchId?: number;
	projectName?: string;
	internalComments?: string;
	productTotal?: number;
	freightTotal?: number;
	surcharge?: number;
	/** Added to the total, so negative for a discount. */
	discountTotal?: number;
	total?: number;
	currencyCode?: string;
	/** Units of the order's currency for one unit of the account's own currency. */
	currencyRate?: number;
	taxStatus?: 'Undefined' | 'Incl' | 'Excl' | 'Exempt';
	taxRate?: number;
	/** Which integration downloaded it, for example `Shopify Harbour Goods`. */
	source?: string | null;
	lineItems?: LineItemRow[];
	accountingAttributes?: AccountingAttributes;
	customFields?: Record<string, unknown>;
}

export interface SalesOrderRow extends DocumentRow {
	stage?: string;
	invoiceDate?: Instant | null;
	dispatchedDate?: Instant | null;
	isVoid?: boolean;
	logisticsStatus?: number;
}

export interface CreditNoteRow extends DocumentRow {
	/** The reference of the sales order it refunds. */
	salesReference?: string;
	creditNoteDate?: Instant | null;
	completedDate?: Instant | null;
	/** Not a field of the API: a person voided it in Cin7. Its `status` then reads `VOID`. */
	isVoid?: boolean;
}

export interface PaymentRow extends AnyField {
	id?: number;
	createdDate?: Instant;
	modifiedDate?: Instant | null;
	paymentDate?: Instant;
	amount?: number;
	method?: string;
	isAuthorized?: boolean;
	transactionRef?: string | null;
	comments?: string | null;
	/** Id of a sales order or of a credit note: the two never share an id. */
	orderId?: number;
	batchReference?: string | null;
	reconcileDate?: Instant | null;
	branchId?: number;
	orderType?: string;
}

/** Branch, contact, user and product rows: see sandbox/cin7/resources/ for their fields. */
export interface NamedRow extends AnyField {
	id?: number;
	isActive?: boolean;
	company?: string;
	firstName?: string;
	lastName?: string;
	email?: string;
}

export interface ProductRow extends AnyField {
	id?: number;
	name?: string;
	styleCode?: string;
}

export interface Cin7Rows {
	branches: NamedRow[];
	contacts: NamedRow[];
	users: NamedRow[];
	products: ProductRow[];
	salesOrders: SalesOrderRow[];
	creditNotes: CreditNoteRow[];
	payments: PaymentRow[];
}

/** Amazon's side. What an application may not see is withheld when it asks, not left out here. */
export interface AmazonRows {
	sellerId: string;
	/** As `payload` of the Sellers API. */
	marketplaceParticipations: AnyField[];
	/** The application's roles by name, such as `Direct-to-Consumer Shipping (Restricted)`. */
	roles: string[];
	/** Exactly as Orders v2026-01-01 would return them with every data set and role. */
	orders: AnyField[];
}

export interface Scenario {
	now: Instant;
	cin7: Cin7Rows;
	amazon?: AmazonRows;
}

export const cin7Resources = [
	'branches',
	'contacts',
	'users',
	'products',
	'salesOrders',
	'creditNotes',
	'payments',
] as const satisfies readonly (keyof Cin7Rows)[];

/** An account with nothing in it, for tests that add only what they are about. */
export function emptyScenario(now: Instant): Scenario {
	return {
		now,
		cin7: {
			branches: [],
			contacts: [],
			users: [],
			products: [],
			salesOrders: [],
			creditNotes: [],
			payments: [],
		},
	};
}
