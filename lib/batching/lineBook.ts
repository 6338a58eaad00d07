/**
 * What orders add to the lines of batches, as three numbers each: the line, the amount, the tax within it. An account has
 * a handful of lines (kind, account, tax rate) and its orders name them millions of times.
 */
import type { OrderComponent } from '../orders/components';
import { madeOnce } from './groupBy';

export interface LineBook {
	/** A sales order adds its components to a batch; a credit note, whose own are positive, takes them off. */
	amounts(components: readonly OrderComponent[], kind: 'S' | 'C'): number[];
	/**
	 * What lists of such numbers come to: one component for each line.
	 * @throws RangeError when a sum is too large to be exact
	 */
	sums(lists: Iterable<readonly number[]>, currency: string): OrderComponent[];
}

type Line = Pick<OrderComponent, 'kind' | 'accountCode' | 'taxRate'>;

export function lineBook(): LineBook {
	const lines: Line[] = [];
	const numbers = new Map<string, Map<string, Map<string, number>>>();

	function numberOf({ kind, accountCode, taxRate }: Line): number {
		const ofKind = madeOnce(numbers, kind, () => new Map<string, Map<string, number>>());
		const ofRate = madeOnce(ofKind, taxRate, () => new Map<string, number>());
		return madeOnce(ofRate, accountCode, () => lines.push({ kind, accountCode, taxRate }) - 1);
	}

	return {
		amounts(components, kind) {
			// Of its final length from the start: one that grows takes three times the memory.
			const amounts = new Array<number>(3 * components.length).fill(0);
			components.forEach((component, position) => {
				const { amountMinor, taxMinor } = component;
				amounts[3 * position] = numberOf(component);
				// `0 -` rather than a sign, which would make zero negative.
				amounts[3 * position + 1] = kind === 'S' ? amountMinor : 0 - amountMinor;
				amounts[3 * position + 2] = kind === 'S' ? taxMinor : 0 - taxMinor;
			});
			return amounts;
		},
		sums(lists, currency) {
			const sums = new Map<number, { amountMinor: number; taxMinor: number }>();
			for (const list of lists) {
				for (let at = 0; at < list.length; at += 3) {
					const sum = madeOnce(sums, list[at], () => ({ amountMinor: 0, taxMinor: 0 }));
					sum.amountMinor += list[at + 1];
					sum.taxMinor += list[at + 2];
					if (!Number.isSafeInteger(sum.amountMinor) || !Number.isSafeInteger(sum.taxMinor)) {
						throw new RangeError(
							`A batch in ${currency} adds up to more than can be counted exactly.`,
						);
					}
				}
			}
			return [...sums].map(([line, sum]) => ({ ...lines[line], ...sum }));
		},
	};
}
