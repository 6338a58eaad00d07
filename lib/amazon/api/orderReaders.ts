/** The answers of the Orders API v2026-01-01 and of sellers v1, as tables of readers. */
import {
	count,
	countOrNull,
	decimal,
	fieldByField,
	flag,
	given,
	givenList,
	instant,
	instantOrBlank,
	list,
	record,
	recordOrNull,
	text,
	unchecked,
	type Reader,
	type ReaderTable,
} from './readers';
import type {
	Address,
	AmazonOrder,
	Breakdown,
	Money,
	OrderItem,
	OrdersPage,
	Participation,
	ReadableOrder,
	Window,
} from './records';

const fullMoney = record<Money>({ amount: decimal, currencyCode: given });

/** Nothing at all needs no currency. */
const money: Reader<Money> = (value, place) => {
	const read = record<Money>({ amount: decimal, currencyCode: text })(value, place);
	return /[1-9]/.test(read.amount) ? fullMoney(value, place) : read;
};
const moneyOrNull: Reader<Money | null> = (value, place) =>
	value === null || value === undefined ? null : money(value, place);

const breakdown: ReaderTable<Breakdown> = {
	type: text,
	subtotal: money,
	detailedBreakdowns: list(record({ subtype: text, value: moneyOrNull })),
};

const window: ReaderTable<Window> = {
	earliestDateTime: instantOrBlank,
	latestDateTime: instantOrBlank,
};

const item: ReaderTable<OrderItem> = {
	orderItemId: given,
	quantityOrdered: count,
	product: recordOrNull({
		asin: text,
		title: text,
		sellerSku: text,
		price: recordOrNull({ unitPrice: moneyOrNull }),
		customization: recordOrNull({ customizedUrl: text }),
	}),
	proceeds: recordOrNull({
		proceedsTotal: moneyOrNull,
		breakdowns: list(record(breakdown)),
	}),
	promotion: recordOrNull({ breakdowns: list(record({ promotionId: text })) }),
	cancellation: recordOrNull({
		cancellationRequest: recordOrNull({ requester: text }),
		cancellationExecution: recordOrNull({ cancelledBy: text }),
	}),
	fulfillment: recordOrNull({
		quantityFulfilled: countOrNull,
		quantityUnfulfilled: countOrNull,
		packing: recordOrNull({ giftOption: recordOrNull({ giftMessage: text, giftWrapLevel: text }) }),
	}),
	tax: recordOrNull({ taxCollections: list(record({ model: text })) }),
};

const address: ReaderTable<Address> = {
	name: text,
	companyName: text,
	addressLine1: text,
	addressLine2: text,
	addressLine3: text,
	city: text,
	districtOrCounty: text,
	stateOrRegion: text,
	municipality: text,
	postalCode: text,
	countryCode: text,
	phone: text,
	extendedFields: recordOrNull({ neighborhood: text }),
};

const order: ReaderTable<ReadableOrder> = {
	orderId: given,
	orderAliases: list(record({ aliasId: text, aliasType: text })),
	createdTime: instant,
	lastUpdatedTime: instant,
	programs: list(text),
	associatedOrders: list(record({ orderId: text, associationType: text })),
	salesChannel: record({ channelName: text, marketplaceId: text, marketplaceName: text }),
	buyer: recordOrNull({
		buyerName: text,
		buyerEmail: text,
		buyerCompanyName: text,
		buyerPurchaseOrderNumber: text,
	}),
	recipient: recordOrNull({
		deliveryAddress: recordOrNull(address),
		deliveryPreference: recordOrNull({ dropOffLocation: text, addressInstruction: text }),
	}),
	proceeds: recordOrNull({
		grandTotal: moneyOrNull,
		breakdowns: list(record(breakdown)),
	}),
	fulfillment: recordOrNull({
		fulfillmentStatus: text,
		fulfilledBy: text,
		fulfillmentServiceLevel: text,
		shipByWindow: recordOrNull(window),
		deliverByWindow: recordOrNull(window),
	}),
	orderItems: list(record(item)),
};

const blankOrder: ReadableOrder = {
	orderId: '',
	orderAliases: [],
	createdTime: '',
	lastUpdatedTime: '',
	programs: [],
	associatedOrders: [],
	salesChannel: { channelName: '', marketplaceId: '', marketplaceName: '' },
	buyer: null,
	recipient: null,
	proceeds: null,
	fulfillment: null,
	orderItems: [],
};

const orderIdPattern = /^[\w-]{1,40}$/;
const wholeOrder = record(order);
const orderInFields = fieldByField(order, blankOrder);

/**
 * One order, however it comes: one of a form that Amazon does not document has what could be read of its outline, no
 * items and nothing personal, and says in `unreadable` what did not fit. Null when not even its id can be read.
 */
function anyOrder(value: unknown): AmazonOrder | null {
	const { read, misfits } = orderInFields(value);
	if (misfits.length === 0) return { ...read, unreadable: [] };
	if (!orderIdPattern.test(read.orderId)) return null;
	return { ...read, buyer: null, recipient: null, orderItems: [], unreadable: misfits };
}

const page = record({
	orders: givenList(unchecked),
	pagination: recordOrNull({ nextToken: text }),
	lastUpdatedBefore: instantOrBlank,
});

/** Where no order fits of as many, it is not the orders that are odd. */
const changedForm = 10;

/**
 * One page of searchOrders, each order by itself. Throws a Misfit when the page is unreadable, or when ten orders and more
 * are and none is not: then Amazon changed its form, and orders without their data help nobody.
 */
export function readOrdersPage(answer: unknown): OrdersPage {
	const { orders: entries, pagination, lastUpdatedBefore } = page(answer, '');
	const orders = entries.map(anyOrder);
	const isReadable = orders.some((one) => one !== null && one.unreadable.length === 0);
	if (!isReadable && entries.length >= changedForm) wholeOrder(entries[0], 'orders[0]');
	const named = orders.filter((one) => one !== null);
	return {
		orders: named,
		nameless: orders.length - named.length,
		nextToken: pagination?.nextToken ?? '',
		lastUpdatedBefore,
	};
}

const single = record({ order: unchecked });

/** The answer of getOrder. Throws a Misfit when there is no order in it. */
export function readOrder(answer: unknown): AmazonOrder {
	const { order: entry } = single(answer, '');
	return anyOrder(entry) ?? { ...wholeOrder(entry, 'order'), unreadable: [] };
}

const participations = record({
	payload: givenList(
		record({
			marketplace: record({ id: given, name: text, countryCode: text }),
			participation: record({ isParticipating: flag }),
		}),
	),
});

/** The answer of getMarketplaceParticipations. Throws a Misfit. */
export function readParticipations(answer: unknown): Participation[] {
	return participations(answer, '').payload.map(({ marketplace, participation }) => ({
		marketplaceId: marketplace.id,
		name: marketplace.name,
		countryCode: marketplace.countryCode,
		isParticipating: participation.isParticipating,
	}));
}

/** Names the order that a place in a page belongs to, where it has an id: `order 123-… `. */
export function orderAt(answer: unknown, place: string): string {
	const index = /^orders\[(\d+)\]/.exec(place)?.[1];
	const holder = answer as {
		orders?: { orderId?: unknown }[];
		order?: { orderId?: unknown };
	} | null;
	const id =
		index === undefined ? holder?.order?.orderId : holder?.orders?.[Number(index)]?.orderId;
	return typeof id === 'string' && orderIdPattern.test(id) ? `order ${id}` : '';
}
