/** A moment on the page: in the bot's zone, and how long ago or until then. */
import { fromNow, isoOf, momentInWords } from '../when';
import { html, type Html } from './html';

export interface Clock {
	/** Milliseconds. */
	now: number;
	/** IANA name. */
	zone: string;
}

/**
 * @param at in milliseconds
 * @throws RangeError for a moment that is none
 */
export function timeHtml(at: number, { now, zone }: Clock): Html {
	return html`<time datetime="${isoOf(at)}">${momentInWords(at, zone)}</time>
		<span class="soft">(${fromNow(at, now)})</span>`;
}
