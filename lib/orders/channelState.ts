/** What the channel, or Cin7, says of an order as a whole: whether it is to be sent at all, by whom, and where to look it up. */
import type { AnyOrder } from './anyOrder';

/** An order on a page of Seller Central, nothing else: a link is something people click. */
const sellerCentral =
	/^https:\/\/sellercentral(?:-[a-z]+)?\.amazon\.[a-z]{2,3}(?:\.[a-z]{2})?\/[\w\-./?=&%]*$/;
const longestLink = 300;

const cancelled = /^(?:cancell?ed|void)$/i;
const pending = /^pending(?:_?availability)?$/i;
/** All of it is sent; of the second the invoice is still to be confirmed. */
const shipped = /^(?:shipped|invoice_?unconfirmed)$/i;
const partlyShipped = /^partially_?shipped$/i;
const unfulfillable = /^unfulfillable$/i;
const elsewhere = /^non[-_ ]?amazon/i;
/** In the words of Amazon's Orders API, today's and the earlier one's. */
const byAmazon = /^(?:amazon|afn)$/i;

/** Cancelled in the channel, or void in Cin7. */
export function isCancelled(order: AnyOrder): boolean {
	const amazon = block(order.amazon);
	return (
		order.isVoid === true ||
		order.isCancelled === true ||
		amazon.isCancelled === true ||
		says(cancelled, statuses(order, amazon))
	);
}

/** Not confirmed yet: Amazon asks sellers not to send such orders, and gives no address for them. */
export function isPending(order: AnyOrder): boolean {
	const amazon = block(order.amazon);
	return (
		order.isPending === true || amazon.isPending === true || says(pending, statuses(order, amazon))
	);
}

/** Sent by Amazon from its own warehouse (FBA). */
export function isAmazonFulfilled(order: AnyOrder): boolean {
	const amazon = block(order.amazon);
	return says(byAmazon, [
		amazon.fulfilledBy,
		amazon.fulfillmentChannel,
		block(amazon.fulfillment).fulfilledBy,
		order.fulfilledBy,
	]);
}

/** How far the channel is with sending it. What Amazon sends from its own warehouses is never the merchant's to send. */
export type Shipping = 'open' | 'shipped' | 'partlyShipped' | 'unfulfillable';

/** Whether it is still to be sent, and by the merchant. */
export function shippingOf(order: AnyOrder): Shipping {
	const said = amazonStatuses(block(order.amazon));
	if (says(unfulfillable, said)) return 'unfulfillable';
	if (says(shipped, said) || isAmazonFulfilled(order)) return 'shipped';
	return says(partlyShipped, said) ? 'partlyShipped' : 'open';
}

/** Sold through another channel, and only sent by Amazon (multi-channel fulfilment). */
export function isSoldElsewhere(order: AnyOrder): boolean {
	const amazon = block(order.amazon);
	return says(elsewhere, [amazon.soldOn, amazon.channel, block(amazon.salesChannel).channelName]);
}

/** The fields that Amazon gave in a form that could not be read, each as plain words of moderate length. */
export function unreadableFields(order: AnyOrder): string[] {
	const { unreadable } = block(order.amazon);
	const fields = Array.isArray(unreadable) ? (unreadable as unknown[]) : [];
	return fields
		.filter((field): field is string => typeof field === 'string')
		.map((field) =>
			field
				.replace(/[^\w.,:;()[\]'-]+/g, ' ')
				.trim()
				.slice(0, 120),
		)
		.filter((field) => field !== '');
}

/** The link that came with the order, when it leads to Seller Central. */
export function sellerCentralUrl(order: AnyOrder): string | null {
	const url = block(order.amazon).sellerCentralUrl;
	if (typeof url !== 'string' || url.length > longestLink) return null;
	return sellerCentral.test(url) ? url : null;
}

/** What the order is called: its reference, or what else tells it apart; null for an item that is no order. */
export function orderName({ reference, customerOrderNo, id }: AnyOrder): string | null {
	for (const value of [reference, customerOrderNo, id]) {
		if (typeof value === 'number' && value > 0) return String(value);
		if (typeof value === 'string' && value.trim() !== '') return value.trim();
	}
	return null;
}

function statuses(order: AnyOrder, amazon: AnyOrder): unknown[] {
	return [...amazonStatuses(amazon), order.status];
}

function amazonStatuses(amazon: AnyOrder): unknown[] {
	return [
		amazon.status,
		amazon.fulfillmentStatus,
		amazon.orderStatus,
		block(amazon.fulfillment).fulfillmentStatus,
	];
}

function says(words: RegExp, values: unknown[]): boolean {
	return values.some((value) => typeof value === 'string' && words.test(value.trim()));
}

function block(value: unknown): AnyOrder {
	return typeof value === 'object' && value !== null ? (value as AnyOrder) : {};
}
