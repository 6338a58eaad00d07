/**
 * The money of an Amazon order as Cin7 keeps it: lines, freight, surcharge and discount that add up to what the seller is
 * paid, all tax that is the seller's included in the prices.
 *
 * Prices include tax because the total is then the sum of the parts, whichever way tax is computed from them later.
 */
import type { AmazonOrder, OrderItem } from '../api/records';
import { extraKinds, minorOf, sumOf, type Kind } from './charges';
import {
	currenciesOf,
	itemParts,
	itemTotal,
	orderPart,
	saysWhatIsPaid,
	type ItemPart,
	type Part,
} from './orderParts';
import { shareOrderDiscount, shareOrderTax, taxOn, type Taxed } from './orderShares';
import { isCancelled, isPending, isReplacement, isSoldOnAmazon } from './status';
import { taxTreatment, type TaxFacts, type TaxTreatment } from './taxTreatment';

/** Amounts in minor units, like all amounts here. */
export interface LineMoney extends Taxed {
	item: OrderItem;
	/** 0 when the item was cancelled. */
	quantity: number;
}

export interface OrderMoney {
	currency: string;
	lines: LineMoney[];
	freight: number;
	surcharge: number;
	/** Zero or negative. */
	discount: number;
	/** The seller's tax within freight and surcharge, less that on the discount. */
	freightTax: number;
	surchargeTax: number;
	/** What all of these come to. */
	total: number;
	/** What Amazon says, null when it does not. */
	grandTotal: number | null;
	/** Collected and paid by the marketplace, and not in the order. */
	marketplaceTax: number;
	/** The seller's own, within the amounts. */
	ownTax: number;
	/** Whether the marketplace collects all tax of the order, whatever its amount. */
	taxByMarketplace: boolean;
	/** Whether `total` is Amazon's grand total, but for marketplace tax that it counts. True when Amazon gives none. */
	agrees: boolean;
	/** Whether Amazon says what is paid, where it is a paid sale; otherwise unit prices are all there is. */
	isProven: boolean;
	/** Whether all of it is in one currency. */
	oneCurrency: boolean;
}

/** @param taxIncluded whether prices in the marketplace's country include tax */
export function orderMoney(order: AmazonOrder, taxIncluded: boolean): OrderMoney {
	const cancelled = isCancelled(order);
	const parts = itemParts(order, cancelled);
	const extra = cancelled ? null : orderPart(order, parts);
	const all = extra ? [...parts, extra] : parts;
	const grandTotal = order.proceeds?.grandTotal ? minorOf(order.proceeds.grandTotal) : null;
	const facts = taxFacts(all, cancelled ? null : (grandTotal ?? itemTotal(order)));
	const treatment = taxTreatment(facts, taxIncluded);
	const lines = parts.map((part) => lineOf(part, treatment));
	const freight = besideOf(all, ['SHIPPING'], treatment);
	const surcharge = besideOf(
		all,
		extraKinds.filter((kind) => kind !== 'SHIPPING'),
		treatment,
	);
	const leftDiscount = shareOrderDiscount(lines, extra);
	shareOrderTax([...lines, freight, surcharge], extra, treatment);
	const goods = sum(lines.map(({ amount, discount }) => amount - discount));
	const discount = Math.min(0, freight.amount) + Math.min(0, surcharge.amount) - leftDiscount;
	const total = goods + Math.max(0, freight.amount) + Math.max(0, surcharge.amount) + discount;
	const currencies = currenciesOf(order);
	const counted = treatment.marketplaceInTotal ? facts.marketplace : 0;
	return {
		currency: currencies[0] ?? '',
		lines,
		freight: Math.max(0, freight.amount),
		surcharge: Math.max(0, surcharge.amount),
		discount,
		freightTax: freight.tax ?? 0,
		surchargeTax: surcharge.tax ?? 0,
		total,
		grandTotal,
		marketplaceTax: facts.marketplace,
		ownTax: facts.own,
		taxByMarketplace: parts.length > 0 && parts.every(({ byMarketplace }) => byMarketplace),
		agrees: cancelled || grandTotal === null || total + counted === grandTotal,
		isProven:
			cancelled ||
			isPending(order) ||
			isReplacement(order) ||
			!isSoldOnAmazon(order) ||
			saysWhatIsPaid(order, parts),
		oneCurrency: currencies.length <= 1,
	};
}

function taxFacts(parts: readonly Part[], total: number | null): TaxFacts {
	const taxes = (byMarketplace: boolean) =>
		sum(
			parts
				.filter((part) => part.byMarketplace === byMarketplace)
				.map(({ charges }) => sumOf(charges.taxes)),
		);
	return {
		net: sum(parts.map(({ charges }) => sumOf(charges.amounts) - sumOf(charges.discounts))),
		own: taxes(false),
		marketplace: taxes(true),
		total,
	};
}

/** What stands beside the lines, of these kinds. */
function besideOf(parts: readonly Part[], kinds: readonly Kind[], treatment: TaxTreatment): Taxed {
	const beside: Taxed = { amount: 0, discount: 0, tax: 0 };
	for (const part of parts) {
		const { amounts, discounts, taxes } = part.charges;
		for (const kind of kinds) {
			beside.amount += amounts[kind] - discounts[kind] + taxOn(part, kind, treatment);
			beside.tax = (beside.tax ?? 0) + (part.byMarketplace ? 0 : taxes[kind]);
		}
	}
	return beside;
}

function lineOf(part: ItemPart, treatment: TaxTreatment): LineMoney {
	const { item, quantity, charges, byMarketplace } = part;
	return {
		item,
		quantity,
		amount: charges.amounts.ITEM + taxOn(part, 'ITEM', treatment),
		discount: charges.discounts.ITEM,
		tax: !charges.saysTax ? null : byMarketplace ? 0 : charges.taxes.ITEM,
	};
}

function sum(amounts: readonly number[]): number {
	return amounts.reduce((all, amount) => all + amount, 0);
}
