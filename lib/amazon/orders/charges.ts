/**
 * What Amazon charged for one order item, by kind, in minor units. Amazon's documents do not say which sign a discount
 * has, so its size counts.
 */
import { roundToMinor, toMinor } from '../../money/currency';
import { parse } from '../../money/decimal';
import type { Breakdown, Money, OrderItem } from '../api/records';

/** The kinds beside the goods themselves: freight, and what becomes the surcharge. */
export const extraKinds = ['SHIPPING', 'GIFT_WRAP', 'COD_FEE', 'OTHER', 'DELIVERY_TIP'] as const;
export type ExtraKind = (typeof extraKinds)[number];
export type Kind = 'ITEM' | ExtraKind;

export interface Charges {
	/** Before discounts and without the tax below. */
	amounts: Record<Kind, number>;
	/** By what they are on; positive. */
	discounts: Record<Kind, number>;
	/** Amazon's TAX by what it is on. */
	taxes: Record<Kind, number>;
	/** True when Amazon names a tax amount, even 0. */
	saysTax: boolean;
}

/**
 * The charges in a list of breakdowns. Discounts and taxes that no detail explains are on the goods.
 * @param unitPrices what the goods cost where there is no breakdown for them, in minor units
 */
export function chargesOf(breakdowns: readonly Breakdown[], unitPrices = 0): Charges {
	const charges: Charges = { amounts: none(), discounts: none(), taxes: none(), saysTax: false };
	let saysGoods = false;
	for (const entry of breakdowns) {
		const total = minorOf(entry.subtotal);
		if (entry.type === 'TAX') {
			charges.saysTax = true;
			share(entry, total, charges.taxes, (minor) => minor);
		} else if (entry.type === 'DISCOUNT') {
			share(entry, Math.abs(total), charges.discounts, Math.abs);
		} else {
			// A kind that Amazon added since is money all the same.
			const kind = isKind(entry.type) ? entry.type : 'OTHER';
			saysGoods ||= kind === 'ITEM';
			charges.amounts[kind] += total;
		}
	}
	if (!saysGoods) charges.amounts.ITEM = unitPrices;
	return charges;
}

/**
 * The charges of an item; of its total, or else its unit price, where Amazon breaks no proceeds down, as on pending orders.
 * @param quantity how many are sold
 * @param isFree whether no proceeds mean that nothing is paid
 */
export function itemCharges(
	{ proceeds, product }: OrderItem,
	quantity: number,
	isFree: boolean,
): Charges {
	const { breakdowns = [], proceedsTotal = null } = proceeds ?? {};
	if (breakdowns.length === 0 && proceedsTotal) return chargesOf([], minorOf(proceedsTotal));
	const unitPrice = isFree ? null : product?.price?.unitPrice;
	return chargesOf(breakdowns, unitPrice ? minorOf(unitPrice) * quantity : 0);
}

/** An amount in minor units of its currency; fractions of them, which Amazon does not document, are rounded. */
export function minorOf({ amount, currencyCode }: Money): number {
	if (currencyCode === '') return 0;
	return toMinor(amount, currencyCode) ?? roundToMinor(parse(amount), currencyCode);
}

/** The sum over all kinds. */
export function sumOf(amounts: Record<Kind, number>): number {
	return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}

/** Nothing of any kind. */
export function none(): Record<Kind, number> {
	return { ITEM: 0, SHIPPING: 0, GIFT_WRAP: 0, COD_FEE: 0, OTHER: 0, DELIVERY_TIP: 0 };
}

function share(
	{ detailedBreakdowns }: Breakdown,
	total: number,
	amounts: Record<Kind, number>,
	size: (minor: number) => number,
): void {
	let rest = total;
	for (const { subtype, value } of detailedBreakdowns) {
		if (value === null || !isKind(subtype) || subtype === 'ITEM') continue;
		const part = size(minorOf(value));
		amounts[subtype] += part;
		rest -= part;
	}
	amounts.ITEM += rest;
}

function isKind(type: string): type is Kind {
	return type === 'ITEM' || (extraKinds as readonly string[]).includes(type);
}
