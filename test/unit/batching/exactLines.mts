/** Everything that must hold of the lines of a batch. */
import type { BatchLine } from '../../../lib/batching/plan.types';
import { parse } from '../../../lib/money/decimal';
import type { OrderComponent } from '../../../lib/orders/value';

export const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);

/** The tax an amount contains, rounded half up: what Cin7 and accounting compute from the document. */
export function containedTax(amountMinor: number, percent: string): number {
	const { digits, scale } = parse(percent);
	const whole = 100n * 10n ** BigInt(scale) + digits;
	const size = BigInt(Math.abs(amountMinor)) * digits;
	return Number((2n * size + whole) / (2n * whole)) * (amountMinor < 0 ? -1 : 1) + 0;
}

export function byRate(
	items: { taxRate: string }[],
	of: (item: never) => number,
): Map<string, number> {
	const sums = new Map<string, number>();
	for (const item of items) {
		sums.set(item.taxRate, (sums.get(item.taxRate) ?? 0) + of(item as never));
	}
	return new Map([...sums].filter(([, amount]) => amount !== 0));
}
export const taxMinor = (item: { taxMinor: number }) => item.taxMinor;
export const amountMinor = (item: { amountMinor: number }) => item.amountMinor;

/** Compares a document's lines with the parts it was made of. */
export function expectExact(parts: OrderComponent[], document: BatchLine[]): void {
	expect(sum(document.map(amountMinor))).toBe(sum(parts.map(amountMinor)));
	const membersTax = byRate(parts, taxMinor);
	expect(byRate(document, taxMinor)).toEqual(membersTax);
	for (const line of document) {
		expect(containedTax(line.amountMinor, line.taxRate)).toBe(line.taxMinor);
		expect(line.amountMinor).not.toBe(0);
	}
	for (const [rate, amount] of byRate(document, amountMinor)) {
		expect(containedTax(amount, rate)).toBe(membersTax.get(rate) ?? 0);
	}
	expect(document.filter((line) => line.kind === 'rounding').length).toBeLessThanOrEqual(1);
}
