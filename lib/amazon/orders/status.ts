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

/** The whole item was cancelled; one that was sent in part was not. */
export function isItemCancelled({ cancellation, fulfillment }: OrderItem): boolean {
	return Boolean(cancellation?.cancellationExecution) && !fulfillment?.quantityFulfilled;
}

/** Statuses in which Amazon has the customer's money. One more is in its migration data but not in its model. */
const paid = new Set(['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'INVOICE_UNCONFIRMED']);

/** Whether Amazon took payment for the order. For a status that is unknown here it is not assumed. */
export function isPaid({ fulfillment, salesChannel }: AmazonOrder): boolean {
	return (
		salesChannel.channelName !== 'NON_AMAZON' && paid.has(fulfillment?.fulfillmentStatus ?? '')
	);
}

/** Sent, or to be sent, by Amazon. */
export function isFulfilledByAmazon({ fulfillment }: AmazonOrder): boolean {
	return fulfillment?.fulfilledBy === 'AMAZON';
}

/** The order that this one replaces; blank when it replaces none. */
export function replacedOrder({ associatedOrders }: AmazonOrder): string {
	return (
		associatedOrders.find(({ associationType }) => associationType === 'REPLACEMENT_ORIGINAL_ID')
			?.orderId ?? ''
	);
}
