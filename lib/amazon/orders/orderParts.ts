/**
 * What an Amazon order charges for, part by part and before it is decided how tax relates to prices: its items, and what
 * only the order as a whole has.
 */
import type { AmazonOrder, Money, OrderItem } from '../api/records';
import { chargesOf, extraKinds, itemCharges, minorOf, none, sumOf, type Charges } from './charges';
import { isItemCancelled } from './status';

export interface Part {
	charges: Charges;
	/** Whether the marketplace collects the tax of it. */
	byMarketplace: boolean;
}

export interface ItemPart extends Part {
	item: OrderItem;
	/** 0 when it was cancelled; it has no charges then. */
	quantity: number;
}

/** An item with its charges. */
export function itemPart(item: OrderItem, orderCancelled: boolean): ItemPart {
	const quantity = orderCancelled || isItemCancelled(item) ? 0 : item.quantityOrdered;
	return {
		item,
		quantity,
		charges: quantity === 0 ? chargesOf([]) : itemCharges(item),
		byMarketplace:
			item.tax?.taxCollections.some(({ model }) => model === 'MARKETPLACE_FACILITATOR') ?? false,
	};
}

/**
 * What only the order has: a delivery tip, and any kind that no item breaks down (the order's own breakdowns repeat the
 * items' otherwise).
 */
export function orderPart(order: AmazonOrder, parts: readonly Part[]): Part | null {
	const own = chargesOf(order.proceeds?.breakdowns ?? []);
	const has = (pick: (charges: Charges) => number) =>
		parts.some(({ charges }) => pick(charges) !== 0);
	const left: Charges = { amounts: none(), discounts: none(), taxes: none(), saysTax: false };
	for (const kind of extraKinds) {
		if (!has(({ amounts }) => amounts[kind])) left.amounts[kind] = own.amounts[kind];
	}
	if (!has(({ discounts }) => sumOf(discounts))) left.discounts.ITEM = sumOf(own.discounts);
	if (!parts.some(({ charges }) => charges.saysTax)) left.taxes.ITEM = sumOf(own.taxes);
	if (sumOf(left.amounts) === 0 && left.discounts.ITEM === 0 && left.taxes.ITEM === 0) return null;
	const byMarketplace = parts.length > 0 && parts.every((part) => part.byMarketplace);
	return { charges: left, byMarketplace };
}

/** Where there is no grand total: what the items come to, if every one says so. */
export function itemTotal(order: AmazonOrder): number | null {
	const totals = order.orderItems.map(({ proceeds }) => proceeds?.proceedsTotal ?? null);
	if (totals.length === 0 || totals.some((total) => total === null)) return null;
	return (totals as Money[]).reduce((sum, total) => sum + minorOf(total), 0);
}

/** The currencies that an order's amounts are in: one, as far as anybody has seen. */
export function currenciesOf({ proceeds, orderItems }: AmazonOrder): string[] {
	const amounts = [
		proceeds?.grandTotal,
		...orderItems.flatMap((item) => [
			item.proceeds?.proceedsTotal,
			...(item.proceeds?.breakdowns.map(({ subtotal }) => subtotal) ?? []),
			item.product?.price?.unitPrice,
		]),
		...(proceeds?.breakdowns.map(({ subtotal }) => subtotal) ?? []),
	];
	return [...new Set(amounts.flatMap((money) => (money ? [money.currencyCode] : [])))];
}
