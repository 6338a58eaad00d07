/** The resources of Cin7's API that we use: where each is, and its fields as records name them. */
import type { Contact, Product, ProductOption, User } from './directory';
import {
	at,
	decimal,
	decimalOrNull,
	decimalOrZero,
	dictionary,
	flag,
	given,
	id,
	instant,
	name,
	or,
	rateOrNull,
	text,
	whole,
	type FieldTable,
} from './fields';
import type { Branch, CreditNote, LineItem, Order, Payment, SalesOrder } from './records';
import { list } from './rows';

export interface Resource<T extends { id: number }> {
	/** Below the base URL. */
	readonly path: string;
	/** In messages. */
	readonly singular: string;
	readonly fields: FieldTable<T>;
	/** Rows are handed on as Cin7 sent them, whatever is in them; only their ids are checked. */
	readonly asSent?: true;
}

/** A record as Cin7 sent it. */
export type SentRecord = { id: number } & Record<string, unknown>;

/** The same resource with its records as Cin7 sends them: for those who want all of its fields. */
export function asSent({
	path,
	singular,
}: Pick<Resource<SentRecord>, 'path' | 'singular'>): Resource<SentRecord> {
	// Cin7's other fields are nobody's business here, so the table names none of them.
	return { path, singular, fields: { id } as unknown as FieldTable<SentRecord>, asSent: true };
}

/** Records of before there was such a mark are active. */
const active = or(true, flag);

const lineItem: FieldTable<LineItem> = {
	parentId: whole,
	code: text,
	name: text,
	qty: decimalOrZero,
	unitPrice: decimalOrZero,
	discount: decimalOrZero,
	taxRate: decimalOrNull,
	accountCode: text,
};

const order: FieldTable<Order> = {
	id,
	reference: text,
	source: name,
	projectName: text,
	customFields: dictionary,
	branchId: whole,
	status: text,
	currencyCode: text,
	currencyRate: rateOrNull,
	taxStatus: text,
	taxRate: decimalOrZero,
	total: decimal,
	freightTotal: decimalOrZero,
	surcharge: decimalOrZero,
	discountTotal: decimalOrZero,
	lineItems: list(lineItem),
	// null is an order never imported; a status that is not there at all must not pass for one.
	accountingImportStatus: at(
		'accountingAttributes.accountingImportStatus',
		given(or('NotImported', name)),
	),
	importDate: at('accountingAttributes.importDate', instant),
};

export const salesOrders: Resource<SalesOrder> = {
	path: 'SalesOrders',
	singular: 'sales order',
	fields: {
		...order,
		isVoid: flag,
		memberId: whole,
		stage: text,
		invoiceDate: instant,
		dispatchedDate: instant,
		internalComments: text,
	},
};

export const creditNotes: Resource<CreditNote> = {
	path: 'CreditNotes',
	singular: 'credit note',
	fields: {
		...order,
		salesReference: text,
		creditNoteDate: instant,
		completedDate: instant,
		internalComments: text,
	},
};

export const payments: Resource<Payment> = {
	path: 'Payments',
	singular: 'payment',
	fields: {
		id,
		orderId: whole,
		orderRef: text,
		orderType: text,
		method: name,
		amount: decimal,
		paymentDate: instant,
		isAuthorized: flag,
		branchId: whole,
		reconcileDate: instant,
		batchReference: text,
		transactionRef: text,
		comments: text,
	},
};

export const branches: Resource<Branch> = {
	path: 'Branches',
	singular: 'branch',
	fields: { id, company: text, isActive: active },
};

export const contacts: Resource<Contact> = {
	path: 'Contacts',
	singular: 'contact',
	fields: {
		id,
		type: text,
		isActive: active,
		company: text,
		firstName: text,
		lastName: text,
		email: text,
	},
};

export const users: Resource<User> = {
	path: 'Users',
	singular: 'user',
	fields: { id, isActive: active, firstName: text, lastName: text, email: text },
};

const productOption: FieldTable<ProductOption> = { id, code: text };

export const products: Resource<Product> = {
	path: 'Products',
	singular: 'product',
	fields: {
		id,
		status: text,
		styleCode: text,
		name: text,
		stockControl: text,
		productOptions: list(productOption),
	},
};
