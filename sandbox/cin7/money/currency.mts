// What a currency code says about amounts and their sign.

const digits = new Map<string, number>();
const symbols = new Map<string, string>();

/** How many digits stand after the point: 2 for most, 0 for JPY, 3 for KWD (ISO 4217). */
export function minorDigits(currencyCode: string | null | undefined): number {
	return remembered(
		digits,
		currencyCode,
		(code) => {
			const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
			return format.resolvedOptions().maximumFractionDigits ?? 2;
		},
		2,
	);
}

export function currencySymbol(currencyCode: string | null | undefined): string {
	return remembered(
		symbols,
		currencyCode,
		(code) => {
			const options = {
				style: 'currency',
				currency: code,
				currencyDisplay: 'narrowSymbol',
			} as const;
			const parts = new Intl.NumberFormat('en', options).formatToParts(0);
			return parts.find((part) => part.type === 'currency')?.value ?? code;
		},
		'',
	);
}

function remembered<T>(
	known: Map<string, T>,
	code: string | null | undefined,
	find: (code: string) => T,
	otherwise: T,
): T {
	if (!code) return otherwise;
	let value = known.get(code);
	if (value === undefined) {
		value = /^[A-Za-z]{3}$/.test(code) ? find(code) : otherwise;
		known.set(code, value);
	}
	return value;
}
