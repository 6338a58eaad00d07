/**
 * Which fields of an order in Cin7 are filled in from the order that came in. What a person typed there stays; and where
 * a person typed another address, a flat number or company of the first one is not mixed into it.
 */
import type { Row } from '../cin7/client';
import type { OrderItem } from '../orders/draftFromItem';
import { fittingTexts } from './fittingTexts';
import { addresses, addressFields, fillable, isDetail, type FillableField } from './orderFields';
import type { Change } from './outcome';
import type { StageOrder } from './stageOrder';
import type { StageSettings } from './settings';
import { isBlank, labels, saysTheSame } from './words';

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
	mode: StageSettings['fields'],
): Filling {
	const filling: Filling = { row: {}, changes: [], tooLong: [], notes: [] };
	if (mode === 'none') return filling;
	const { texts, tooLong, notes } = fittingTexts(item);
	filling.tooLong = tooLong.filter((field) => isBlank(order[field]));
	const kept: string[] = [];
	const unmixed = mode === 'blank' ? detailsOfOtherAddresses(order, texts) : new Set<string>();
	for (const field of fillable) {
		const text = texts[field];
		if (text === undefined || unmixed.has(field)) continue;
		const before = order[field];
		if (isBlank(before) || (mode === 'overwrite' && before !== text)) {
			filling.row[field] = text;
			filling.changes.push({ field, before, after: text });
		} else if (!saysTheSame(before, text)) {
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
): Set<string> {
	return new Set(
		addresses.flatMap((address) => {
			const fields = addressFields(address);
			const isOther = fields.some((field) => {
				const incoming = texts[field];
				return (
					incoming !== undefined && !isBlank(order[field]) && !saysTheSame(order[field], incoming)
				);
			});
			return isOther ? fields.filter(isDetail) : [];
		}),
	);
}
