// What should become of each Amazon order in Cin7, from the orders as Amazon holds them: written apart from the nodes.
import type { Row } from './amazonDownloads.mts';

/** Countries of the scenario whose addresses need a state. */
const withState = ['AU', 'JP', 'US'];

/** The stage at which an order should stand; `absent` for one that is not to be created. */
export function expectedStage(order: Row): 'New' | 'Needs Attention' | 'absent' {
	const { fulfillmentStatus: status, fulfilledBy } = order.fulfillment ?? {};
	if (status === 'CANCELLED') return 'absent';
	// Without a role for tax, Amazon shows neither name nor street of what it sends itself, nor of what is not paid.
	if (fulfilledBy !== 'MERCHANT') return 'Needs Attention';
	if (!['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'].includes(status)) return 'Needs Attention';
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

function isGiven(text: unknown): boolean {
	return typeof text === 'string' && text.trim() !== '';
}

function hasTwoNames(name: unknown): boolean {
	return typeof name === 'string' && name.trim().split(/\s+/).length > 1;
}
