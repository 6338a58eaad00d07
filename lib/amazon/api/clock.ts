/** Amazon's clock against ours: windows end minutes before now, so a clock that is ahead has every search refused. */
import type { Answer } from './transport';

const minute = 60_000;

/** The time at which Amazon answered, milliseconds; undefined where it does not say. */
export function timeOf({ headers }: Answer): number | undefined {
	const time = Date.parse(headers.date ?? '');
	return Number.isNaN(time) ? undefined : time;
}

/**
 * A sentence with a space behind it for a clock that is ahead by a minute and more; blank otherwise.
 * @param amazonTime milliseconds, as is `now`
 */
export function clockNote(amazonTime: number | undefined, now: number): string {
	if (amazonTime === undefined || now - amazonTime < minute) return '';
	const minutes = Math.round((now - amazonTime) / minute);
	return `The clock of n8n’s server is ${minutes === 1 ? 'a minute' : `${minutes} minutes`} ahead of Amazon’s: set it right. `;
}
