/** What is missing of the line items: the lines themselves, or the product, quantity or price of one. */
import { idOf, listOf } from '../orders/itemValues';
import { lineParts } from './fields';
import type { Filled } from './filled';
import { groupLabels, type CompletenessSettings } from './settings';
import type { AnyOrder } from '../orders/anyOrder';
import type { MissingField } from './verdict';

const group = groupLabels.lineItems;
const decimal = /^\s*[+-]?(\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?\s*$/;

type Amount = 'none' | 'zero' | 'number';

interface Line {
	index: number;
	line: AnyOrder;
	quantity: Amount;
}

/**
 * A line of quantity 0 is one that the channel cancelled: while another line has a quantity, nothing is asked of it. The
 * parts of a kit are priced and chosen by the line above them, so nothing is asked of them either.
 */
export function lineCheck(
	{ notRequired, zeroPrices }: Pick<CompletenessSettings, 'notRequired' | 'zeroPrices'>,
	filled: Filled,
): (order: AnyOrder) => MissingField[] {
	const asked = {
		lines: !notRequired.includes('lineItems'),
		product: !notRequired.includes('lineItems.code'),
		quantity: !notRequired.includes('lineItems.qty'),
		price: !notRequired.includes('lineItems.unitPrice'),
	};
	return ({ lineItems }) => {
		if (Array.isArray(lineItems) && lineItems.length > 0 && lineItems.every(isWhole)) return [];
		const lines = linesOf(lineItems);
		if (lines.length === 0) return asked.lines ? [noLines] : [];
		const somethingToSend = lines.some(({ quantity }) => quantity === 'number');
		return lines.flatMap(({ index, line, quantity }) => {
			if (quantity === 'zero' && somethingToSend) return [];
			const missing: MissingField[] = [];
			if (asked.product && !namesProduct(line)) missing.push(lineField(index, 'product'));
			if (asked.quantity && quantity !== 'number') missing.push(lineField(index, 'quantity'));
			if (asked.price && !hasPrice(line)) missing.push(lineField(index, 'price'));
			return missing;
		});
	};

	/** A line of its own of which nothing is missing, whatever is asked for. */
	function isWhole(entry: unknown): boolean {
		if (typeof entry !== 'object' || entry === null) return false;
		const line = entry as AnyOrder;
		const isOwn = line.parentId === undefined || line.parentId === 0 || line.parentId === null;
		return isOwn && numberIn(line.qty) === 'number' && namesProduct(line) && hasPrice(line);
	}

	function namesProduct({ code, productId, productOptionId }: AnyOrder): boolean {
		return filled(code) || idOf(productOptionId) > 0 || idOf(productId) > 0;
	}

	function hasPrice({ unitPrice }: AnyOrder): boolean {
		const price = numberIn(unitPrice);
		return price === 'number' || (price === 'zero' && zeroPrices === 'accept');
	}
}

const noLines: MissingField = {
	field: 'lineItems',
	label: groupLabels.lineItems,
	group,
	why: 'The order has no line, so there is nothing to send.',
};

/** Labels of the rules about lines, for a choice of those to let pass. */
export const lineFields = [
	{ field: 'lineItems', label: 'Line Items' },
	...Object.values(lineParts).map(({ field, label }) => ({
		field: `lineItems.${field}`,
		label: `Line ${label}`,
	})),
];

function linesOf(lineItems: unknown): Line[] {
	// A form or a spreadsheet may give them as JSON text.
	const entries = typeof lineItems === 'string' ? listOf(lineItems) : lineItems;
	if (!Array.isArray(entries)) return [];
	return entries.flatMap((entry: unknown, index) => {
		const line = (typeof entry === 'object' && entry !== null ? entry : {}) as AnyOrder;
		return idOf(line.parentId) > 0 ? [] : [{ index, line, quantity: numberIn(line.qty) }];
	});
}

function lineField(index: number, part: keyof typeof lineParts): MissingField {
	const { field, label, why } = lineParts[part];
	return {
		field: `lineItems[${index}].${field}`,
		label: `Line ${index + 1} ${label}`,
		group,
		why,
	};
}

/** By its digits, because amounts are text of any length: 0.00 is zero, 1e-7 is not. */
function numberIn(value: unknown): Amount {
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) return 'none';
		return value === 0 ? 'zero' : 'number';
	}
	const digits = typeof value === 'string' ? decimal.exec(value)?.[1] : undefined;
	if (digits === undefined) return 'none';
	return /[1-9]/.test(digits) ? 'number' : 'zero';
}
