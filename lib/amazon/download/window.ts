/** Windows of time: which orders a download is about, fixed when it starts. Instants are milliseconds. */

const minute = 60_000;

/**
 * Amazon wants the end of a window to be two minutes old, because orders show up that late. Another minute is for clocks
 * that differ.
 */
export const settling = 3 * minute;

/** Amazon takes a page token for 24 hours; the last minutes are not worth a refused call. */
export const tokenLifetime = (24 * 60 - 10) * minute;

/** Amazon allows about 20 searches an hour: every 5 minutes leaves some for further pages. */
export const pollingFloorSeconds = 300;

/** The end of a window that opens now. */
export function windowEnd(now: number): number {
	return now - settling;
}

/**
 * Where the next window starts: the end of this one as Amazon understood it, less an overlap for orders that show up late.
 * @param echoed the end in Amazon's answer; null when it does not say
 * @param overlap minutes
 */
export function nextStart(before: number, echoed: number | null, overlap: number): number {
	return (echoed === null ? before : Math.min(before, echoed)) - overlap * minute;
}

/** ISO 8601 in UTC, as it goes to Amazon and into Progress. */
export function instantText(instant: number): string {
	return new Date(instant).toISOString();
}
