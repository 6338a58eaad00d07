/**
 * The lines of a batch document: its members' parts added up, so that the document shows exactly the tax its members have.
 *
 * Each member's tax was rounded on its own, so the tax of their sum is a little off theirs. The document's prices include
 * tax; a line whose amount would show another tax is moved, as little as possible, to one that shows its members', and all
 * that was moved goes to one rounding line without tax.
 */
import { taxRate, type TaxRate } from '../money/taxRate';
import { toText } from '../money/currency';
import type { OrderComponent } from '../orders/components';
import { amountsShowing, nearestWithin } from './lineTax';
import type { BatchLine, LineKind } from './plan.types';

/** The order of lines on the document. */
const kinds: readonly LineKind[] = ['goods', 'freight', 'surcharge', 'discount', 'rounding'];

interface Sum {
	readonly kind: LineKind;
	readonly accountCode: string;
	readonly rate: TaxRate;
	amountMinor: number;
	taxMinor: number;
}

/**
 * Adds parts up to lines, one per kind, account and tax rate, and at most one for rounding; lines of nothing are dropped.
 * The lines add up to the parts exactly. The tax of each line computed from its amount, and the tax of each rate computed
 * from the sum of its lines, are the members' taxes to the minor unit.
 * @param parts in minor units of the currency, those of credit notes negative; in any order
 * @throws RangeError when a rate is not between 0 and 100, untaxed parts carry tax, or a sum is too large to be exact
 */
export function batchLines(parts: Iterable<OrderComponent>, currency: string): BatchLine[] {
	const sums = sumsOf(parts, currency);
	const moved = sums.map((sum) => sum.amountMinor);
	for (const positions of byRate(sums)) showTaxes(sums, moved, positions);

	let rounding = 0;
	const lines: BatchLine[] = [];
	sums.forEach(({ kind, accountCode, rate, amountMinor, taxMinor }, i) => {
		rounding += amountMinor - moved[i];
		if (kind === 'rounding') rounding += moved[i];
		else if (moved[i] !== 0) {
			lines.push({ kind, accountCode, taxRate: rate.text, amountMinor: moved[i], taxMinor });
		}
	});
	if (rounding !== 0) {
		const none = { kind: 'rounding' as const, accountCode: '', taxRate: '0', taxMinor: 0 };
		lines.push({ ...none, amountMinor: rounding });
	}
	return lines;
}

function sumsOf(parts: Iterable<OrderComponent>, currency: string): Sum[] {
	const sums = new Map<string, Sum>();
	for (const { kind, accountCode, taxRate: percent, amountMinor, taxMinor } of parts) {
		const rate = taxRate(percent);
		const key = `${kind} ${rate.text} ${accountCode}`;
		let sum = sums.get(key);
		if (sum === undefined) {
			sum = { kind, accountCode, rate, amountMinor: 0, taxMinor: 0 };
			sums.set(key, sum);
		}
		sum.amountMinor += amountMinor;
		sum.taxMinor += taxMinor;
		if (!Number.isSafeInteger(sum.amountMinor) || !Number.isSafeInteger(sum.taxMinor)) {
			throw new RangeError(`A batch in ${currency} adds up to more than can be counted exactly.`);
		}
	}
	for (const { rate, taxMinor } of sums.values()) {
		if (rate.part === 0n && taxMinor !== 0) {
			throw new RangeError(
				`Parts without a tax rate carry ${toText(taxMinor, currency)} ${currency} of tax.`,
			);
		}
	}
	return [...sums.values()].sort(documentOrder);
}

/** By kind, higher rates first, then by account; the same whatever order the parts came in. */
function documentOrder(a: Sum, b: Sum): number {
	const kind = kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
	if (kind !== 0) return kind;
	const rate = b.rate.part * a.rate.whole - a.rate.part * b.rate.whole;
	if (rate !== 0n) return rate < 0n ? -1 : 1;
	return a.accountCode < b.accountCode ? -1 : 1;
}

/** Positions of the taxed sums, by rate. */
function byRate(sums: readonly Sum[]): Iterable<number[]> {
	const positions = new Map<string, number[]>();
	sums.forEach(({ rate }, i) => {
		if (rate.part === 0n) return;
		const same = positions.get(rate.text);
		if (same) same.push(i);
		else positions.set(rate.text, [i]);
	});
	return positions.values();
}

/**
 * Moves the amounts of one rate's lines: each to where it shows its own tax, then, within that, their sum to where it
 * shows the tax of the rate. That there is room for the second follows from rates of at most 100 percent: the exact
 * amounts of all lines, rounded up or down to any sum that shows the rate's tax, still show theirs.
 */
function showTaxes(sums: readonly Sum[], moved: number[], positions: readonly number[]): void {
	const { rate } = sums[positions[0]];
	let amount = 0;
	let tax = 0;
	for (const position of positions) {
		const range = amountsShowing(sums[position].taxMinor, rate);
		moved[position] = nearestWithin(range, moved[position]);
		amount += moved[position];
		tax += sums[position].taxMinor;
	}
	let missing = nearestWithin(amountsShowing(tax, rate), amount) - amount;
	for (const position of positions) {
		const range = amountsShowing(sums[position].taxMinor, rate);
		const before = moved[position];
		moved[position] = nearestWithin(range, before + missing);
		missing -= moved[position] - before;
	}
}
