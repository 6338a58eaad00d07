/** What an order's status means for a sales order. */
import type { AmazonOrder, OrderItem } from '../api/records';

/** The whole order was cancelled. */
export function isCancelled({ fulfillment }: AmazonOrder): boolean {
	return fulfillment?.fulfillmentStatus === 'CANCELLED';
}

/** Not paid yet, so neither complete nor to be sent. */
export function isPending({ fulfillment }: AmazonOrder): boolean {
	return (
		fulfillment?.fulfillmentStatus === 'PENDING' ||
		fulfillment?.fulfillmentStatus === 'PENDING_AVAILABILITY'
	);
}

/**
 * How many of an item are sold: of one that was cancelled, in whole or in part, what was sent and what is still to be.
 * Where Amazon does not say both, an item of which something was sent counts in full, another not at all.
 */
export function quantityOf({ quantityOrdered, cancellation, fulfillment }: OrderItem): number {
	if (!cancellation?.cancellationExecution) return quantityOrdered;
	const { quantityFulfilled = null, quantityUnfulfilled = null } = fulfillment ?? {};
	if (quantityFulfilled === null || quantityUnfulfilled === null) {
		return quantityFulfilled ? quantityOrdered : 0;
	}
	return Math.min(quantityOrdered, quantityFulfilled + quantityUnfulfilled);
}

/** Whether the buyer asked to cancel something that is not cancelled. */
export function isCancellationAsked(order: AmazonOrder): boolean {
	return (
		!isCancelled(order) &&
		order.orderItems.some(
			({ cancellation }) =>
				cancellation?.cancellationRequest && !cancellation.cancellationExecution,
		)
	);
}

/** Statuses in which Amazon has the customer's money. One more is in its migration data but not in its model. */
const paid = new Set(['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'INVOICE_UNCONFIRMED']);

/** Whether Amazon took payment for the order. For a status that is unknown here it is not assumed. */
export function isPaid(order: AmazonOrder): boolean {
	return isSoldOnAmazon(order) && paid.has(order.fulfillment?.fulfillmentStatus ?? '');
}

/** Orders of other channels, which Amazon only sends (multi-channel fulfilment), are no sale of Amazon's. */
export function isSoldOnAmazon({ salesChannel }: AmazonOrder): boolean {
	return salesChannel.channelName !== 'NON_AMAZON';
}

/** Sent, or to be sent, by Amazon. */
export function isFulfilledByAmazon({ fulfillment }: AmazonOrder): boolean {
	return fulfillment?.fulfilledBy === 'AMAZON';
}

const replacing = new Set(['REPLACEMENT_ORIGINAL_ID', 'EXCHANGE_ORIGINAL_ID']);

/** The order for which this one is sent, as a replacement or in exchange; blank when there is none. */
export function replacedOrder({ associatedOrders }: AmazonOrder): string {
	return (
		associatedOrders.find(({ associationType }) => replacing.has(associationType))?.orderId ?? ''
	);
}

/** Sent as a replacement or in exchange, whether or not Amazon says for which order. */
export function isReplacement({ associatedOrders }: AmazonOrder): boolean {
	return associatedOrders.some(({ associationType }) => replacing.has(associationType));
}
