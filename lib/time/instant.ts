/** Cin7's date texts, read as instants. */
const pattern =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * The instant of a date as Cin7 writes it, in milliseconds: `2026-06-01T01:00:00Z`, `2024-11-17T02:41:56.17+13:00`, or
 * without an offset, which is UTC. Fractions below a millisecond are cut off, never rounded up over a cut-off.
 * @returns null for text that is no date, and for 0001-01-01, by which .NET says that there is none
 */
export function instantOf(text: string): number | null {
	return plainInstant(text) ?? instantByPattern(text);
}

/**
 * `2026-06-01T01:00:00Z` or `2026-06-01T01:00:00.17Z`, as Cin7 writes nearly all of them: a million are read in a blink.
 * Null for any other text.
 */
function plainInstant(text: string): number | null {
	if (text[10] !== 'T' || text[13] !== ':' || text[16] !== ':') return null;
	if (text[4] !== '-' || text[7] !== '-' || text[text.length - 1] !== 'Z') return null;
	const year = digits(text, 0) * 100 + digits(text, 2);
	const [month, day] = [digits(text, 5), digits(text, 8)];
	const [hour, minute, second] = [digits(text, 11), digits(text, 14), digits(text, 17)];
	// From 29 on a day may be one that the month does not have. NaN is in no range.
	const isPlain = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour <= 23;
	if (!isPlain || !(minute <= 59) || !(second <= 59)) return null;
	const millisecond = text.length === 20 ? 0 : millisecondsOf(text);
	if (Number.isNaN(millisecond)) return null;
	return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}

/** The first three digits of the fraction between the seconds and the `Z`; NaN where there is anything else. */
function millisecondsOf(text: string): number {
	const end = text.length - 1;
	if (text[19] !== '.' || end === 20) return NaN;
	let milliseconds = 0;
	let unit = 100;
	for (let at = 20; at < end; at++) {
		const digit = text.charCodeAt(at) - 48;
		if (!(digit >= 0 && digit <= 9)) return NaN;
		if (unit >= 1) milliseconds += digit * unit;
		unit /= 10;
	}
	return milliseconds;
}

/** The two-digit number at a position; NaN where there is none. */
function digits(text: string, at: number): number {
	const tens = text.charCodeAt(at) - 48;
	const ones = text.charCodeAt(at + 1) - 48;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function instantByPattern(text: string): number | null {
	const match = pattern.exec(text.trim());
	if (!match) return null;
	const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset = 'Z'] =
		match;
	if (year === '0001' || +hour > 23 || +minute > 59 || +second > 59) return null;
	const midnight = Date.UTC(+year, +month - 1, +day);
	const date = new Date(midnight);
	if (date.getUTCMonth() !== +month - 1 || date.getUTCDate() !== +day) return null;
	const milliseconds = +fraction.slice(0, 3).padEnd(3, '0');
	const time = ((+hour * 60 + +minute) * 60 + +second) * 1000 + milliseconds;
	return midnight + time - offsetOf(offset);
}

function offsetOf(offset: string): number {
	if (offset.toUpperCase() === 'Z') return 0;
	const minutes = +offset.slice(1, 3) * 60 + +offset.slice(-2);
	return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
