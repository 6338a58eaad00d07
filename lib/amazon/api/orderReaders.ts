/** The answers of the Orders API v2026-01-01 and of sellers v1, as tables of readers. */
import {
	count,
	countOrZero,
	decimal,
	flag,
	given,
	givenList,
	instant,
	instantOrBlank,
	list,
	record,
	recordOrNull,
	text,
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
	Window,
} from './records';

const money: ReaderTable<Money> = { amount: decimal, currencyCode: given };

const breakdown: ReaderTable<Breakdown> = {
	type: text,
	subtotal: record(money),
	detailedBreakdowns: list(record({ subtype: text, value: recordOrNull(money) })),
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
		price: recordOrNull({ unitPrice: recordOrNull(money) }),
		customization: recordOrNull({ customizedUrl: text }),
	}),
	proceeds: recordOrNull({
		proceedsTotal: recordOrNull(money),
		breakdowns: list(record(breakdown)),
	}),
	promotion: recordOrNull({ breakdowns: list(record({ promotionId: text })) }),
	cancellation: recordOrNull({ cancellationExecution: recordOrNull({ cancelledBy: text }) }),
	fulfillment: recordOrNull({
		quantityFulfilled: countOrZero,
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

const order: ReaderTable<AmazonOrder> = {
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
		grandTotal: recordOrNull(money),
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

const page = record({
	orders: givenList(record(order)),
	pagination: recordOrNull({ nextToken: text }),
	lastUpdatedBefore: instantOrBlank,
});

/** One page of searchOrders. Throws a Misfit. */
export function readOrdersPage(answer: unknown): OrdersPage {
	const { orders, pagination, lastUpdatedBefore } = page(answer, '');
	return { orders, nextToken: pagination?.nextToken ?? '', lastUpdatedBefore };
}

const single = record({ order: record(order) });

/** The answer of getOrder. Throws a Misfit. */
export function readOrder(answer: unknown): AmazonOrder {
	return single(answer, '').order;
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
	return typeof id === 'string' && /^[\w-]{1,40}$/.test(id) ? `order ${id}` : '';
}
