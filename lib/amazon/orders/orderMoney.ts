/**
 * The money of an Amazon order as Cin7 keeps it: lines, freight, surcharge and discount that add up to what the seller is
 * paid, all tax that is the seller's included in the prices.
 *
 * Prices include tax because the total is then the sum of the parts, whichever way tax is computed from them later.
 */
import { shareOut } from '../../money/share';
import type { AmazonOrder, OrderItem } from '../api/records';
import { extraKinds, minorOf, sumOf, type Kind } from './charges';
import {
	currenciesOf,
	itemPart,
	itemTotal,
	orderPart,
	type ItemPart,
	type Part,
} from './orderParts';
import { isCancelled } from './status';
import { taxTreatment, type TaxFacts, type TaxTreatment } from './taxTreatment';

export interface LineMoney {
	item: OrderItem;
	/** 0 when the item was cancelled. */
	quantity: number;
	/** Before discount, the seller's tax included. Minor units, like all amounts here. */
	amount: number;
	discount: number;
	/** The seller's tax within `amount - discount`; null when Amazon names none. */
	tax: number | null;
}

export interface OrderMoney {
	currency: string;
	lines: LineMoney[];
	freight: number;
	surcharge: number;
	/** Zero or negative. */
	discount: number;
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
	/** Whether all of it is in one currency. */
	oneCurrency: boolean;
}

/** @param taxIncluded whether prices in the marketplace's country include tax */
export function orderMoney(order: AmazonOrder, taxIncluded: boolean): OrderMoney {
	const cancelled = isCancelled(order);
	const parts = order.orderItems.map((item) => itemPart(item, cancelled));
	const extra = cancelled ? null : orderPart(order, parts);
	const all = extra ? [...parts, extra] : parts;
	const grandTotal = order.proceeds?.grandTotal ? minorOf(order.proceeds.grandTotal) : null;
	const facts = taxFacts(all, cancelled ? null : (grandTotal ?? itemTotal(order)));
	const treatment = taxTreatment(facts, taxIncluded);
	const lines = parts.map((part) => lineOf(part, treatment));
	shareOrderTax(lines, extra, treatment);
	const freight = sum(all.map((part) => valueOf(part, 'SHIPPING', treatment)));
	const surcharge = sum(
		all.flatMap((part) =>
			extraKinds
				.filter((kind) => kind !== 'SHIPPING')
				.map((kind) => valueOf(part, kind, treatment)),
		),
	);
	const goods = sum(lines.map(({ amount, discount }) => amount - discount));
	const discount =
		Math.min(0, freight) + Math.min(0, surcharge) - (extra?.charges.discounts.ITEM ?? 0);
	const total = goods + Math.max(0, freight) + Math.max(0, surcharge) + discount;
	const currencies = currenciesOf(order);
	const counted = treatment.marketplaceInTotal ? facts.marketplace : 0;
	return {
		currency: currencies[0] ?? '',
		lines,
		freight: Math.max(0, freight),
		surcharge: Math.max(0, surcharge),
		discount,
		total,
		grandTotal,
		marketplaceTax: facts.marketplace,
		ownTax: facts.own,
		taxByMarketplace: parts.length > 0 && parts.every(({ byMarketplace }) => byMarketplace),
		agrees: cancelled || grandTotal === null || total + counted === grandTotal,
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

/** What tax adds to the prices of one kind: the seller's where it comes on top, less the marketplace's where it is within. */
function taxOn({ charges, byMarketplace }: Part, kind: Kind, treatment: TaxTreatment): number {
	if (byMarketplace) return treatment.marketplaceWithin ? -charges.taxes[kind] : 0;
	return treatment.ownOnTop ? charges.taxes[kind] : 0;
}

function valueOf(part: Part, kind: Kind, treatment: TaxTreatment): number {
	const { amounts, discounts } = part.charges;
	return amounts[kind] - discounts[kind] + taxOn(part, kind, treatment);
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

/** Tax that only the order names is shared among the lines by their amounts. */
function shareOrderTax(lines: LineMoney[], extra: Part | null, treatment: TaxTreatment): void {
	if (!extra || extra.charges.taxes.ITEM === 0 || lines.length === 0) return;
	const added = shareOut(
		taxOn(extra, 'ITEM', treatment),
		lines.map(({ amount }) => amount),
	);
	const own = shareOut(
		extra.byMarketplace ? 0 : extra.charges.taxes.ITEM,
		lines.map(({ amount }) => amount),
	);
	lines.forEach((line, position) => {
		line.amount += added[position];
		line.tax = own[position];
	});
}

function sum(amounts: readonly number[]): number {
	return amounts.reduce((all, amount) => all + amount, 0);
}
