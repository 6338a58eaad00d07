/** What of an order's texts fits into Cin7: nothing is cut silently, and nothing needed is cut at all. */
import { filledUnless } from '../completeness/filled';
import { fillable, isNeeded, longestText, type FillableField } from './orderFields';
import { labels } from './words';
import type { StageItem } from './stageItem';

export interface FittingTexts {
	/** Texts to send, without blank ones. */
	texts: Partial<Record<FillableField, string>>;
	/** Needed fields whose text is longer than Cin7 keeps: left blank, and the order is held. */
	tooLong: FillableField[];
	notes: string[];
}

/**
 * The texts of an order that comes in.
 * @param placeholders texts that say nothing, which are not sent
 */
export function fittingTexts({ draft }: StageItem, placeholders: readonly string[]): FittingTexts {
	const filled = filledUnless(placeholders);
	const texts: FittingTexts['texts'] = {};
	const tooLong: FillableField[] = [];
	const cut: string[] = [];
	for (const field of fillable) {
		const text = draft[field];
		const most = longestText(field);
		if (!filled(text)) continue;
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
