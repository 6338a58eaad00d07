// What of an order is in an answer: a few fields always, the rest as `includedData` asks for it.
import type { DataSet, Order, OrderItem } from './order.mts';

/** The data set to which a field belongs; fields that are not here are always there. */
const orderFields: Record<string, DataSet> = {
	buyer: 'BUYER',
	recipient: 'RECIPIENT',
	proceeds: 'PROCEEDS',
	payment: 'PAYMENT',
	tax: 'TAX',
	fulfillment: 'FULFILLMENT',
	packages: 'PACKAGES',
	fulfillmentOrders: 'FULFILLMENT_ORDERS',
};

const itemFields: Record<string, DataSet> = {
	proceeds: 'PROCEEDS',
	expense: 'EXPENSE',
	promotion: 'PROMOTION',
	cancellation: 'CANCELLATION',
	fulfillment: 'FULFILLMENT',
	tax: 'TAX',
};

/** The order with the data sets that were asked for. */
export function present(order: Order, asked: readonly DataSet[]): Order {
	const shown = chosen(order, orderFields, asked) as Order;
	// Packages of orders that Amazon fulfils are Amazon's own business.
	if (order.fulfillment?.fulfilledBy === 'AMAZON') delete shown.packages;
	return {
		...shown,
		orderItems: order.orderItems.map((item) => chosen(item, itemFields, asked) as OrderItem),
	};
}

function chosen(fields: object, sets: Record<string, DataSet>, asked: readonly DataSet[]): object {
	return Object.fromEntries(
		Object.entries(fields).filter(([name]) => !(name in sets) || asked.includes(sets[name])),
	);
}
