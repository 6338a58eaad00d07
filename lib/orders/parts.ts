/**
 * What an order charges for, exactly as it stands in Cin7 and before anything is rounded: its lines by account and tax
 * rate, then freight, surcharge and discount.
 */
import type { Order } from '../cin7/records';
import { noTax, taxRate, type TaxRate } from '../money/taxRate';
import type { Arithmetic } from './arithmetic';
import type { ComponentKind } from './components';

export interface Part<T> {
	readonly kind: ComponentKind;
	readonly accountCode: string;
	readonly rate: TaxRate;
	amount: T;
}

/**
 * What Cin7 does not say and its total has to tell: whether each line was rounded to the minor unit, as invoices show
 * lines, or only the whole; and whether the discount is an amount to add, as Cin7 means it, or to subtract.
 */
export interface Manner {
	readonly lines: 'rounded' | 'exact';
	readonly discount: 'added' | 'subtracted';
}

/** How many lines an order has, and so how many roundings its total may hold. The children of a kit carry no price. */
export function pricedLines(order: Order): number {
	let lines = 0;
	for (const line of order.lineItems) if (line.parentId === 0) lines += 1;
	return lines;
}

/**
 * The order's parts. Freight, surcharge and discount carry the order's own rate, lines theirs or else the order's.
 * @param taxed false when no part has tax whatever the rates say, as on an exempt order
 * @throws RangeError for a tax rate or an amount that cannot be read
 */
export function orderParts<T>(
	order: Order,
	arithmetic: Arithmetic<T>,
	taxed: boolean,
	manner: Manner,
): Part<T>[] {
	const parts: Part<T>[] = [];
	const ownRate = taxed ? taxRate(order.taxRate) : noTax;
	for (const line of order.lineItems) {
		if (line.parentId !== 0) continue;
		const rate = !taxed || line.taxRate === null ? ownRate : taxRate(line.taxRate);
		const exact = arithmetic.lineAmount(line);
		const amount = manner.lines === 'rounded' ? arithmetic.rounded(exact) : exact;
		const part = goodsPart(parts, line.accountCode, rate);
		if (part) part.amount = arithmetic.plus(part.amount, amount);
		else parts.push({ kind: 'goods', accountCode: line.accountCode, rate, amount });
	}
	const addPart = (kind: ComponentKind, amount: T) => {
		if (!arithmetic.isZero(amount)) parts.push({ kind, accountCode: '', rate: ownRate, amount });
	};
	addPart('freight', arithmetic.amount(order.freightTotal));
	addPart('surcharge', arithmetic.amount(order.surcharge));
	const discount = arithmetic.amount(order.discountTotal);
	addPart('discount', manner.discount === 'added' ? discount : arithmetic.opposite(discount));
	return parts;
}

function goodsPart<T>(parts: Part<T>[], account: string, rate: TaxRate): Part<T> | undefined {
	for (const part of parts) {
		if (part.accountCode === account && part.rate.text === rate.text) return part;
	}
	return undefined;
}
