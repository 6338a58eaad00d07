/** What an order must have to be complete: everything a merchant can choose about it, with what applies unless they do. */

/** The groups of data that Cin7's page names, and one for what only the merchant asks for. The values are stable. */
export const groupLabels = {
	contact: 'Contact',
	deliveryAddress: 'Delivery Address',
	billingAddress: 'Billing Address',
	lineItems: 'Line Items',
	other: 'Other Fields',
} as const;

export type Group = keyof typeof groupLabels;

/** What becomes of orders that are not to be sent, whatever their data. */
export type UnsentOrders = 'check' | 'leaveOut' | 'needsAttention';

export interface CompletenessSettings {
	/** Groups to check. */
	groups: readonly Group[];
	/** Single fields of those groups to let pass, by their API names: `billingState`. */
	notRequired: readonly string[];
	/** Further fields of a sales order, by their API names: `phone`. */
	alsoRequired: readonly string[];
	/** Custom fields, by the names under which the API gives them: `orders_1001`. */
	customFields: readonly string[];
	/** Address fields without which the country's post cannot deliver, or every one that its addresses have. */
	addressFields: 'needed' | 'used';
	/** A billing address of which nothing is filled in: missing, or understood to be the delivery address. */
	blankBilling: 'missing' | 'sameAsDelivery';
	/** Orders that Amazon sends itself: check them like others, or only their line items and other fields. */
	amazonFulfilled: 'check' | 'skipDetails';
	/** Orders cancelled on Amazon or void in Cin7. */
	cancelled: UnsentOrders;
	/** Orders of which Amazon has not confirmed the payment, or the stock, yet. */
	pending: UnsentOrders;
	/** Orders of which a part is sent already, so that nobody knows without looking what is still to be sent. */
	partlyShipped: Exclude<UnsentOrders, 'leaveOut'>;
	/** Orders that the channel cannot fulfil. */
	unfulfillable: UnsentOrders;
	/** Orders of other channels, which Amazon only sends. */
	soldElsewhere: UnsentOrders;
	/** Orders whose items do not come to the channel's own total, or that have a total without a currency. */
	orderTotal: 'check' | 'accept';
	/** Texts that say nothing, compared without regard to case. */
	placeholders: readonly string[];
	/** A unit price of zero, as gifts and replacements have: a price, or a missing one. */
	zeroPrices: 'accept' | 'missing';
}

/** Texts that say nothing; the same for what is checked and for what is saved. */
export const defaultPlaceholders: readonly string[] = ['N/A', '-', 'unknown'];

export const defaultSettings: CompletenessSettings = {
	// "First name, last name or email", "shipping and billing information", "line items": Cin7's page, all of it.
	groups: ['contact', 'deliveryAddress', 'billingAddress', 'lineItems'],
	notRequired: [],
	alsoRequired: [],
	customFields: [],
	addressFields: 'needed',
	blankBilling: 'missing',
	// Cin7's page makes no difference for orders that Amazon sends.
	amazonFulfilled: 'check',
	// Neither is to be sent, so neither is complete; and no order is passed over without a word. Pending orders come again,
	// with their data, once Amazon has confirmed them.
	cancelled: 'needsAttention',
	pending: 'needsAttention',
	// What is sent in part, or cannot be sent, must not reach the warehouse as it is.
	partlyShipped: 'needsAttention',
	unfulfillable: 'needsAttention',
	// Their own channel brings them to Cin7.
	soldElsewhere: 'leaveOut',
	orderTotal: 'check',
	placeholders: defaultPlaceholders,
	zeroPrices: 'accept',
};
