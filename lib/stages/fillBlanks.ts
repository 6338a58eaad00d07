/**
 * Which fields of an order in Cin7 are filled in from the order that came in. What a person typed there stays; and where
 * a person typed another address, nothing of the channel's is mixed into it.
 */
import type { Row } from '../cin7/client';
import { addressCheck } from '../completeness/addresses';
import { countryCode } from '../completeness/country';
import { addresses as kinds } from '../completeness/fields';
import { filledUnless, type Filled } from '../completeness/filled';
import { fittingTexts } from './fittingTexts';
import { addresses, addressFields, fillable, type FillableField } from './orderFields';
import type { Change } from './outcome';
import type { StageOrder } from './stageOrder';
import type { StageSettings } from './settings';
import { labels, saysTheSame } from './words';
import type { StageItem } from './stageItem';

export interface Filling {
	row: Row;
	changes: Change[];
	/** Needed fields that stay blank because their text is longer than Cin7 keeps. */
	tooLong: FillableField[];
	/** Needed fields that stay blank because the rest of their address is another than the channel's. */
	withheld: FillableField[];
	notes: string[];
}

/** The texts to write on an existing order. */
export function fillBlanks(
	order: StageOrder,
	item: StageItem,
	{ fields: mode, placeholders }: Pick<StageSettings, 'fields' | 'placeholders'>,
): Filling {
	const filled = filledUnless(placeholders);
	const filling: Filling = { row: {}, changes: [], tooLong: [], withheld: [], notes: [] };
	if (mode === 'none') return filling;
	const { texts, tooLong, notes } = fittingTexts(item, placeholders);
	filling.tooLong = tooLong.filter((field) => !filled(order[field]));
	const kept: string[] = [];
	const unmixed =
		mode === 'blank' ? otherAddresses(order, texts, filled) : new Set<FillableField>();
	filling.withheld = neededOf(unmixed, order, texts, filled);
	for (const field of fillable) {
		const text = texts[field];
		const before = order[field];
		if (text === undefined || (unmixed.has(field) && !filled(before))) continue;
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

/** The fields of addresses that differ from the channel's in what is filled in. */
function otherAddresses(
	order: StageOrder,
	texts: Partial<Record<FillableField, string>>,
	filled: Filled,
): Set<FillableField> {
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
			return isOther ? fields : [];
		}),
	);
}

/** Those that an address needs and the channel has. */
function neededOf(
	unmixed: ReadonlySet<FillableField>,
	order: StageOrder,
	texts: Partial<Record<FillableField, string>>,
	filled: Filled,
): FillableField[] {
	if (unmixed.size === 0) return [];
	const missing = new Set(
		kinds
			.flatMap((kind) => addressCheck(kind, neededFields, filled)({ ...order }))
			.map(({ field }) => field),
	);
	return [...unmixed].filter((field) => missing.has(field) && texts[field] !== undefined);
}

const neededFields = { addressFields: 'needed', notRequired: [] } as const;

/** `AU` and `Australia` are one country: a channel gives codes, and Cin7's own integrations give names. */
function meansTheSame(field: FillableField, a: string, b: string): boolean {
	if (saysTheSame(a, b)) return true;
	if (!field.endsWith('Country')) return false;
	const country = countryCode(a);
	return country !== null && country === countryCode(b);
}
