/** Line items, freight, surcharge and discount as Cin7 takes them. */
import type { Row } from '../cin7/client';
import { wireNumber } from '../cin7/wireNumber';
import type { DraftLine } from '../orders/salesOrderDraft';
import { topLines, type StageLine, type StageOrder } from './stageOrder';
import type { StageItem } from './stageItem';

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
export function moneyRows({ draft }: StageItem, order?: StageOrder): Row {
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
	// The order's own rate is that of what is charged beside the lines.
	const isCharged = Object.keys(charges).some((amount) => amount in row);
	if (draft.taxRate !== undefined && (order === undefined || isCharged)) {
		row.taxRate = wireNumber(draft.taxRate);
	}
	return row;
}

/**
 * Lines of the channel that an order holds more often than the channel does and that come to a greater quantity, as when
 * two writers added them at once: of each the surplus, the lowest ids staying. A line that a person split is none.
 */
export function surplusLines(order: StageOrder, { draft }: StageItem): StageLine[] {
	const wanted = new Map<string, { count: number; qty: number }>();
	for (const { integrationRef, qty } of draft.lineItems) {
		const before = wanted.get(integrationRef) ?? { count: 0, qty: 0 };
		if (integrationRef === '') continue;
		wanted.set(integrationRef, { count: before.count + 1, qty: before.qty + Number(qty) });
	}
	const there = new Map<string, { count: number; qty: number }>();
	return topLines(order)
		.filter((line) => Number(line.qty) !== 0 && wanted.has(line.integrationRef))
		.sort((a, b) => a.id - b.id)
		.filter(({ integrationRef, qty }) => {
			const most = wanted.get(integrationRef) ?? { count: 0, qty: 0 };
			const before = there.get(integrationRef) ?? { count: 0, qty: 0 };
			const now = { count: before.count + 1, qty: before.qty + Number(qty) };
			if (now.count > most.count && now.qty > most.qty) return true;
			there.set(integrationRef, now);
			return false;
		});
}

/** Takes lines back by making them of no quantity: the API has no way to delete one. */
export function emptiedLines(lines: readonly StageLine[]): Row {
	return { lineItems: lines.map(({ id }) => ({ id, qty: 0, discount: 0 })) };
}
