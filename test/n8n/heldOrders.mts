// Orders of a merchant as Amazon has them and as they stand in Cin7, complete or held for want of data.
import type { Order } from '../../sandbox/amazon/order.mts';
import { australia } from '../../sandbox/scenario/amazon/marketplaces.mts';
import { amazonOrders } from '../../sandbox/scenario/amazon/orders.mts';
import type { AnyField } from '../../sandbox/scenario/scenario.mts';

export const day = 86_400_000;

/** This account's codes for 3PL statuses. */
export const codes = { uponCompletion: 1, doNotTransfer: 5 };

type Row = Record<string, any>;

/** Orders of Amazon customers that the merchant ships itself, complete and waiting to be sent. */
export function completeOrders(count: number, from: number, until: number, seed = 5): Order[] {
	const many = amazonOrders({
		count: count * 28 + 80,
		from: new Date(from).toISOString(),
		until: new Date(until).toISOString(),
		seed,
		marketplaces: [[australia, 1]],
	});
	const fit = many
		.filter(isSumOfItems)
		.filter(
			({ fulfillment, buyer, recipient }) =>
				fulfillment?.fulfilledBy === 'MERCHANT' &&
				fulfillment.fulfillmentStatus === 'UNSHIPPED' &&
				/^\w+ \w+$/.test(String(buyer?.buyerName)) &&
				/\S \S/.test(String(recipient?.deliveryAddress?.name)),
		);
	if (fit.length < count) throw new Error(`Only ${fit.length} of ${count} orders.`);
	return fit.slice(0, count);
}

/** Orders with a discount or a tax that no item has are Amazon's rare ones; how Cin7 would state them, nobody can say. */
function isSumOfItems({ orderItems, proceeds }: Order): boolean {
	const sum = orderItems.reduce(
		(total, item) => total + Number((item.proceeds as Row)?.proceedsTotal?.amount ?? Number.NaN),
		0,
	);
	return cents(sum) === cents(Number((proceeds as Row)?.grandTotal?.amount));
}

/** An order as it stands in Cin7 once it was downloaded and released. */
export function cin7Row(order: Order, changes: AnyField = {}): AnyField {
	const address = order.recipient?.deliveryAddress as Row;
	const [firstName, lastName] = String(order.buyer?.buyerName).split(' ');
	const [toFirst, toLast] = String(address.name)
		.trim()
		.split(/\s+(.*)/);
	const to = {
		FirstName: toFirst,
		LastName: toLast ?? lastName,
		Address1: address.addressLine1,
		City: address.city,
		State: address.stateOrRegion,
		PostalCode: address.postalCode,
		Country: 'Australia',
	};
	return {
		reference: order.orderId,
		customerOrderNo: order.orderId,
		createdDate: order.createdTime,
		firstName,
		lastName,
		email: order.buyer?.buyerEmail,
		...prefixed('delivery', to),
		...prefixed('billing', to),
		currencyCode: 'AUD',
		currencyRate: 1,
		taxStatus: 'Incl',
		isApproved: true,
		stage: 'Processing',
		logisticsStatus: codes.uponCompletion,
		...moneyInCin7(order),
		...changes,
	};
}

/**
 * The money as an integration of Cin7's own may state it: prices with tax, promotions on the order. It comes to what Amazon
 * took.
 */
export function moneyInCin7({ orderItems, proceeds }: Order): AnyField {
	const lines = orderItems.map((item) => {
		const { breakdowns = [], proceedsTotal } = (item.proceeds ?? {}) as Row;
		const sum = (type: string) => breakdowns.filter(ofType(type)).reduce(adding, 0);
		// Amazon gives discounts with either sign.
		const discount = Math.abs(sum('DISCOUNT'));
		const charged = breakdowns.filter((one: Row) => one.type !== 'DISCOUNT').reduce(adding, 0);
		const isOnTop = cents(charged - discount) === cents(Number(proceedsTotal?.amount ?? 0));
		const itemTax = breakdowns
			.filter(ofType('TAX'))
			.flatMap(({ detailedBreakdowns }: Row) => detailedBreakdowns)
			.filter(({ subtype }: Row) => subtype === 'ITEM')
			.reduce((total: number, { value }: Row) => total + Number(value.amount), 0);
		return { item, goods: sum('ITEM') + (isOnTop ? itemTax : 0), discount };
	});
	const goods = lines.reduce((sum, line) => sum + line.goods, 0);
	const discount = lines.reduce((sum, line) => sum + line.discount, 0);
	const total = Number((proceeds as Row | undefined)?.grandTotal?.amount ?? goods - discount);
	return {
		lineItems: lines.map(({ item: { orderItemId, quantityOrdered, product }, goods: amount }) => ({
			code: product.sellerSku,
			name: product.title,
			qty: quantityOrdered,
			unitPrice: Number((amount / quantityOrdered).toFixed(4)),
			integrationRef: orderItemId,
		})),
		freightTotal: Number((total - goods + discount).toFixed(2)),
		discountTotal: -discount,
	};
}

const ofType = (type: string) => (one: Row) => one.type === type;
const adding = (sum: number, { subtotal }: Row) => sum + Number(subtotal.amount);
const cents = (amount: number) => Math.round(amount * 100);

/** The same, held: without what Amazon did not give. */
export function heldRow(order: Order, blank: readonly string[], changes: AnyField = {}): AnyField {
	return cin7Row(order, {
		stage: 'Needs Attention',
		logisticsStatus: codes.doNotTransfer,
		...Object.fromEntries(blank.map((field) => [field, field === 'lineItems' ? [] : ''])),
		...changes,
	});
}

const addressFields = ['delivery', 'billing'].flatMap((address) =>
	['FirstName', 'LastName', 'Address1', 'City', 'State', 'PostalCode', 'Country'].map(
		(part) => `${address}${part}`,
	),
);

/** What is blank in Cin7 of an order whose data Amazon did not give. */
export const withheldFields = ['email', ...addressFields];

/** The order as Amazon gives it at first: without recipient and the buyer's address. */
export function withoutData(order: Order): Order {
	const { recipient: _, ...rest } = structuredClone(order);
	delete rest.buyer?.buyerEmail;
	return rest as Order;
}

/** The change by which Amazon gives them. */
export function dataOf({ buyer, recipient }: Order): AnyField {
	return { buyer, recipient };
}

function prefixed(prefix: string, fields: Row): Row {
	return Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [`${prefix}${name}`, value]),
	);
}
