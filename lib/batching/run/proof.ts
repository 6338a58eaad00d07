/** Whether a document is what its manifest says: looked at when it is created, before it is approved, and after. */
import type { Order } from '../../cin7/records';
import { toMinor } from '../../money/currency';
import { totalFromHome } from '../../orders/homeTotal';
import type { LoggedDocument } from '../log';
import { hasOwnValue, type Manifest } from '../manifest';

/** A document or credit note with what decides its value. */
export type Valued = Pick<Order, 'reference' | 'total' | 'currencyCode' | 'currencyRate'>;

/**
 * Whether a total is exactly the batch's value, in either sign. Some accounts give totals of foreign orders in their own
 * currency: then it is as near as their cents allow.
 */
export function showsValue(order: Valued, due: string, currency: string): boolean {
	const dueMinor = Math.abs(toMinor(due, currency) ?? Number.NaN);
	const shown = toMinor(order.total, currency);
	if (shown !== null && Math.abs(shown) === dueMinor) return true;
	const home = totalFromHome(order);
	return home !== null && Math.abs(Math.abs(home.totalMinor) - dueMinor) <= home.hiddenMinor;
}

/** Why a live document does not show its manifest's value; null when it does. A negative batch's has no value itself. */
export function valueFault({ order }: LoggedDocument, manifest: Manifest): string | null {
	const due = hasOwnValue(manifest) ? manifest.total : '0';
	if (showsValue(order, due, manifest.currency)) return null;
	return `${order.reference} shows a total of ${order.total} where its members add up to ${due} ${manifest.currency}.`;
}

/** The same of the credit note of a negative batch. */
export function creditNoteFault(note: Valued, manifest: Manifest): string | null {
	if (showsValue(note, manifest.total, manifest.currency)) return null;
	return `${note.reference} shows a total of ${note.total} where its members add up to ${manifest.total} ${manifest.currency}.`;
}
