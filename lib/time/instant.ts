/** Cin7's date texts, read as instants. */
const pattern =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * The instant of a date as Cin7 writes it, in milliseconds: `2026-06-01T01:00:00Z`, `2024-11-17T02:41:56.17+13:00`, or
 * without an offset, which is UTC. Fractions below a millisecond are cut off, never rounded up over a cut-off.
 * @returns null for text that is no date, and for 0001-01-01, by which .NET says that there is none
 */
export function instantOf(text: string): number | null {
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
