/**
 * What Amazon keeps back of an order, and why, as far as its documents say: it answers with 200 and leaves fields out.
 */
import type { AmazonOrder } from '../api/records';
import { isCancelled, isFulfilledByAmazon, isPending } from './status';

export interface Withheld {
	/** Personal fields that were asked for and did not come. */
	fields: string[];
	/** The likely reason; blank when nothing is missing. */
	reason: string;
}

/** @param personalData whether they were asked for */
export function withheldFrom(order: AmazonOrder, personalData: boolean): Withheld {
	if (!personalData) return { fields: [], reason: 'Personal Data was not asked for.' };
	const { buyer, recipient } = order;
	const address = recipient?.deliveryAddress;
	const known: [string, string | undefined][] = [
		['buyerName', buyer?.buyerName],
		['buyerEmail', buyer?.buyerEmail],
		['recipientName', address?.name],
		['street', address?.addressLine1 || address?.addressLine2],
		['city', address?.city],
		['postalCode', address?.postalCode],
		['phone', address?.phone],
	];
	const fields = known.filter(([, value]) => !value?.trim()).map(([name]) => name);
	return { fields, reason: fields.length === 0 ? '' : reasonOf(order, fields) };
}

function reasonOf(order: AmazonOrder, fields: readonly string[]): string {
	if (isPending(order)) return 'Amazon gives a customer’s data only once the order is paid.';
	if (isCancelled(order)) return 'Amazon gives no customer’s data for cancelled orders.';
	if (isFulfilledByAmazon(order)) {
		return 'Amazon sends this order itself: it never gives its e-mail address and phone, and name and street only to apps with a tax role.';
	}
	if (fields.length === 1 && fields[0] === 'phone') {
		return 'Amazon gives no phone number once the delivery date has passed, or the customer gave none.';
	}
	return 'The app may lack the role Direct-to-Consumer Shipping, or for the buyer’s name a tax role; otherwise the customer gave none.';
}
