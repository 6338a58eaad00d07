/**
 * A line whose price for one is a whole number of cents, and which is exact to the cent all the same.
 */

export interface LinePrice {
	/** Minor units, for one. */
	unitMinor: number;
	/** Minor units, for the whole line. */
	discountMinor: number;
}

/**
 * Prices a line. Where its amount does not divide by the quantity, the price for one is rounded up and what that adds,
 * fewer cents than the quantity, goes to the discount: `quantity * unit - discount` is always the amount less the
 * discount. Cin7 rounds prices to as many decimals as the account has, so thirds of a cent would not survive.
 * @param amountMinor of the line before discount
 * @param discountMinor zero or positive
 */
export function linePrice(quantity: number, amountMinor: number, discountMinor: number): LinePrice {
	if (quantity === 0) return { unitMinor: 0, discountMinor: 0 };
	const unitMinor = Math.ceil(amountMinor / quantity);
	return { unitMinor, discountMinor: discountMinor + unitMinor * quantity - amountMinor };
}
