/** Line items, freight, surcharge and discount as Cin7 takes them. */
import type { Row } from '../cin7/client';
import { wireNumber } from '../cin7/wireNumber';
import type { OrderItem } from '../orders/draftFromItem';
import type { DraftLine } from '../orders/salesOrderDraft';
import { topLines, type StageLine, type StageOrder } from './stageOrder';

/** One line. Blank parts are left to Cin7. */
export function lineRow(line: DraftLine): Row {
	const { code, name, qty, unitPrice, discount, taxRate, integrationRef, lineComments } = line;
	return {
		...(code !== '' && { code }),
		...(name !== '' && { name }),
		qty: wireNumber(qty),
		...(unitPrice !== '' && { unitPrice: wireNumber(unitPrice) }),
		...(discount !== '' && { discount: wireNumber(discount) }),
		...(taxRate !== undefined && { taxRate: wireNumber(taxRate) }),
		...(integrationRef !== '' && { integrationRef }),
		...(lineComments !== undefined && { lineComments }),
	};
}

const charges = {
	freightTotal: 'freightDescription',
	surcharge: 'surchargeDescription',
	discountTotal: 'discountDescription',
} as const;

/**
 * The lines of an order with what is charged beside them.
 * @param order where they are added: what is charged there already stays
 */
export function moneyRows({ draft }: OrderItem, order?: StageOrder): Row {
	const row: Row = { lineItems: draft.lineItems.map(lineRow) };
	for (const [amount, description] of Object.entries(charges) as [
		keyof typeof charges,
		(typeof charges)[keyof typeof charges],
	][]) {
		if (draft[amount] === '' || (order && Number(order[amount]) !== 0)) continue;
		if (order && Number(draft[amount]) === 0) continue;
		row[amount] = wireNumber(draft[amount]);
		if (draft[description] !== '') row[description] = draft[description];
	}
	return row;
}

/**
 * Lines of the channel that an order holds more often than the channel does, as when two writers added them at once: of
 * each the surplus, the lowest ids staying.
 */
export function surplusLines(order: StageOrder, { draft }: OrderItem): StageLine[] {
	const left = new Map<string, number>();
	for (const { integrationRef } of draft.lineItems) {
		if (integrationRef !== '') left.set(integrationRef, (left.get(integrationRef) ?? 0) + 1);
	}
	return topLines(order)
		.filter((line) => Number(line.qty) !== 0 && left.has(line.integrationRef))
		.sort((a, b) => a.id - b.id)
		.filter(({ integrationRef }) => {
			const count = (left.get(integrationRef) ?? 0) - 1;
			left.set(integrationRef, count);
			return count < 0;
		});
}

/** Takes lines back by making them of no quantity: the API has no way to delete one. */
export function emptiedLines(lines: readonly StageLine[]): Row {
	return { lineItems: lines.map(({ id }) => ({ id, qty: 0, discount: 0 })) };
}
