/** Small pieces of the sentences about orders. */
import { inWords } from '../text/words';
import { labelOf } from './orderFields';

/** Fields by their labels in Cin7. */
export function labels(fields: readonly string[]): string {
	return inWords(fields.map(labelOf));
}

/** Whether two texts say the same to a person: letter case and spacing aside. */
export function saysTheSame(a: string, b: string): boolean {
	return plain(a) === plain(b);
}

export function isBlank(text: string): boolean {
	return text.trim() === '';
}

function plain(text: string): string {
	return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
