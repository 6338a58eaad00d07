/** Where a download starts: at a time that a person gave, or where Progress says that an earlier one stopped. */
import { instantOf } from '../../time/instant';
import type { ProgressStart } from './progress';
import { tokenLifetime, windowEnd } from './window';

export interface Start {
	/** Milliseconds; both ends belong to the window. */
	after: number;
	before: number;
	/** Leads to the page to go on with; blank for the first. */
	token: string;
	/** Milliseconds; 0 without a token. */
	tokenTime: number;
	/** How often the token was refused before. */
	tokenRefusals: number;
	/** Why the window was started again, or what else a person should know; blank otherwise. */
	message: string;
}

/**
 * The start that follows from Progress.
 * @param mark see settingsMark
 * @param now milliseconds
 */
export function startFrom(progress: ProgressStart, mark: string, now: number): Start {
	const after = atOf(progress.updatedAfter);
	if (progress.state === 'complete') {
		const changed = progress.settings !== '' && progress.settings !== mark;
		return startAt(after, now, changed ? settingsChanged(progress.updatedAfter) : '');
	}
	const again = whyAgain(progress, mark, now);
	if (again !== '') return startAt(after, now, again);
	return {
		after,
		before: atOf(progress.window.before),
		token: progress.token,
		tokenTime: atOf(progress.tokenTime),
		tokenRefusals: progress.tokenRefusals,
		message: '',
	};
}

/** A new window that ends as late as Amazon allows now. */
export function startAt(after: number, now: number, message = ''): Start {
	return { after, before: windowEnd(now), token: '', tokenTime: 0, tokenRefusals: 0, message };
}

/** Why a window that is not done cannot go on where it stopped; blank when it can. */
function whyAgain(progress: ProgressStart, mark: string, now: number): string {
	const { window, token, tokenTime, updatedAfter } = progress;
	if (token === '' || window.after === '' || window.before === '' || tokenTime === '') {
		return `Progress does not say how to go on, so the download starts again from ${updatedAfter}.`;
	}
	if (atOf(updatedAfter) !== atOf(window.after)) {
		return `updatedAfter in Progress was changed, so the download starts again from ${updatedAfter}.`;
	}
	if (atOf(window.before) < atOf(window.after)) {
		return `The window in Progress ends before it begins, so the download starts again from ${updatedAfter}.`;
	}
	if (progress.settings !== mark) {
		return `The settings or the credential changed while a download was under way, so it starts again from ${updatedAfter}.`;
	}
	if (now - atOf(tokenTime) > tokenLifetime) {
		return `Amazon keeps a place in a download for 24 hours and this one is older, so it starts again from ${updatedAfter}. Orders that were saved already are recognised by their Amazon order ID.`;
	}
	return '';
}

function settingsChanged(updatedAfter: string): string {
	return `The settings or the credential changed since the last download. Orders that the new settings add are downloaded from ${updatedAfter} on; for older ones, set updatedAfter back.`;
}

/** Progress was read before, so its texts are dates. */
function atOf(text: string): number {
	return instantOf(text) ?? NaN;
}
