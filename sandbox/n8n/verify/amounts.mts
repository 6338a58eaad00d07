// Amounts as integers of the currency's smallest unit, read from decimal text. Nothing here is ever a float: a JSON number
// is taken by the digits it is written with.

const digitsOf = new Map<string, number>();

/** How many digits stand after the point: 2 for AUD, 0 for JPY, 3 for KWD. */
function minorDigits(currency: string): number {
	let digits = digitsOf.get(currency);
	if (digits === undefined) {
		const format = new Intl.NumberFormat('en', { style: 'currency', currency });
		digits = format.resolvedOptions().maximumFractionDigits ?? 2;
		digitsOf.set(currency, digits);
	}
	return digits;
}

/**
 * `12.3` AUD → 1230n.
 * @throws when it is no decimal number or finer than the currency's smallest unit
 */
export function minorUnits(amount: number | string, currency: string): bigint {
	const [, sign = '', whole = '', fraction = ''] =
		/^(-?)(\d+)(?:\.(\d+))?$/.exec(String(amount)) ?? [];
	const digits = minorDigits(currency);
	const kept = fraction.slice(0, digits).padEnd(digits, '0');
	if (whole === '' || /[1-9]/.test(fraction.slice(digits))) {
		throw new Error(`"${amount}" is not an amount in ${currency}`);
	}
	return BigInt(`${sign}${whole}${kept}`);
}

/** 1230n AUD → `12.30`. */
export function amountText(minor: bigint, currency: string): string {
	const digits = minorDigits(currency);
	const text = magnitude(minor)
		.toString()
		.padStart(digits + 1, '0');
	const point = text.length - digits;
	const fraction = digits === 0 ? '' : `.${text.slice(point)}`;
	return `${minor < 0n ? '-' : ''}${text.slice(0, point)}${fraction}`;
}

export function magnitude(minor: bigint): bigint {
	return minor < 0n ? -minor : minor;
}

export function sum(amounts: Iterable<bigint>): bigint {
	let total = 0n;
	for (const amount of amounts) total += amount;
	return total;
}
