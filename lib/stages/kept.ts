/** Whether Cin7 kept what it was sent: the read-back decides, not the answer to the write. */
import type { Row, RowValue } from '../cin7/client';
import { instantOf } from '../time/instant';
import { topLines, type StageOrder } from './stageOrder';

/** Fields that decide what happens to the goods: these must be as sent. */
const decisive = ['stage', 'dispatchedDate', 'logisticsStatus', 'lineItems', 'isVoid'];

export interface Kept {
	/** Decisive fields that read otherwise. */
	decisive: string[];
	/** Others that read otherwise. */
	others: string[];
}

/** The fields of a row that do not read as they were sent. Fields that are not read back count as kept. */
export function notKept(sent: Row, order: StageOrder): Kept {
	const differing = Object.keys(sent).filter((field) => !isKept(field, sent[field], order));
	return {
		decisive: differing.filter((field) => decisive.includes(field)),
		others: differing.filter((field) => !decisive.includes(field)),
	};
}

/** Whether all of a row is there. */
export function isAllKept(sent: Row, order: StageOrder): boolean {
	const { decisive: first, others } = notKept(sent, order);
	return first.length === 0 && others.length === 0;
}

function isKept(field: string, value: RowValue, order: StageOrder): boolean {
	if (field === 'lineItems') return hasLines(value as readonly Row[], order);
	if (field === 'customFields') {
		return Object.entries(value as Row).every(
			([name, entry]) => order.customFields[name] === String(entry),
		);
	}
	// Cin7 may keep its own day or time of it; which day, a person can see.
	if (field === 'dispatchedDate') return order.dispatchedDate !== null;
	const now = (order as unknown as Record<string, unknown>)[field];
	if (now === undefined) return true;
	if (field === 'createdDate') return true;
	if (typeof value === 'number') return Number(now) === value;
	if (typeof value === 'boolean') return now === value;
	return sameText(String(value ?? ''), String(now ?? ''));
}

function sameText(sent: string, now: string): boolean {
	if (sent.replace(/\s+/g, ' ').trim() === now.replace(/\s+/g, ' ').trim()) return true;
	const instant = instantOf(sent);
	return instant !== null && instant === instantOf(now);
}

/** Every line sent is there, with its code, quantity and price. Cin7 may add the components of kits. */
function hasLines(sent: readonly Row[], order: StageOrder): boolean {
	const lines = topLines(order);
	const there = lines.map((line) => lineKey(line as unknown as Row));
	return sent.every((line) => {
		if (line.id !== undefined) {
			const same = lines.find(({ id }) => id === line.id);
			return same !== undefined && Number(same.qty) === Number(line.qty);
		}
		const at = there.indexOf(lineKey(line));
		if (at < 0) return false;
		there.splice(at, 1);
		return true;
	});
}

function lineKey({ code, integrationRef, qty, unitPrice }: Row): string {
	const text = (value: RowValue) => String(value ?? '').trim();
	const number = (value: RowValue) => Number(value ?? 0);
	return JSON.stringify([
		text(code).toLowerCase(),
		text(integrationRef),
		number(qty),
		number(unitPrice),
	]);
}
