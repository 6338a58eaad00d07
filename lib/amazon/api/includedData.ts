/** Which sets of data are asked of Amazon: what an order in Cin7 needs, and no more. */

export type IncludedData =
	| 'BUYER'
	| 'RECIPIENT'
	| 'PROCEEDS'
	| 'PROMOTION'
	| 'CANCELLATION'
	| 'FULFILLMENT'
	| 'TAX';

/**
 * PROCEEDS has the money, PROMOTION the codes behind discounts, CANCELLATION what is not to be sent, FULFILLMENT status and
 * who ships, TAX who collects it. Buyer and recipient are personal data: only for who asks for them, and
 * given by Amazon only to apps with restricted roles.
 */
export function includedDataFor(personalData: boolean): IncludedData[] {
	const needed: IncludedData[] = ['PROCEEDS', 'PROMOTION', 'CANCELLATION', 'FULFILLMENT', 'TAX'];
	return personalData ? ['BUYER', 'RECIPIENT', ...needed] : needed;
}
