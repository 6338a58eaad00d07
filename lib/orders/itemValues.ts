/** Single values of an n8n item, read tolerantly: numbers or text, blanks in any form, damaged characters. */
import { parseJson } from '../cin7/cin7Text';
import type { DecimalText } from '../cin7/records';
import { parse, toText } from '../money/decimal';
import { wireNumber } from '../cin7/wireNumber';

export type Item = Readonly<Record<string, unknown>>;

/** Text on one line: control characters and what cannot be sent become spaces, outer spaces go. Blank when none. */
export function lineOf(value: unknown): string {
	return textOf(value)
		.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
		.trim();
}

/** Text that may have several lines. */
export function paragraphOf(value: unknown): string {
	return textOf(value)
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, ' ')
		.trim();
}

function textOf(value: unknown): string {
	if (typeof value === 'string') return value;
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** A whole number above 0, such as an id; 0 when there is none. */
export function idOf(value: unknown): number {
	const id = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
	return Number.isSafeInteger(id) && (id as number) > 0 ? (id as number) : 0;
}

/**
 * An amount as decimal text without exponent; blank when there is none.
 * @returns undefined for what is no number, or one with more digits than a JSON number carries
 */
export function amountOf(value: unknown): DecimalText | '' | undefined {
	if (value === undefined || value === null) return '';
	if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	const given = String(value).trim().replace(/^\+/, '');
	if (given === '') return '';
	try {
		const plain = toText(parse(given));
		wireNumber(plain);
		return plain;
	} catch {
		// Not a decimal number, or one that JSON cannot carry.
		return undefined;
	}
}

/** A block within an item, such as `amazon`; empty when there is none. */
export function blockOf(item: Item, name: string): Item {
	const value = item[name];
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Item)
		: {};
}

/** A list of blocks, also where it comes as JSON text. @returns undefined for anything else that is not blank */
export function listOf(value: unknown): Item[] | undefined {
	if (value === undefined || value === null || value === '') return [];
	if (typeof value === 'string') {
		const parsed = parseJson(value);
		return parsed === undefined || typeof parsed.value === 'string'
			? undefined
			: listOf(parsed.value);
	}
	const isBlocks =
		Array.isArray(value) &&
		value.every((entry) => typeof entry === 'object' && entry !== null && !Array.isArray(entry));
	return isBlocks ? (value as Item[]) : undefined;
}
