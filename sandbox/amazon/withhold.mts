// Personal data that Amazon keeps back, silently: by the application's roles, by status, by who fulfils the order.
// In none of these cases does the answer say so.
import type { Address, Order } from './order.mts';
import type { AmazonSettings } from './settings.mts';

/** What an application may see, from the names of its roles. */
export interface Roles {
	/** Direct-to-Consumer Shipping (also called Delivery). */
	delivery: boolean;
	/** Tax Invoicing or Tax Remittance. */
	tax: boolean;
}

export function rolesOf(names: readonly string[]): Roles {
	return {
		delivery: names.some((name) => /direct.?to.?consumer/i.test(name)),
		tax: names.some((name) => /tax.?(invoicing|remittance)/i.test(name)),
	};
}

/** Names and addresses exist for orders in these states only. */
const known = ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'];

/** United States, Japan, Singapore: the tax roles do not show names there. */
const namesNotByTax = ['ATVPDKIKX0DER', 'A1VC38T7YXB528', 'A19VAU5U5O7RUS'];

const japan = 'A1VC38T7YXB528';

const addressFields = [
	'name',
	'addressLine1',
	'addressLine2',
	'addressLine3',
	'postalCode',
	'phone',
	'extendedFields',
] as const satisfies readonly (keyof Address)[];

/**
 * Makes an order what an application with these roles sees at `now` (milliseconds since 1970). Fields are taken out of
 * the order itself, which the store reads anew for every call.
 */
export function withhold(order: Order, roles: Roles, settings: AmazonSettings, now: number): Order {
	const hide = hiding(settings.withheldFields);
	const { fulfillmentStatus: status = '', fulfilledBy } = order.fulfillment ?? {};
	const merchant = fulfilledBy !== 'AMAZON';
	const settled = known.includes(status);
	const namesByTax = !namesNotByTax.includes(order.salesChannel.marketplaceId ?? '');

	if (!settled || !merchant || !roles.delivery) hide(order.buyer, ['buyerEmail']);
	const name = (merchant && roles.delivery) || (roles.tax && namesByTax);
	if (!settled || !name) hide(order.buyer, ['buyerName']);

	const byRole = merchant
		? roles.delivery
		: { taxRole: roles.tax, deliveryRole: roles.delivery, never: false }[
				settings.amazonFulfilledAddress
			];
	if (!settled) hide(order.recipient, ['deliveryAddress']);
	else if (!byRole) hide(order.recipient?.deliveryAddress, addressFields);
	if (!merchant || pastDelivery(order, status, now)) {
		hide(order.recipient?.deliveryAddress, ['phone']);
	}

	const priced =
		settings.pendingPrices === 'shown' ||
		(settings.pendingPrices === 'japanOnly' && order.salesChannel.marketplaceId === japan);
	const unpriced = status.startsWith('PENDING') && !priced;
	if (unpriced) delete order.proceeds;
	for (const item of order.orderItems) {
		if (!merchant || !roles.delivery) {
			hide(item.fulfillment?.packing?.giftOption, ['giftMessage']);
			hide(item.product.customization as object | undefined, ['customizedUrl']);
		}
		if (!unpriced) continue;
		delete item.product.price;
		delete item.proceeds;
		delete item.promotion;
	}
	if (settings.withheldFields === 'absent') dropEmptied(order);
	return order;
}

/** Phones of shipped orders go when the last day of delivery is over. */
function pastDelivery(order: Order, status: string, now: number): boolean {
	const latest = order.fulfillment?.deliverByWindow?.latestDateTime;
	return status === 'SHIPPED' && latest !== undefined && now > Date.parse(latest);
}

/** Takes away fields that are there. */
function hiding(kind: AmazonSettings['withheldFields']) {
	return (holder: object | null | undefined, names: readonly string[]): void => {
		const fields = holder as Record<string, unknown> | null | undefined;
		if (fields === undefined || fields === null) return;
		for (const name of names) {
			if (!(name in fields)) continue;
			const text = typeof fields[name] === 'string';
			if (kind === 'null') fields[name] = null;
			else if (kind === 'emptyText' && text) fields[name] = '';
			else delete fields[name];
		}
	};
}

/** A buyer or recipient of whom nothing is left is not sent either. */
function dropEmptied(order: Order): void {
	for (const name of ['buyer', 'recipient'] as const) {
		if (order[name] !== undefined && Object.keys(order[name]).length === 0) delete order[name];
	}
}
