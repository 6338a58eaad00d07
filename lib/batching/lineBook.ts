/**
 * What orders add to the lines of batches, written down as numbers: the line, the amount, the tax within it. An account has
 * a handful of lines (kind, account, tax rate) and its orders name them millions of times.
 */
import type { OrderComponent } from '../orders/components';
import { madeOnce } from './groupBy';

export interface LineBook {
	/**
	 * Writes down what an order adds to a batch: a sales order its components; a credit note, whose own are positive, takes
	 * them off.
	 * @returns where that is written
	 */
	write(components: readonly OrderComponent[], kind: 'S' | 'C'): number;
	/**
	 * What is written in these places comes to: one component for each line.
	 * @throws RangeError when a sum is too large to be exact
	 */
	sums(places: Iterable<number>, currency: string): OrderComponent[];
}

type Line = Pick<OrderComponent, 'kind' | 'accountCode' | 'taxRate'>;

interface Sum {
	amountMinor: number;
	taxMinor: number;
}

/** Numbers on a page. A million lists of numbers would take twice the memory that these pages do. */
const pageLength = 8_192;

export function lineBook(): LineBook {
	const lines: Line[] = [];
	/** Numbers of lines: an account has one or two tax rates. */
	const numbersOf = new Map<string, number[]>();
	const pages: Float64Array[] = [];
	let used = pageLength;

	function numberOf({ kind, accountCode, taxRate }: Line): number {
		const ofAccount = madeOnce(numbersOf, accountCode, () => []);
		for (const number of ofAccount) {
			if (lines[number].kind === kind && lines[number].taxRate === taxRate) return number;
		}
		const number = lines.push({ kind, accountCode, taxRate }) - 1;
		ofAccount.push(number);
		return number;
	}

	/** Room for so many numbers that stand together; where an order has more than a page, on one of its own. */
	function room(length: number): number {
		if (used + length > pageLength) {
			pages.push(new Float64Array(Math.max(length, pageLength)));
			used = 0;
		}
		const place = (pages.length - 1) * pageLength + used;
		used += length;
		return place;
	}

	return {
		write(components, kind) {
			const place = room(1 + 3 * components.length);
			const page = pages[pages.length - 1];
			let at = place % pageLength;
			page[at++] = components.length;
			for (const component of components) {
				const { amountMinor, taxMinor } = component;
				page[at++] = numberOf(component);
				// `0 -` rather than a sign, which would make zero negative.
				page[at++] = kind === 'S' ? amountMinor : 0 - amountMinor;
				page[at++] = kind === 'S' ? taxMinor : 0 - taxMinor;
			}
			return place;
		},
		sums(places, currency) {
			const sums: (Sum | undefined)[] = lines.map(() => undefined);
			for (const place of places) {
				const page = pages[Math.floor(place / pageLength)];
				const from = (place % pageLength) + 1;
				const to = from + 3 * page[from - 1];
				for (let at = from; at < to; at += 3) {
					const sum = (sums[page[at]] ??= { amountMinor: 0, taxMinor: 0 });
					sum.amountMinor += page[at + 1];
					sum.taxMinor += page[at + 2];
					if (!Number.isSafeInteger(sum.amountMinor) || !Number.isSafeInteger(sum.taxMinor)) {
						throw new RangeError(
							`A batch in ${currency} adds up to more than can be counted exactly.`,
						);
					}
				}
			}
			return sums.flatMap((sum, line) => (sum ? { ...lines[line], ...sum } : []));
		},
	};
}
