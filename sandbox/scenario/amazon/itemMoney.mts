// The money of an order's items and of the order, in whole minor units until it is written. As in Amazon's own examples
// tax comes on top of the prices; a part of the orders has it in them, because Amazon's documents do not say.
import type { Money } from '../../amazon/order.mts';
import type { AnyField } from '../scenario.mts';
import { amountText, roundedQuotient } from '../money.mts';
import type { Marketplace } from './marketplaces.mts';

export interface ItemAmounts {
	/** Price of one, and how many. */
	unit: number;
	quantity: number;
	shipping: number;
	giftWrap: number;
	/** Taken off the goods, and off the shipping. */
	discount: number;
	shippingDiscount: number;
}

/** How an order's amounts are to be read. */
export interface MoneyForm {
	/** On top of the prices, or in them. */
	tax: 'added' | 'included';
	/** How a discount is written. */
	discounts: 'positive' | 'negative';
}

export interface ItemMoney {
	breakdowns: AnyField[];
	/** What the merchant gets for the item, in minor units. */
	total: number;
}

/** The proceeds of one item. */
export function itemMoney(
	amounts: ItemAmounts,
	marketplace: Marketplace,
	form: MoneyForm,
): ItemMoney {
	const { currency, taxRate } = marketplace;
	const goods = amounts.unit * amounts.quantity;
	const taxOf = (minor: number) =>
		form.tax === 'added'
			? roundedQuotient(minor * taxRate, 100)
			: roundedQuotient(minor * taxRate, 100 + taxRate);
	const taxes = [
		['ITEM', taxOf(goods - amounts.discount)],
		['SHIPPING', taxOf(amounts.shipping - amounts.shippingDiscount)],
		['GIFT_WRAP', taxOf(amounts.giftWrap)],
	] as const;
	const tax = taxes.reduce((sum, [, minor]) => sum + minor, 0);
	const off = amounts.discount + amounts.shippingDiscount;
	const sign = form.discounts === 'negative' ? -1 : 1;
	const entry = (
		type: string,
		minor: number,
		parts: ReadonlyArray<readonly [string, number]> = [],
	) =>
		minor === 0 && type !== 'ITEM'
			? []
			: [
					{
						type,
						subtotal: money(minor, currency),
						...(parts.length > 0 && {
							detailedBreakdowns: parts
								.filter(([, part]) => part !== 0)
								.map(([subtype, part]) => ({ subtype, value: money(part, currency) })),
						}),
					},
				];
	return {
		breakdowns: [
			...entry('ITEM', goods),
			...entry('SHIPPING', amounts.shipping),
			...entry('GIFT_WRAP', amounts.giftWrap),
			...entry('TAX', tax, taxes),
			...entry('DISCOUNT', sign * off, [
				['ITEM', sign * amounts.discount],
				['SHIPPING', sign * amounts.shippingDiscount],
			]),
		],
		total: goods + amounts.shipping + amounts.giftWrap - off + (form.tax === 'added' ? tax : 0),
	};
}

/** The order's own breakdown: that of its items, added up by type. */
export function orderBreakdowns(items: readonly ItemMoney[], currency: string): AnyField[] {
	const sums = new Map<string, number>();
	for (const { type, subtotal } of items.flatMap((item) => item.breakdowns)) {
		const minor = minorOf(subtotal as Money, currency);
		sums.set(String(type), (sums.get(String(type)) ?? 0) + minor);
	}
	return [...sums].map(([type, minor]) => ({ type, subtotal: money(minor, currency) }));
}

export function money(minor: number, currency: string): Money {
	return { amount: amountText(minor, currency), currencyCode: currency };
}

function minorOf({ amount }: Money, currency: string): number {
	const whole = Number(amount.replace('.', ''));
	return currency === 'JPY' || amount.includes('.') ? whole : whole * 100;
}
