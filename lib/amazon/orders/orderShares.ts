/** Discounts and taxes that only the order as a whole names, shared among what they are on. */
import { shareOut } from '../../money/share';
import type { Kind } from './charges';
import type { Part } from './orderParts';
import type { TaxTreatment } from './taxTreatment';

/** Something with a price and tax in it: a line, the freight, the surcharge. Minor units. */
export interface Taxed {
	/** Before discount, the seller's tax included. */
	amount: number;
	discount: number;
	/** The seller's tax within `amount - discount`; null when Amazon names none. */
	tax: number | null;
}

/** What tax adds to the prices of one kind: the seller's where it comes on top, less the marketplace's where it is within. */
export function taxOn(
	{ charges, byMarketplace }: Part,
	kind: Kind,
	treatment: TaxTreatment,
): number {
	if (byMarketplace) return treatment.marketplaceWithin ? -charges.taxes[kind] : 0;
	return treatment.ownOnTop ? charges.taxes[kind] : 0;
}

/**
 * The order's discount goes to the lines by their amounts, because their tax is on what is left of them.
 * @returns what is more than the lines come to
 */
export function shareOrderDiscount(lines: readonly Taxed[], extra: Part | null): number {
	const whole = extra?.charges.discounts.ITEM ?? 0;
	const discounted = lines.filter((line) => netOf(line) > 0);
	const weights = discounted.map(netOf);
	const onLines = Math.min(
		whole,
		weights.reduce((all, net) => all + net, 0),
	);
	shareOut(onLines, weights).forEach((share, position) => {
		discounted[position].discount += share;
	});
	return whole - onLines;
}

/** The order's tax goes to all that it charges for, by the amounts: Amazon does not say what it is on. */
export function shareOrderTax(
	charged: readonly Taxed[],
	extra: Part | null,
	treatment: TaxTreatment,
): void {
	if (!extra || extra.charges.taxes.ITEM === 0) return;
	const taxed = charged.filter((one) => netOf(one) > 0);
	if (taxed.length === 0) return;
	const weights = taxed.map(netOf);
	const added = shareOut(taxOn(extra, 'ITEM', treatment), weights);
	const own = shareOut(extra.byMarketplace ? 0 : extra.charges.taxes.ITEM, weights);
	taxed.forEach((one, position) => {
		one.amount += added[position];
		one.tax = (one.tax ?? 0) + own[position];
	});
}

function netOf({ amount, discount }: Taxed): number {
	return amount - discount;
}
