/** What of an order's texts fits into Cin7: nothing is cut silently, and nothing needed is cut at all. */
import type { OrderItem } from '../orders/draftFromItem';
import { fillable, isNeeded, longestText, type FillableField } from './orderFields';
import { labels } from './words';

export interface FittingTexts {
	/** Texts to send, without blank ones. */
	texts: Partial<Record<FillableField, string>>;
	/** Needed fields whose text is longer than Cin7 keeps: left blank, and the order is held. */
	tooLong: FillableField[];
	notes: string[];
}

/** The texts of an order that comes in. */
export function fittingTexts({ draft }: OrderItem): FittingTexts {
	const texts: FittingTexts['texts'] = {};
	const tooLong: FillableField[] = [];
	const cut: string[] = [];
	for (const field of fillable) {
		const text = draft[field];
		const most = longestText(field);
		if (text === '') continue;
		if (text.length <= most) texts[field] = text;
		else if (isNeeded(field)) tooLong.push(field);
		else {
			texts[field] = cutTo(text, most);
			cut.push(field);
		}
	}
	const notes = cut.length > 0 ? [`Cut to what Cin7 keeps: ${labels(cut)}.`] : [];
	return { texts, tooLong, notes };
}

/** Cut without leaving half a character at the end. */
export function cutTo(text: string, most: number): string {
	return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
