/**
 * Which fields of an order in Cin7 are filled in from the order that came in. What a person typed there stays; and where
 * a person typed another address, a flat number or company of the first one is not mixed into it.
 */
import type { Row } from '../cin7/client';
import { countryCode } from '../completeness/country';
import { filledUnless, type Filled } from '../completeness/filled';
import type { OrderItem } from '../orders/draftFromItem';
import { fittingTexts } from './fittingTexts';
import { addresses, addressFields, fillable, isDetail, type FillableField } from './orderFields';
import type { Change } from './outcome';
import type { StageOrder } from './stageOrder';
import type { StageSettings } from './settings';
import { labels, saysTheSame } from './words';

export interface Filling {
	row: Row;
	changes: Change[];
	/** Needed fields that stay blank because their text is longer than Cin7 keeps. */
	tooLong: FillableField[];
	notes: string[];
}

/** The texts to write on an existing order. */
export function fillBlanks(
	order: StageOrder,
	item: OrderItem,
	{ fields: mode, placeholders }: Pick<StageSettings, 'fields' | 'placeholders'>,
): Filling {
	const filled = filledUnless(placeholders);
	const filling: Filling = { row: {}, changes: [], tooLong: [], notes: [] };
	if (mode === 'none') return filling;
	const { texts, tooLong, notes } = fittingTexts(item);
	filling.tooLong = tooLong.filter((field) => !filled(order[field]));
	const kept: string[] = [];
	const unmixed =
		mode === 'blank' ? detailsOfOtherAddresses(order, texts, filled) : new Set<string>();
	for (const field of fillable) {
		const text = texts[field];
		if (text === undefined || unmixed.has(field)) continue;
		const before = order[field];
		if (!filled(before) || (mode === 'overwrite' && before !== text)) {
			filling.row[field] = text;
			filling.changes.push({ field, before, after: text });
		} else if (!meansTheSame(field, before, text)) {
			kept.push(field);
		}
	}
	if (filling.changes.length > 0) filling.notes.push(...notes);
	if (kept.length > 0) {
		filling.notes.push(
			`What stands in Cin7 was kept, though the order that came in says otherwise: ${labels(kept)}.`,
		);
	}
	return filling;
}

function detailsOfOtherAddresses(
	order: StageOrder,
	texts: Partial<Record<FillableField, string>>,
	filled: Filled,
): Set<string> {
	return new Set(
		addresses.flatMap((address) => {
			const fields = addressFields(address);
			const isOther = fields.some((field) => {
				const incoming = texts[field];
				return (
					incoming !== undefined &&
					filled(order[field]) &&
					!meansTheSame(field, order[field], incoming)
				);
			});
			return isOther ? fields.filter(isDetail) : [];
		}),
	);
}

/** `AU` and `Australia` are one country: a channel gives codes, and Cin7's own integrations give names. */
function meansTheSame(field: FillableField, a: string, b: string): boolean {
	if (saysTheSame(a, b)) return true;
	if (!field.endsWith('Country')) return false;
	const country = countryCode(a);
	return country !== null && country === countryCode(b);
}
