/**
 * What to make of Amazon's 400, which says little: the page token is none any more, the window is not yet allowed because
 * a clock is ahead, or Amazon has an outage of its own, which looks just the same.
 */
import { clockNote } from '../api/clock';
import { AmazonFailure } from '../api/errors';
import { startAt, type Start } from './start';
import { instantText, windowEnd } from './window';

/** `keep`: the token is good for another try in the next execution. Null: the refusal stands. */
export type AfterRefusal = Start | 'keep' | null;

/**
 * What comes after a refusal of the first search of an execution.
 *
 * A token that Amazon names in its refusal is given up, and the window starts again. One that it refuses without a word is
 * kept once more: an outage would otherwise cost all pages downloaded so far. At an outage the window's first page is
 * refused as well, and nothing moves.
 * @param now milliseconds
 */
export function afterRefusal(start: Start, failure: unknown, now: number): AfterRefusal {
	if (!(failure instanceof AmazonFailure)) return null;
	if (failure.kind !== 'refused' || failure.status !== 400) return null;
	if (start.token === '') return earlierEnd(start, failure.amazonTime, now);
	if (!failure.isPageToken && start.tokenRefusals === 0) return 'keep';
	return startAt(start.after, now, refusedToken(start.after));
}

/** The window by Amazon's clock, where ours is ahead of it. */
function earlierEnd(start: Start, amazonTime: number | undefined, now: number): Start | null {
	const note = clockNote(amazonTime, now);
	if (note === '' || amazonTime === undefined) return null;
	const before = windowEnd(amazonTime);
	if (before >= start.before || before <= start.after) return null;
	const message = `${note}Until then downloads end earlier, and each takes one search more.`;
	return { ...start, before, message: [start.message, message].filter(Boolean).join(' ') };
}

function refusedToken(after: number): string {
	return `Amazon no longer knows the place where the last download stopped, so it starts again from ${instantText(after)}. Orders that were saved already are recognised by their Amazon order ID.`;
}

export const tokenKept =
	'Amazon refused to go on where the last download stopped, which may pass. The next execution tries the same place once more, and after that starts the window again.';
