// What should become of each Amazon order in Cin7, from the orders as Amazon holds them: written apart from the nodes.
import type { Row } from './amazonDownloads.mts';

/** Countries of the scenario whose addresses need a state. */
const withState = ['AU', 'JP', 'US'];

/** The stage at which an order should stand; `absent` for one that is not to be created. */
export function expectedStage(order: Row): 'New' | 'Needs Attention' | 'absent' {
	const { fulfillmentStatus: status, fulfilledBy } = order.fulfillment ?? {};
	// Amazon gives no prices for what is not paid, and only sends what other channels sold.
	if (['CANCELLED', 'PENDING', 'PENDING_AVAILABILITY'].includes(status)) return 'absent';
	if (order.salesChannel?.channelName === 'NON_AMAZON') return 'absent';
	// Without a role for tax, Amazon shows neither name nor street of what it sends itself.
	if (fulfilledBy !== 'MERCHANT') return 'Needs Attention';
	// What is sent in part is not to be sent once more; what is sent is saved as dispatched.
	if (!['UNSHIPPED', 'SHIPPED'].includes(status)) return 'Needs Attention';
	if (!isFree(order) && !isGiven(order.proceeds?.grandTotal?.amount)) return 'Needs Attention';
	const address = order.recipient?.deliveryAddress ?? {};
	const { name, companyName, addressLine1, addressLine2, city, stateOrRegion } = address;
	const { postalCode, countryCode } = address;
	const buyerName = order.buyer?.buyerName;
	const given =
		hasTwoNames(isGiven(buyerName) ? buyerName : name) &&
		(hasTwoNames(name) || isGiven(companyName)) &&
		isGiven(order.buyer?.buyerEmail) &&
		(isGiven(addressLine1) || isGiven(addressLine2)) &&
		isGiven(city) &&
		(!withState.includes(countryCode) || isGiven(stateOrRegion)) &&
		isGiven(postalCode) &&
		isGiven(countryCode) &&
		order.orderItems.length > 0 &&
		order.orderItems.every(
			({ product }: Row) => isGiven(product?.sellerSku) || isGiven(product?.title),
		);
	return given ? 'New' : 'Needs Attention';
}

/** What is sent in place of another order costs nothing. */
function isFree({ associatedOrders = [] }: Row): boolean {
	return associatedOrders.some(({ associationType }: Row) =>
		['REPLACEMENT_ORIGINAL_ID', 'EXCHANGE_ORIGINAL_ID'].includes(associationType),
	);
}

function isGiven(text: unknown): boolean {
	return typeof text === 'string' && text.trim() !== '';
}

function hasTwoNames(name: unknown): boolean {
	return typeof name === 'string' && name.trim().split(/\s+/).length > 1;
}
