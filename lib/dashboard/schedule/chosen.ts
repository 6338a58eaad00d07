/** What n8n chooses by itself where a schedule leaves it open: always the second, and an hour or minute that is not set. */
import { createHash } from 'node:crypto';

export type Open = 'second' | 'minute' | 'hour' | 'dayOfMonth';

/** From the first number to below the second. A day after the 28th would leave out February. */
const ranges: Readonly<Record<Open, [number, number]>> = {
	second: [0, 60],
	minute: [0, 60],
	hour: [0, 24],
	dayOfMonth: [1, 29],
};

/**
 * The same for a trigger for ever, different from trigger to trigger, so that not all start on the full minute.
 * Since n8n 2.4x it comes from a hash of the ids; older ones draw a random number when the workflow is published.
 * @param trigger `<workflow id>:<node id>`
 */
export function chosenByN8n(trigger: string, what: Open): number {
	const [from, below] = ranges[what];
	const hash = createHash('sha256').update(`${trigger}:${what}`).digest();
	return from + (hash.readUInt32BE(0) % (below - from));
}
