/** The one place where decimal text becomes a JSON number, on its way to Cin7. */
import type { DecimalText } from './records';

/**
 * The number whose JSON text is the same decimal (`"12.30"` → 12.3).
 * @throws RangeError when no double prints as that decimal, so that no digit is ever lost on the wire
 */
export function wireNumber(text: DecimalText): number {
	const value = Number(text);
	if (!Number.isFinite(value) || canonical(String(value)) !== canonical(text)) {
		throw new RangeError(`${text} cannot be sent to Cin7 without losing digits`);
	}
	return value;
}

function canonical(text: DecimalText): DecimalText {
	const [whole, fraction = ''] = text.replace(/^-(?=0*\.?0*$)/, '').split('.');
	const digits = fraction.replace(/0+$/, '');
	return digits === '' ? whole : `${whole}.${digits}`;
}
