/**
 * A sales order on its way into Cin7, as one n8n item carries it: the names are those of Cin7's API, so that what a person
 * sees in an item is what is saved. What came with it from the channel (an `amazon` block) rides along and is not sent.
 */
import type { DecimalText, InstantText } from '../cin7/records';

/** A line. Amounts are decimal text without exponent; tax as the order's `taxStatus` says. */
export interface DraftLine {
	/** Product code in Cin7: the seller's SKU. */
	code: string;
	name: string;
	qty: DecimalText;
	/** For one. */
	unitPrice: DecimalText;
	/** For the whole line, positive. */
	discount: DecimalText;
	/** Percent; absent where Cin7's own rate for the customer is to be taken. */
	taxRate?: DecimalText;
	/** The channel's id of the line, by which it is recognised when the order is downloaded again. */
	integrationRef: string;
	lineComments?: string;
}

/** What was paid in the channel, for the payment on the order. */
export interface DraftPayment {
	method: string;
	amount: DecimalText;
	paymentDate: InstantText;
	/** One per order and channel: by this the payment is found again, so that it is made once. */
	transactionRef: string;
}

export interface DraftAddress {
	firstName: string;
	lastName: string;
	company: string;
	address1: string;
	address2: string;
	city: string;
	state: string;
	postalCode: string;
	/** Name or ISO 3166 code, as the channel gave it. */
	country: string;
}

type Prefixed<P extends string> = {
	[Field in keyof DraftAddress as `${P}${Capitalize<Field>}`]: string;
};

/** Blank text stands for what the channel did not say. */
export interface SalesOrderDraft extends Prefixed<'delivery'>, Prefixed<'billing'> {
	/** Unique in Cin7; an Amazon order's is its Amazon order id. */
	reference: string;
	customerOrderNo: string;
	createdDate: InstantText;
	firstName: string;
	lastName: string;
	company: string;
	email: string;
	phone: string;
	currencyCode: string;
	taxStatus: 'Incl' | 'Excl' | 'Exempt';
	/**
	 * Percent, at which Cin7 taxes freight, surcharge and discount, and lines without a rate; absent where Cin7's own rate
	 * for the customer is to be taken.
	 */
	taxRate?: DecimalText;
	freightTotal: DecimalText;
	freightDescription: string;
	surcharge: DecimalText;
	surchargeDescription: string;
	/** Negative, as Cin7 adds it. */
	discountTotal: DecimalText;
	discountDescription: string;
	deliveryInstructions: string;
	lineItems: DraftLine[];
	/** None while the channel has not taken money (a pending order). */
	payments: DraftPayment[];
}
