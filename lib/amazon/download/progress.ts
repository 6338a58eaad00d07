/**
 * Progress: where a download stands, as one flat item that a row of a Data Table can keep and a person can read and edit.
 * It is all that the next execution needs, so the node itself remembers nothing. It holds no personal data.
 */
import { instantOf } from '../../time/instant';
import { parseJson } from '../api/amazonText';
import type { InstantText } from '../api/records';

export interface Progress {
	/** `complete`: everything up to now is downloaded. `more`: the window below goes on at its token. */
	state: 'complete' | 'more';
	/**
	 * Complete: the next download takes orders updated at or after this. More: the start of the window, the same as
	 * `window.after`; edited to another time, the download starts again from there.
	 */
	updatedAfter: InstantText;
	/** The window of this download; both ends belong to it. */
	window: { after: InstantText; before: InstantText };
	/** Leads to the next page; blank when complete. Amazon takes it for 24 hours. */
	token: string;
	/** When Amazon gave the token; blank when complete. */
	tokenTime: InstantText;
	/** How often Amazon refused the token without saying why; at the second time the window starts again. */
	tokenRefusals: number;
	/** Stands for the parameters of the download: a token is good only for the very same. */
	settings: string;
	/** Pages and orders of this execution. */
	pages: number;
	orders: number;
	/** Seconds after which the next execution finds calls to make. */
	waitSeconds: number;
	/** What comes next, in words. */
	nextStep: string;
	/** What a person should know: why the download starts again, or what stopped it. Blank when all is well. */
	message: string;
}

/** What of a Progress the next download goes by. */
export type ProgressStart = Pick<
	Progress,
	'state' | 'updatedAfter' | 'window' | 'token' | 'tokenTime' | 'tokenRefusals' | 'settings'
>;

/** What does not fit in a Progress that somebody gave; the message names the field. */
export class ProgressUnreadable extends Error {}

const ownFields = ['state', 'updatedAfter', 'window', 'token', 'settings'];

/**
 * Reads a Progress from JSON text or from an item: a Progress item, or a row that keeps its fields in columns (`window`
 * may be JSON text there, or two columns `windowAfter` and `windowBefore`). Only `updatedAfter` must be there; without
 * the rest the download starts at it.
 * @returns null when there is none: blank, an empty object, or an item without any of its fields
 * @throws ProgressUnreadable
 */
export function readProgress(given: unknown): ProgressStart | null {
	const value = typeof given === 'string' ? parsed(given) : given;
	if (value === null || value === undefined) return null;
	if (typeof value !== 'object') throw new ProgressUnreadable('It is no JSON object.');
	const entry = Array.isArray(value) ? soleEntry(value) : value;
	if (entry === null) return null;
	const fields = entry as Record<string, unknown>;
	if (ownFields.every((name) => isBlank(fields[name]))) return null;
	const updatedAfter = instantIn(fields.updatedAfter, 'updatedAfter');
	if (updatedAfter === '') throw new ProgressUnreadable('The field updatedAfter is empty.');
	return {
		state: fields.state === 'more' ? 'more' : 'complete',
		updatedAfter,
		window: windowIn(fields),
		token: textIn(fields.token),
		tokenTime: instantIn(fields.tokenTime, 'tokenTime'),
		tokenRefusals: countIn(fields.tokenRefusals),
		settings: textIn(fields.settings),
	};
}

/** A row that does not keep the count cannot count: then the first refusal is taken for the second. */
function countIn(value: unknown): number {
	const count = isBlank(value) ? NaN : Number(value);
	return Number.isSafeInteger(count) && count >= 0 ? count : 1;
}

function windowIn(fields: Record<string, unknown>): Progress['window'] {
	const { window } = fields;
	const nested = typeof window === 'string' ? parsed(window) : window;
	const { after = fields.windowAfter, before = fields.windowBefore } = (nested ?? {}) as {
		after?: unknown;
		before?: unknown;
	};
	return {
		after: instantIn(after, 'window.after'),
		before: instantIn(before, 'window.before'),
	};
}

function soleEntry(list: unknown[]): object | null {
	if (list.length === 0) return null;
	const [first] = list;
	if (list.length > 1 || typeof first !== 'object' || first === null) {
		throw new ProgressUnreadable('It is a list; give one Progress.');
	}
	return 'json' in first && typeof first.json === 'object' ? first.json : first;
}

function parsed(text: string): unknown {
	if (text.trim() === '') return null;
	const json = parseJson(text);
	if (json === undefined) throw new ProgressUnreadable('It is no JSON.');
	return json.value;
}

/** Data Tables and expressions turn dates into Date or luxon objects; both have a text form. */
function instantIn(value: unknown, name: string): InstantText {
	if (isBlank(value)) return '';
	const text =
		value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : textIn(value);
	if (instantOf(text) !== null) return text;
	throw new ProgressUnreadable(
		`The field ${name} is not a date and time${/^[\dT:.Z+ -]{1,40}$/i.test(text) ? `: there is no ${text}` : ''}. Write it like 2026-06-01T00:00:00Z.`,
	);
}

function textIn(value: unknown): string {
	if (isBlank(value)) return '';
	return typeof value === 'string' ? value.trim() : String(value);
}

function isBlank(value: unknown): boolean {
	return value === null || value === undefined || value === '';
}
