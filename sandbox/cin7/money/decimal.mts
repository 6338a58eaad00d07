// Decimal numbers without floats: a whole number of units and how many digits stand after the point.
// JSON numbers come in as the shortest text that means them, so 19.99 is exactly 1999 hundredths.

export interface Decimal {
	units: bigint;
	digits: number;
}

export const zero: Decimal = { units: 0n, digits: 0 };

const pattern = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/** Reads `12.5`, `"12.50"` or `1e-7`. Nothing at all reads as zero. */
export function decimal(value: number | string | null | undefined): Decimal {
	if (value === null || value === undefined || value === '') return zero;
	const match = pattern.exec(String(value).trim());
	if (match === null) throw new RangeError(`${String(value)} is not a decimal number`);
	const [, sign, whole, fraction = '', exponent = '0'] = match;
	const digits = fraction.length - Number(exponent);
	const units = BigInt(`${sign}${whole}${fraction}`);
	return digits < 0 ? { units: units * power(-digits), digits: 0 } : { units, digits };
}

export function add(a: Decimal, b: Decimal): Decimal {
	const digits = Math.max(a.digits, b.digits);
	return { units: scaled(a, digits) + scaled(b, digits), digits };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
	return add(a, { units: -b.units, digits: b.digits });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
	return { units: a.units * b.units, digits: a.digits + b.digits };
}

/** `a / b` with `digits` digits after the point, a half rounded away from zero. */
export function divide(a: Decimal, b: Decimal, digits: number): Decimal {
	if (b.units === 0n) throw new RangeError('division by zero');
	const up = a.units * power(digits + b.digits);
	const down = b.units * power(a.digits);
	return { units: roundedQuotient(up, down), digits };
}

/** With `digits` digits after the point, a half rounded away from zero. */
export function round(a: Decimal, digits: number): Decimal {
	if (a.digits <= digits) return { units: scaled(a, digits), digits };
	return { units: roundedQuotient(a.units, power(a.digits - digits)), digits };
}

/** The JSON number that is written with the same digits. */
export function toNumber(a: Decimal): number {
	return Number(toText(a));
}

export function toText({ units, digits }: Decimal): string {
	if (digits === 0) return units.toString();
	const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
	return `${units < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function scaled(a: Decimal, digits: number): bigint {
	return a.digits === digits ? a.units : a.units * power(digits - a.digits);
}

function power(exponent: number): bigint {
	return 10n ** BigInt(exponent);
}

function roundedQuotient(up: bigint, down: bigint): bigint {
	const negative = up < 0n !== down < 0n;
	const dividend = up < 0n ? -up : up;
	const divisor = down < 0n ? -down : down;
	const quotient = (2n * dividend + divisor) / (2n * divisor);
	return negative ? -quotient : quotient;
}
