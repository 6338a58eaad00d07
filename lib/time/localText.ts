/** Instants as a person of the zone reads them. */
import { wallTimeAt } from './zone';

/** An instant (milliseconds) as `2026-06-01 11:00` on a zone's clocks; seconds are cut off. */
export function localText(instant: number, zone: string): string {
	return new Date(wallTimeAt(instant, zone)).toISOString().slice(0, 16).replace('T', ' ');
}
