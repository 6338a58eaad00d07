/**
 * What an Amazon order charges for, part by part and before it is decided how tax relates to prices: its items, and what
 * only the order as a whole has.
 */
import type { AmazonOrder, Money, OrderItem } from '../api/records';
import { chargesOf, extraKinds, itemCharges, minorOf, none, sumOf, type Charges } from './charges';
import { isReplacement, quantityOf } from './status';

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

/** The items with their charges. */
export function itemParts(order: AmazonOrder, orderCancelled: boolean): ItemPart[] {
	const isFree = isReplacement(order);
	return order.orderItems.map((item) => {
		const quantity = orderCancelled ? 0 : quantityOf(item);
		return {
			item,
			quantity,
			charges: quantity === 0 ? chargesOf([]) : itemCharges(item, quantity, isFree),
			byMarketplace:
				item.tax?.taxCollections.some(({ model }) => model === 'MARKETPLACE_FACILITATOR') ?? false,
		};
	});
}

/**
 * What only the order has: a delivery tip, and any kind that no item breaks down (the order's own breakdowns repeat the
 * items' otherwise). Items that were cancelled count as well: what they break down is not the others'.
 */
export function orderPart(order: AmazonOrder, parts: readonly Part[]): Part | null {
	const own = chargesOf(order.proceeds?.breakdowns ?? []);
	const items = order.orderItems.map(({ proceeds }) => chargesOf(proceeds?.breakdowns ?? []));
	const has = (pick: (charges: Charges) => number) => items.some((item) => pick(item) !== 0);
	const left: Charges = { amounts: none(), discounts: none(), taxes: none(), saysTax: false };
	for (const kind of extraKinds) {
		if (!has(({ amounts }) => amounts[kind])) left.amounts[kind] = own.amounts[kind];
	}
	if (!has(({ discounts }) => sumOf(discounts))) left.discounts.ITEM = sumOf(own.discounts);
	if (!items.some(({ saysTax }) => saysTax)) left.taxes.ITEM = sumOf(own.taxes);
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

/** Whether Amazon says what is paid: a grand total, or proceeds of every item that is sold. */
export function saysWhatIsPaid(order: AmazonOrder, parts: readonly ItemPart[]): boolean {
	if (order.proceeds?.grandTotal) return true;
	return parts.every(
		({ quantity, item: { proceeds } }) =>
			quantity === 0 ||
			(proceeds !== null && (proceeds.proceedsTotal !== null || proceeds.breakdowns.length > 0)),
	);
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
	return [
		...new Set(amounts.flatMap((money) => (money?.currencyCode ? [money.currencyCode] : []))),
	];
}
