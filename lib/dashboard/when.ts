/** Moments and spans as the page says them, in a bot's own time zone. */
import { DateTime } from 'luxon';

/** A zone that is one; n8n runs a workflow whose zone it does not know in none that could be shown. */
export function knownZone(zone: string): string {
	// Luxon remembers zones it has seen this way; asking IANAZone takes a millisecond each time.
	return DateTime.fromMillis(0, { zone }).isValid ? zone : 'UTC';
}

/**
 * "Mon 1 Jun 2026, 06:00".
 * @param at in milliseconds; "Invalid DateTime" for a moment that is none
 * @param zone IANA name; UTC for one that is not known
 */
export function momentInWords(at: number, zone: string): string {
	return DateTime.fromMillis(at, { zone: knownZone(zone), locale: 'en' }).toFormat(
		'ccc d LLL yyyy, HH:mm',
	);
}

/**
 * "in 5 hours", "3 minutes ago", to the minute.
 * @param at in milliseconds
 * @param now in milliseconds
 * @throws luxon's error for a moment that is none
 */
export function fromNow(at: number, now: number): string {
	if (Math.abs(at - now) < 45_000) return at > now ? 'in less than a minute' : 'just now';
	const base = DateTime.fromMillis(now, { zone: 'UTC', locale: 'en' });
	const rounded = now + Math.round((at - now) / 60_000) * 60_000;
	return DateTime.fromMillis(rounded, { zone: 'UTC', locale: 'en' }).toRelative({ base }) ?? '';
}

/**
 * For machines: the same instant in ISO.
 * @param at in milliseconds
 * @throws RangeError for a moment that is none
 */
export function isoOf(at: number): string {
	return new Date(at).toISOString();
}
