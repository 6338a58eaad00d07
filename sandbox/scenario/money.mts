// Amounts as whole minor units (cents, whole yen), and how they are written on the wire and in the
// expectations. Every step is exact: products stay far below 2^53, and a whole number divided by a
// power of ten gives the JSON number with exactly those digits.

/** Digits after the point in the scenario's currencies. */
export function minorDigits(currency: string): number {
	return currency === 'JPY' ? 0 : 2;
}

/** `1234, 'AUD'` → 12.34, `1234, 'JPY'` → 1234. */
export function wireAmount(minor: number, currency: string): number {
	return minor === 0 ? 0 : minor / 10 ** minorDigits(currency);
}

/** `1230, 'AUD'` → "12.30"; always all digits of the currency. */
export function amountText(minor: number, currency: string): string {
	const digits = minorDigits(currency);
	if (digits === 0) return String(minor);
	const text = String(Math.abs(minor)).padStart(digits + 1, '0');
	return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** `up / down`, a half rounded away from zero. Whole numbers; `down` is positive. */
export function roundedQuotient(up: number, down: number): number {
	if (!Number.isSafeInteger(2 * up + down)) throw new RangeError(`${up} / ${down} is out of range`);
	const size = Math.abs(up);
	const quotient = (2 * size + down - ((2 * size + down) % (2 * down))) / (2 * down);
	return up < 0 ? -quotient : quotient;
}
