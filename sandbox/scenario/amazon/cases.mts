// Orders that are not tidy, one of each kind and some of a few: what is missing, what is unusually long, what a program
// does not expect. They are made of ordinary orders, changed in one thing each.
import type { Order } from '../../amazon/order.mts';
import type { AnyField } from '../scenario.mts';
import { australia, japan } from './marketplaces.mts';
import { amazonOrders } from './orders.mts';

type Change = (order: Order) => void;

/** A change, and the status and fulfilment an order needs for it to be seen. */
interface Case {
	name: string;
	change: Change;
	fulfilledBy?: 'MERCHANT' | 'AMAZON';
	status?: string;
	marketplaceId?: string;
}

const sixty = 'The Very Long Building Name On The Far Side Of Example Quay 1';

const cases: Case[] = [
	{ name: 'no buyer', change: (order) => delete order.buyer },
	{ name: 'no e-mail', change: (order) => delete order.buyer?.buyerEmail },
	{ name: 'no buyer name', change: (order) => delete order.buyer?.buyerName },
	{ name: 'blank buyer name', change: (order) => set(order.buyer, { buyerName: '   ' }) },
	{ name: 'one name, which is the whole name', change: named('Tahnee') },
	{ name: 'four names', change: named('Maria da Conceição Exemplo Amostra') },
	{ name: 'a name of emoji', change: named('🛶🛶') },
	{ name: 'a name that is a formula', change: named('=HYPERLINK("http://example.com")') },
	{ name: 'a name that is markup', change: named('<b>Bold</b> {{ $json.secret }}') },
	{ name: 'a quoted name', change: named(`O'Brien "Knots"`) },
	{ name: 'no recipient', change: (order) => delete order.recipient },
	{ name: 'no address', change: (order) => delete order.recipient?.deliveryAddress },
	{ name: 'no recipient name', change: (order) => delete order.recipient?.deliveryAddress?.name },
	{ name: 'no street', change: (order) => delete order.recipient?.deliveryAddress?.addressLine1 },
	{ name: 'no city', change: (order) => delete order.recipient?.deliveryAddress?.city },
	{ name: 'no state', change: (order) => delete order.recipient?.deliveryAddress?.stateOrRegion },
	{ name: 'no postcode', change: (order) => delete order.recipient?.deliveryAddress?.postalCode },
	{ name: 'no phone', change: (order) => delete order.recipient?.deliveryAddress?.phone },
	{
		name: 'lines of sixty characters',
		change: addressed({
			addressLine1: sixty.slice(0, 60),
			addressLine2: sixty.slice(0, 60),
			addressLine3: 'Level 9, care of the harbour master, ring twice and wait 5 min',
		}),
	},
	{ name: 'empty lines', change: addressed({ addressLine2: '', addressLine3: '' }) },
	{
		name: 'a street in the second line only',
		change: addressed({ addressLine1: '', addressLine2: '12 Example Street' }),
	},
	{ name: 'a pick-up point', change: addressed({ addressType: 'PICKUP_POINT' }) },
	{
		name: 'sent to another country',
		change: addressed({ countryCode: 'NZ', city: 'Nelson', stateOrRegion: '', postalCode: '7010' }),
	},
	{ name: 'no items', change: (order) => (order.orderItems = []) },
	{
		name: 'an item without SKU and title',
		change: (order) => {
			delete order.orderItems[0].product.sellerSku;
			delete order.orderItems[0].product.title;
		},
	},
	{
		name: 'a SKU that Cin7 does not know',
		change: (order) => set(order.orderItems[0].product, { sellerSku: 'NOT-IN-CIN7' }),
	},
	{ name: 'no proceeds', change: withoutProceeds },
	{
		name: 'a business order',
		change: (order) => {
			order.programs = ['AMAZON_BUSINESS'];
			order.buyer = {
				...order.buyer,
				buyerCompanyName: 'Specimen Rigging Pty Ltd',
				buyerPurchaseOrderNumber: 'PO-2026-0042',
			};
			set(order.recipient?.deliveryAddress, { companyName: 'Specimen Rigging Pty Ltd' });
		},
	},
	{
		name: 'a replacement, which is free',
		change: (order) => {
			const associationType = 'REPLACEMENT_ORIGINAL_ID';
			order.associatedOrders = [{ orderId: '503-1111111-2222222', associationType }];
			withoutCharge(order);
		},
	},
	{
		name: 'the buyer asked to cancel',
		change: (order) => {
			order.orderItems[0].cancellation = {
				cancellationRequest: { requester: 'BUYER', cancelReason: 'ORDERED_BY_MISTAKE' },
			};
		},
	},
	{ name: 'values nobody knows yet', change: withUnknownValues },
	{
		name: 'tax that Amazon collects',
		change: (order) => {
			for (const item of order.orderItems) {
				item.tax = {
					taxCollections: [
						{
							model: 'MARKETPLACE_FACILITATOR',
							responsibleParty: 'Amazon Commercial Services Pty Ltd',
						},
					],
				};
			}
		},
	},
	{
		name: 'personalised',
		change: (order) => {
			const customizedUrl = 'https://example.com/customised.zip';
			order.orderItems[0].product.customization = { customizedUrl };
		},
	},
	{
		name: 'not sold on Amazon, and cannot be fulfilled',
		fulfilledBy: 'AMAZON',
		status: 'UNFULFILLABLE',
		change: (order) => {
			order.salesChannel = {
				channelName: 'NON_AMAZON',
				marketplaceId: australia.id,
				marketplaceName: 'Non-Amazon AU',
			};
			withoutProceeds(order);
		},
	},
	{
		name: 'a pre-order',
		status: 'PENDING_AVAILABILITY',
		change: (order) => (order.programs = ['PREORDER']),
	},
	{ name: 'of Amazon, with neither name nor street', fulfilledBy: 'AMAZON', change: () => {} },
	{ name: 'of Japan, not paid yet', status: 'PENDING', marketplaceId: japan.id, change: () => {} },
];

