/** What a 429 tells: Cin7 answers it with a quoted text rather than an object, with or without Retry-After. */
import { cin7Text } from './cin7Text';
import type { Answer } from './transport';

export type Period = 'second' | 'minute' | 'day';

export interface TooManyCalls {
	/** Milliseconds, as Retry-After says; null without one. */
	retryAfter: number | null;
	/** Which of the limits was reached; null when Cin7 does not say. */
	period: Period | null;
	/** How many calls Cin7 admits in that period; null when it does not say. */
	admitted: number | null;
}

/**
 * Reads a 429, such as `"API calls quota exceeded! maximum admitted 3 per Second."`
 * @param now milliseconds, for a Retry-After that is a date
 */
export function tooManyCalls(answer: Answer, now: number): TooManyCalls {
	const text = cin7Text(answer.body);
	const admitted = /admitted\s+([\d,]{1,12})\s+per/i.exec(text)?.[1].replaceAll(',', '');
	const period = /\bper\s+(second|minute|day)\b/i.exec(text)?.[1].toLowerCase();
	return {
		retryAfter: retryAfter(answer.headers['retry-after'], now),
		period: (period as Period | undefined) ?? null,
		admitted: admitted === undefined ? null : Number(admitted),
	};
}

function retryAfter(header: string | undefined, now: number): number | null {
	if (header === undefined || header.trim() === '') return null;
	const seconds = Number(header);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
	const date = Date.parse(header);
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}
