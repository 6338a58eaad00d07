/** Choices a person makes about how Amazon orders become sales orders. */

export interface OrderOptions {
	/** Payment type on the orders, by which they are batched: `Amazon`. */
	paymentType: string;
	/** Amazon gives no billing address. */
	billingAddress: 'sameAsDelivery' | 'blank';
	/** A customer with one name only: leave the last name blank, so that a person looks at it, or use the word for both. */
	singleWordNames: 'firstNameOnly' | 'bothNames';
	/** Whether names, addresses and e-mail addresses were asked of Amazon. */
	personalData: boolean;
}

export const defaultOrderOptions: OrderOptions = {
	paymentType: 'Amazon',
	billingAddress: 'sameAsDelivery',
	singleWordNames: 'firstNameOnly',
	personalData: false,
};
