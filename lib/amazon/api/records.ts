/**
 * What Amazon's API gives us, after its answers were checked: the fields we use, under Amazon's own names. Blank text, null
 * and empty lists stand for what Amazon left out or withheld. Enumerations are text, because values come up that its
 * model does not know.
 */

/** A decimal number as text, such as `1599.90`: exact. */
export type DecimalText = string;

/** An instant as Amazon sent it, ISO 8601 with an offset. */
export type InstantText = string;

export interface Money {
	amount: DecimalText;
	/** Blank only with an amount of 0. */
	currencyCode: string;
}

/** One kind of money in an item's or an order's proceeds: ITEM, SHIPPING, GIFT_WRAP, COD_FEE, TAX, DISCOUNT, OTHER. */
export interface Breakdown {
	type: string;
	subtotal: Money;
	/** What of TAX and DISCOUNT is on which kind; only items have it. */
	detailedBreakdowns: { subtype: string; value: Money | null }[];
}

export interface OrderItem {
	orderItemId: string;
	quantityOrdered: number;
	product: {
		asin: string;
		title: string;
		sellerSku: string;
		price: { unitPrice: Money | null } | null;
		customization: { customizedUrl: string } | null;
	} | null;
	proceeds: { proceedsTotal: Money | null; breakdowns: Breakdown[] } | null;
	promotion: { breakdowns: { promotionId: string }[] } | null;
	cancellation: {
		cancellationRequest: { requester: string } | null;
		cancellationExecution: { cancelledBy: string } | null;
	} | null;
	fulfillment: {
		quantityFulfilled: number | null;
		/** Still to be sent. */
		quantityUnfulfilled: number | null;
		packing: { giftOption: { giftMessage: string; giftWrapLevel: string } | null } | null;
	} | null;
	tax: { taxCollections: { model: string }[] } | null;
}

export interface Address {
	name: string;
	companyName: string;
	addressLine1: string;
	addressLine2: string;
	addressLine3: string;
	city: string;
	districtOrCounty: string;
	stateOrRegion: string;
	municipality: string;
	postalCode: string;
	/** Two letters of ISO 3166. */
	countryCode: string;
	phone: string;
	/** Brazil only. */
	extendedFields: { neighborhood: string } | null;
}

/** An order in a form that Amazon documents. */
export interface ReadableOrder {
	orderId: string;
	orderAliases: { aliasId: string; aliasType: string }[];
	createdTime: InstantText;
	lastUpdatedTime: InstantText;
	programs: string[];
	associatedOrders: { orderId: string; associationType: string }[];
	salesChannel: { channelName: string; marketplaceId: string; marketplaceName: string };
	buyer: {
		buyerName: string;
		buyerEmail: string;
		buyerCompanyName: string;
		buyerPurchaseOrderNumber: string;
	} | null;
	recipient: {
		deliveryAddress: Address | null;
		deliveryPreference: { dropOffLocation: string; addressInstruction: string } | null;
	} | null;
	proceeds: { grandTotal: Money | null; breakdowns: Breakdown[] } | null;
	fulfillment: {
		fulfillmentStatus: string;
		fulfilledBy: string;
		fulfillmentServiceLevel: string;
		shipByWindow: Window | null;
		deliverByWindow: Window | null;
	} | null;
	orderItems: OrderItem[];
}

export interface AmazonOrder extends ReadableOrder {
	/** What is not as Amazon documents it, field by field; such an order has no items and nothing personal. */
	unreadable: string[];
}

export interface Window {
	earliestDateTime: InstantText;
	latestDateTime: InstantText;
}

/** One page of a search. */
export interface OrdersPage {
	orders: AmazonOrder[];
	/** How many more came of which not even the id can be read. */
	nameless: number;
	/** Leads to the next page; blank on the last. */
	nextToken: string;
	/** The upper end of the search as Amazon understood it; blank when it does not say. */
	lastUpdatedBefore: InstantText;
}

/** A marketplace that the seller may sell in. */
export interface Participation {
	marketplaceId: string;
	name: string;
	countryCode: string;
	isParticipating: boolean;
}
