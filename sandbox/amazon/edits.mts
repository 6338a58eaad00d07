// What happens to orders while time passes: new ones come in, others are paid, shipped, cancelled, or get the address
// they lacked. Done through the control API; Amazon's API itself changes nothing here.
import type { AnyField } from '../scenario/scenario.mts';
import { checkAmazonOrder } from '../scenario/amazon/check.mts';
import { writeTime } from './account.mts';
import type { AmazonAccount } from './account.mts';
import type { Order, OrderItem } from './order.mts';

export interface OrderChange {
	orderId: string;
	/** A JSON merge patch (RFC 7396): objects are merged, `null` takes a field away, lists are replaced. */
	set: AnyField;
	/** Merge patches for single items, by their orderItemId. */
	items?: Record<string, AnyField>;
}

/**
 * Adds orders to the account. Times that are left out are now.
 * @throws Error that names the order and what does not fit in it; then none is added
 */
export function addOrders(account: AmazonAccount, orders: unknown): Order[] {
	if (!Array.isArray(orders)) throw new Error('orders must be an array of Amazon orders.');
	const now = writeTime(account.now());
	const added = orders.map((order: unknown, index) =>
		checkedOrder(
			{ createdTime: now, lastUpdatedTime: now, ...(order as object) },
			`orders[${index}]`,
		),
	);
	account.store.atomically(() => {
		for (const order of added) {
			if (account.store.latest(order.orderId) !== undefined) {
				throw new Error(`Order ${order.orderId} exists already. Change it instead.`);
			}
			account.store.put(order);
		}
	});
	return added;
}

/**
 * Changes an order now, by the account's clock. What it was stays readable until the change appears.
 * @throws Error when there is no such order, or the change does not fit
 */
export function changeOrder(account: AmazonAccount, change: OrderChange): Order {
	const before = account.store.latest(change.orderId);
	if (before === undefined) throw new Error(`There is no order ${change.orderId}.`);
	const at = account.now();
	if (at < Date.parse(before.lastUpdatedTime)) {
		throw new Error(
			`Order ${change.orderId} was last updated later than the account's clock shows.`,
		);
	}
	const unknown = Object.keys(change.items ?? {}).find(
		(id) => !before.orderItems.some((item) => item.orderItemId === id),
	);
	if (unknown !== undefined) throw new Error(`Order ${change.orderId} has no item ${unknown}.`);
	const patched = merged(before, change.set) as AnyField;
	const kept = { orderId: before.orderId, lastUpdatedTime: writeTime(at) };
	const order = checkedOrder({ ...patched, ...kept }, change.orderId);
	order.orderItems = order.orderItems.map(
		(item) => merged(item, change.items?.[item.orderItemId] ?? {}) as OrderItem,
	);
	checkedOrder(order, change.orderId);
	account.store.atomically(() => account.store.put(order));
	return order;
}

function merged(target: unknown, patch: unknown): unknown {
	if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
	const isObject = typeof target === 'object' && target !== null && !Array.isArray(target);
	const result: Record<string, unknown> = isObject ? { ...target } : {};
	for (const [name, value] of Object.entries(patch)) {
		if (value === null) delete result[name];
		else result[name] = merged(result[name], value);
	}
	return result;
}

/** @throws Error with everything that does not fit */
export function checkedOrder(order: unknown, place: string): Order {
	const complaints: string[] = [];
	checkAmazonOrder(order, place, (where, text) => complaints.push(`${where} ${text}`));
	if (complaints.length > 0) throw new Error(complaints.join('\n'));
	return order as Order;
}
