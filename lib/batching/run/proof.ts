/** Whether a document is what its manifest says: looked at when it is created, before it is approved, and after. */
import type { DecimalText, Order } from '../../cin7/records';
import { toMinor } from '../../money/currency';
import { add, compare, multiply, negate, parse, type Decimal } from '../../money/decimal';
import { totalFromHome } from '../../orders/homeTotal';
import type { LoggedDocument } from '../log';
import { hasOwnValue, type Manifest } from '../manifest';

/** A document or credit note with what decides its value. */
export type Valued = Pick<Order, 'reference' | 'total' | 'currencyCode' | 'currencyRate'>;

/**
 * Whether a total is exactly the batch's value, in either sign. Some accounts give totals of foreign orders in their own
 * currency: then it is as near as their cents allow.
 */
function showsValue(order: Valued, due: string, currency: string): boolean {
	const dueMinor = Math.abs(toMinor(due, currency) ?? Number.NaN);
	const shown = toMinor(order.total, currency);
	if (shown !== null && Math.abs(shown) === dueMinor) return true;
	const home = totalFromHome(order);
	return home !== null && Math.abs(Math.abs(home.totalMinor) - dueMinor) <= home.hiddenMinor;
}

/** Why a live document does not show its manifest's value; null when it does. A negative batch's has no value itself. */
export function valueFault({ order }: LoggedDocument, manifest: Manifest): string | null {
	const rate = manifest.currencyRate ?? null;
	if (hasOwnValue(manifest) && !isSameRate(order.currencyRate, rate)) {
		return `${order.reference} has the currency rate ${order.currencyRate ?? 'blank'} where its members come to ${rate}.`;
	}
	const due = hasOwnValue(manifest) ? manifest.total : '0';
	if (showsValue(order, due, manifest.currency)) return null;
	return `${order.reference} shows a total of ${order.total} where its members add up to ${due} ${manifest.currency}.`;
}

/** The same of the credit note of a negative batch. */
export function creditNoteFault(note: Valued, manifest: Manifest): string | null {
	if (showsValue(note, manifest.total, manifest.currency)) return null;
	return `${note.reference} shows a total of ${note.total} where its members add up to ${manifest.total} ${manifest.currency}.`;
}

/** Rates are kept to some decimals; the day's own rate is further off than one in ten thousand. */
export function isSameRate(kept: DecimalText | null, sent: DecimalText | null): boolean {
	if (sent === null) return true;
	const rate = parse(sent);
	const off = absolute(add(parse(kept ?? '0'), negate(rate)));
	return compare(multiply(off, parse('10000')), absolute(rate)) <= 0;
}

function absolute(decimal: Decimal): Decimal {
	return compare(decimal, parse('0')) < 0 ? negate(decimal) : decimal;
}
