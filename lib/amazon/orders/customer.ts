/** Who bought and where it goes: the personal part of an order, blank in every field unless it was asked for. */
import type { DraftAddress } from '../../orders/salesOrderDraft';
import type { AmazonOrder } from '../api/records';
import { draftAddress, noAddress } from './deliveryAddress';
import type { OrderOptions } from './options';
import { splitName, type PersonName } from './personName';

export interface Customer extends PersonName {
	company: string;
	email: string;
	phone: string;
	/** The buyer's purchase order number. */
	purchaseOrder: string;
	delivery: DraftAddress;
	instructions: string;
}

const nobody: Customer = {
	firstName: '',
	lastName: '',
	company: '',
	email: '',
	phone: '',
	purchaseOrder: '',
	delivery: noAddress,
	instructions: '',
};

/** The order is the buyer's where Amazon names one, the recipient's otherwise. */
export function customerOf({ buyer, recipient }: AmazonOrder, options: OrderOptions): Customer {
	if (!options.personalData) return nobody;
	const address = recipient?.deliveryAddress ?? null;
	const wishes = recipient?.deliveryPreference ?? null;
	const buyerName = buyer?.buyerName.trim() ?? '';
	const recipientName = address?.name.trim() ?? '';
	return {
		...named(buyerName || recipientName, options),
		company: buyer?.buyerCompanyName.trim() || address?.companyName.trim() || '',
		email: buyer?.buyerEmail.trim() ?? '',
		phone: address?.phone.trim() ?? '',
		purchaseOrder: buyer?.buyerPurchaseOrderNumber.trim() ?? '',
		delivery: address ? draftAddress(address, named(recipientName, options)) : noAddress,
		instructions: [wishes?.dropOffLocation, wishes?.addressInstruction]
			.map((text) => text?.trim() ?? '')
			.filter((text) => text !== '')
			.join('. '),
	};
}

function named(name: string, { singleWordNames }: OrderOptions): PersonName {
	const split = splitName(name);
	const isSingle = split.lastName === '' && split.firstName !== '';
	return isSingle && singleWordNames === 'bothNames'
		? { firstName: split.firstName, lastName: split.firstName }
		: split;
}
