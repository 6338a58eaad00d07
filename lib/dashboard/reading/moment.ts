/** Moments in n8n's lists. */
import { z } from 'zod';

const aDay = 86_400_000;

/**
 * When something started, in milliseconds. Refuses what is no moment, and what lies further ahead than clocks are apart: such
 * a run would be the last one for ever.
 * @param now in milliseconds
 */
export function startedBy(now: number) {
	return z
		.union([z.string(), z.date()])
		.transform((value) => new Date(value).getTime())
		.refine((at) => at >= 0 && at <= now + aDay);
}
