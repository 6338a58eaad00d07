/** Cin7's words about a row without what was in it: it may quote names and addresses, which belong in no log or e-mail. */
import type { Row } from '../cin7/client';
import { labelOf } from './orderFields';

/** Fields that say something about a person. */
const personal =
	/(name|company|email|phone|mobile|fax|address\d?|city|state|postalcode|country|instructions)$/i;
const notPersonal = new Set(['projectName', 'branchEmail']);

/** Shorter texts are in every sentence. */
const shortest = 3;

/** The words, with every personal text of the row replaced by its field's label in brackets. */
export function withoutValues(words: string, row: Row): string {
	const values = Object.entries(row)
		.filter(([field]) => personal.test(field) && !notPersonal.has(field))
		.flatMap(([field, value]) => (typeof value === 'string' ? [{ field, text: value.trim() }] : []))
		.filter(({ text }) => text.length >= shortest)
		.sort((a, b) => b.text.length - a.text.length);
	if (values.length === 0) return words;
	const labels = new Map<string, string>();
	for (const { field, text } of values) {
		const key = plain(text);
		if (!labels.has(key)) labels.set(key, `[${labelOf(field)}]`);
	}
	const pattern = [...labels.keys()].map((text) => escaped(text).replace(/ /g, '\\s+')).join('|');
	return words.replace(new RegExp(pattern, 'gi'), (found) => labels.get(plain(found)) ?? '[…]');
}

function plain(text: string): string {
	return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
