// Dates as the API writes them: UTC, `yyyy-MM-ddTHH:mm:ssZ`, with a fraction only when there is one.
// Written always in this one way, earlier instants also sort first as text (see `sortable`).

const pattern = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(Z|[+-]\d\d:?\d\d)?$/i;

/** Milliseconds since 1970 as the API writes them. */
export function writeInstant(ms: number): string {
	const text = new Date(ms).toISOString();
	return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text.replace(/0*Z$/, 'Z');
}

/**
 * Reads a date with any offset, or with none (then UTC), and gives it as the API writes it.
 * `undefined` when it is not a date.
 */
export function readInstant(text: string): string | undefined {
	const match = pattern.exec(text.trim());
	if (match === null) return undefined;
	const [, day, time = '00:00', offset = 'Z'] = match;
	const ms = Date.parse(`${day}T${time}${offset.toUpperCase().replace(/^(...)(\d\d)$/, '$1:$2')}`);
	if (Number.isNaN(ms)) return undefined;
	// Date.parse takes 31 February for 3 March; Cin7 would refuse it.
	if (offset.toUpperCase() === 'Z' && !new Date(ms).toISOString().startsWith(day)) return undefined;
	return writeInstant(ms);
}

/** The form in which instants compare as text: without the Z, `...:00` sorts before `...:00.5`. */
export function sortable(instant: string): string {
	return instant.replace(/Z$/, '');
}
