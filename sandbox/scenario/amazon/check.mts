// Whether the Amazon part of a scenario fits, before anything starts on it: what the stand-in itself looks at. The
// rest of an order passes through as it is.

export type Complain = (place: string, text: string) => void;

/** Checks `amazon` of a scenario. */
export function checkAmazon(value: unknown, complain: Complain): void {
	if (!isObject(value)) return complain('amazon', 'must be an object.');
	for (const key of Object.keys(value)) {
		if (!['sellerId', 'marketplaceParticipations', 'roles', 'orders'].includes(key)) {
			complain(`amazon.${key}`, 'is not a part of it.');
		}
	}
	if (!isText(value.sellerId)) complain('amazon.sellerId', 'must be a text.');
	const { marketplaceParticipations, roles, orders } = value;
	if (!Array.isArray(roles) || !roles.every(isText)) {
		complain('amazon.roles', 'must be an array of role names.');
	}
	if (!Array.isArray(marketplaceParticipations)) {
		complain('amazon.marketplaceParticipations', 'must be an array.');
	} else {
		marketplaceParticipations.forEach((one: unknown, index) => {
			const marketplace = isObject(one) ? one.marketplace : undefined;
			if (!isObject(marketplace) || !isText(marketplace.id)) {
				complain(`amazon.marketplaceParticipations[${index}].marketplace.id`, 'must be a text.');
			}
		});
	}
	if (!Array.isArray(orders)) return complain('amazon.orders', 'must be an array.');
	const seen = new Set<unknown>();
	orders.forEach((order: unknown, index) => {
		const place = `amazon.orders[${index}]`;
		checkAmazonOrder(order, place, complain);
		const id = isObject(order) ? order.orderId : undefined;
		if (isText(id) && seen.has(id)) complain(`${place}.orderId`, `${id} is given twice.`);
		seen.add(id);
	});
}

/** Checks one order: ids, times, sales channel, items. */
export function checkAmazonOrder(order: unknown, place: string, complain: Complain): void {
	if (!isObject(order)) return complain(place, 'must be an object.');
	if (!isText(order.orderId) || !/^[A-Z0-9]{3}-\d{7}-\d{7}$/.test(order.orderId)) {
		complain(`${place}.orderId`, 'must have the form "123-1234567-1234567".');
	}
	for (const name of ['createdTime', 'lastUpdatedTime']) {
		if (!isTime(order[name])) {
			complain(`${place}.${name}`, 'must be a time in UTC such as "2026-06-02T01:30:00.000Z".');
		}
	}
	if (isTime(order.createdTime) && isTime(order.lastUpdatedTime)) {
		if (Date.parse(order.lastUpdatedTime) < Date.parse(order.createdTime)) {
			complain(`${place}.lastUpdatedTime`, 'must not be before createdTime.');
		}
	}
	if (!isObject(order.salesChannel) || !isText(order.salesChannel.channelName)) {
		complain(`${place}.salesChannel.channelName`, 'must be a text.');
	}
	if (order.fulfillment !== undefined) {
		if (!isObject(order.fulfillment) || !isText(order.fulfillment.fulfillmentStatus)) {
			complain(`${place}.fulfillment.fulfillmentStatus`, 'must be a text.');
		}
	}
	if (!Array.isArray(order.orderItems)) {
		return complain(`${place}.orderItems`, 'must be an array.');
	}
	order.orderItems.forEach((item: unknown, index) => {
		const here = `${place}.orderItems[${index}]`;
		if (!isObject(item)) return complain(here, 'must be an object.');
		if (!isText(item.orderItemId)) complain(`${here}.orderItemId`, 'must be a text.');
		if (!Number.isInteger(item.quantityOrdered)) {
			complain(`${here}.quantityOrdered`, 'must be a whole number.');
		}
		if (!isObject(item.product)) complain(`${here}.product`, 'must be an object.');
	});
}

function isTime(value: unknown): value is string {
	return (
		typeof value === 'string' &&
		/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) &&
		!Number.isNaN(Date.parse(value))
	);
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
