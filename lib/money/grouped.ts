/** Amounts as people read them. */
import type { DecimalText } from '../cin7/records';

/** Decimal text with its thousands set apart: `1234567.5` is `1,234,567.5`. */
export function grouped(amount: DecimalText): string {
	const [whole, fraction] = amount.split('.');
	const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return fraction === undefined ? apart : `${apart}.${fraction}`;
}
