/** Names orders that came in a form that Amazon does not document, for Progress. */
import type { AmazonOrder } from '../api/records';

/** More are counted only. */
const mostNamed = 10;

/**
 * A sentence or two; blank where all orders could be read.
 * @param nameless how many came without an id that can be read, and so were not given out
 */
export function unreadableText(orders: readonly AmazonOrder[], nameless: number): string {
	const ids = orders
		.filter(({ unreadable }) => unreadable.length > 0)
		.map(({ orderId }) => orderId);
	const named = ids.slice(0, mostNamed).join(', ');
	const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
	return [
		ids.length === 0
			? ''
			: `Amazon gave ${named}${more} in a form that it does not document. Such orders are given out without their data and need attention; amazon.unreadable names the fields.`,
		nameless === 0
			? ''
			: `${nameless === 1 ? 'One order' : `${nameless} orders`} came without an order ID that can be read and could not be given out. Compare the orders since the start of this download in Seller Central.`,
	]
		.filter((text) => text !== '')
		.join(' ');
}