/** How many orders there are of each case. */
const each = 2;

/** The cases, created within three days before `until`. Numbers from `first` on. */
export function caseOrders(seed: number, until: string, first: number): Order[] {
	const from = new Date(Date.parse(until) - 3 * 86_400_000).toISOString();
	return cases.flatMap((one, index) => {
		const marketplace = one.marketplaceId === japan.id ? japan : australia;
		const orders = amazonOrders({
			count: each,
			from,
			until,
			seed,
			first: first + index * each,
			marketplaces: [[marketplace, 1]],
		});
		for (const order of orders) {
			const status = one.status ?? 'UNSHIPPED';
			settle(order, status, one.fulfilledBy ?? 'MERCHANT');
			one.change(order);
		}
		return orders;
	});
}

/** Makes an ordinary order one of this status and fulfilment. */
function settle(order: Order, fulfillmentStatus: string, fulfilledBy: string): void {
	delete order.packages;
	order.fulfillment = { ...order.fulfillment, fulfillmentStatus, fulfilledBy };
	if (fulfilledBy === 'AMAZON') delete order.buyer?.buyerEmail;
	else if (order.buyer && order.buyer.buyerEmail === undefined) {
		order.buyer.buyerEmail = `${order.orderId}@marketplace-com-au.example.com`;
	}
	for (const item of order.orderItems) {
		delete item.cancellation;
		const unfulfilled = { quantityFulfilled: 0, quantityUnfulfilled: item.quantityOrdered };
		item.fulfillment = { ...item.fulfillment, ...unfulfilled };
	}
}

function named(name: string): Change {
	return (order) => {
		set(order.buyer, { buyerName: name });
		set(order.recipient?.deliveryAddress, { name });
	};
}

function addressed(fields: AnyField): Change {
	return (order) => set(order.recipient?.deliveryAddress, fields);
}

function withoutProceeds(order: Order): void {
	delete order.proceeds;
	for (const item of order.orderItems) {
		delete item.proceeds;
		delete item.product.price;
	}
}

function withoutCharge(order: Order): void {
	const nothing = { amount: '0.00', currencyCode: australia.currency };
	order.proceeds = { grandTotal: nothing, breakdowns: [{ type: 'ITEM', subtotal: nothing }] };
	for (const item of order.orderItems) {
		item.product.price = { unitPrice: nothing };
		item.proceeds = { proceedsTotal: nothing, breakdowns: [{ type: 'ITEM', subtotal: nothing }] };
		delete item.promotion;
	}
}

/** Lists that Amazon calls possible values are texts in its model, and grow. */
function withUnknownValues(order: Order): void {
	order.programs = ['PRIME', 'AMAZON_TIDE'];
	const fulfillmentServiceLevel = 'NEXT_TIDE';
	order.fulfillment = {
		fulfillmentStatus: 'UNSHIPPED',
		...order.fulfillment,
		fulfillmentServiceLevel,
	};
	set(order.recipient?.deliveryAddress, { addressType: 'BOATHOUSE' });
	const tip = { type: 'DELIVERY_TIP', status: 'PENDING', subtotal: zero(order) };
	const breakdowns = (order.proceeds as { breakdowns: AnyField[] }).breakdowns;
	breakdowns.push(tip, { type: 'ECO_LEVY', subtotal: zero(order) });
}

function zero(order: Order): AnyField {
	return { ...(order.proceeds as { grandTotal: AnyField }).grandTotal, amount: '0.00' };
}

function set(holder: object | undefined, fields: AnyField): void {
	if (holder !== undefined) Object.assign(holder, fields);
}
