/**
 * How the tax that Amazon names is related to its prices and to its total. Its documents leave that open and it
 * differs between marketplaces, so the order's own total decides; where it does not tell, what is usual in the
 * country does.
 *
 * Tax that the marketplace collects and pays itself (a marketplace facilitator, a deemed supplier) is no income and no
 * liability of the seller: it is left out of the order.
 */

export interface TaxTreatment {
	/** Whether the seller's own tax comes on top of the prices. */
	ownOnTop: boolean;
	/** Whether prices hold the marketplace's tax, so that it must be taken out of them. */
	marketplaceWithin: boolean;
	/** Whether Amazon's total counts the marketplace's tax. */
	marketplaceInTotal: boolean;
}

/** All in minor units. */
export interface TaxFacts {
	/** Everything but tax, less discounts. */
	net: number;
	/** Tax that the seller owes. */
	own: number;
	/** Tax that the marketplace pays. */
	marketplace: number;
	/** What Amazon says the order comes to; null when it does not say. */
	total: number | null;
}

const apart = { marketplaceWithin: false, marketplaceInTotal: false };
const added = { marketplaceWithin: false, marketplaceInTotal: true };
const within = { marketplaceWithin: true, marketplaceInTotal: false };

const onTopFirst: readonly TaxTreatment[] = [
	{ ownOnTop: true, ...added },
	{ ownOnTop: true, ...apart },
	{ ownOnTop: false, ...apart },
	{ ownOnTop: false, ...added },
	{ ownOnTop: false, ...within },
];
const includedFirst: readonly TaxTreatment[] = [
	{ ownOnTop: false, ...apart },
	{ ownOnTop: false, ...within },
	{ ownOnTop: true, ...added },
	{ ownOnTop: true, ...apart },
	{ ownOnTop: false, ...added },
];

/**
 * The treatment that explains Amazon's total; the usual one where none does or there is no total.
 * @param taxIncluded whether prices in the marketplace's country include tax
 */
export function taxTreatment(facts: TaxFacts, taxIncluded: boolean): TaxTreatment {
	const candidates = taxIncluded ? includedFirst : onTopFirst;
	return (
		candidates.find((treatment) => amazonTotal(facts, treatment) === facts.total) ?? candidates[0]
	);
}

/** What the order comes to in Cin7. */
export function sellerTotal({ net, own, marketplace }: TaxFacts, treatment: TaxTreatment): number {
	return net + (treatment.ownOnTop ? own : 0) - (treatment.marketplaceWithin ? marketplace : 0);
}

/** What Amazon would call the total of the same order. */
export function amazonTotal(facts: TaxFacts, treatment: TaxTreatment): number {
	return sellerTotal(facts, treatment) + (treatment.marketplaceInTotal ? facts.marketplace : 0);
}
