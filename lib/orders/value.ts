/**
 * What an order is worth to a batch: its total, and the parts, rates and taxes that make it up.
 *
 * Cin7's own total is the truth; the parts have to explain it to within rounding. What they cannot explain is not
 * batched but said.
 */
import type { Order } from '../cin7/records';
import { roundToMinor, toMinor, toText } from '../money/currency';
import { parse } from '../money/decimal';
import { taxRate } from '../money/taxRate';
import type { Arithmetic, TaxBasis } from './arithmetic';
import type { OrderComponent, ValuedOrder } from './components';
import { fullArithmetic } from './fullArithmetic';
import { totalFromHome } from './homeTotal';
import { pricedLines, type Manner } from './parts';
import { quickArithmetic } from './quickArithmetic';
import { reckon, settle, type Reckoning } from './reckoning';

export type { ComponentKind, OrderComponent, ValuedOrder } from './components';
export { sharePayments, type PaymentPart } from './sharePayments';

/** A valued order, or the sentence that says why it cannot be valued. */
export type OrderValue = ValuedOrder | { readonly unclear: string };

/**
 * Values a sales order or credit note in minor units of its currency. Never throws for what an order says.
 *
 * A credit note's amounts count as their sizes, whichever sign Cin7 gives them; a sales order keeps its sign. A discount
 * is added, as Cin7 does, or subtracted when only that agrees with the total; lines are rounded each, or not when only
 * that agrees. A difference of at most one minor unit a line, and one more, is rounding. An order in a foreign currency
 * whose total is in the account's is worth its own sum.
 */
export function orderValue(order: Order): OrderValue {
	try {
		const basis = taxBasis(order);
		if (basis !== 'unknown') return valueOn(basis, order);
		const untaxed = valueOn('none', order);
		const onTop = valueOn('onTop', order);
		if ('unclear' in untaxed) return 'unclear' in onTop ? untaxed : onTop;
		return { unclear: basisUnknown(order) };
	} catch (fault) {
		const why = fault instanceof Error ? fault.message : '';
		return { unclear: `The amounts of ${nameOf(order)} cannot be read. ${why}`.trim() };
	}
}

/** Cin7's tax statuses are Incl, Excl, Exempt and Undefined; the last says something only where no rate applies. */
function taxBasis(order: Order): TaxBasis | 'none' | 'unknown' {
	if (order.taxStatus === 'Incl') return 'included';
	if (order.taxStatus === 'Excl') return 'onTop';
	if (order.taxStatus === 'Exempt') return 'none';
	const rates = [order.taxRate, ...order.lineItems.map((line) => line.taxRate ?? '0')];
	return rates.every((rate) => taxRate(rate).part === 0n) ? 'none' : 'unknown';
}

/** The most usual first: where several explain a total, it counts. */
const manners: readonly Manner[] = [
	{ lines: 'rounded', discount: 'added' },
	{ lines: 'rounded', discount: 'subtracted' },
	{ lines: 'exact', discount: 'added' },
	{ lines: 'exact', discount: 'subtracted' },
];

function valueOn(basis: TaxBasis | 'none', order: Order): OrderValue {
	const value =
		valueBy(quickArithmetic(order.currencyCode), basis, order) ??
		valueBy(fullArithmetic(order.currencyCode), basis, order);
	if (value === null) throw new RangeError('They are more than can be counted exactly.');
	return value;
}

function valueBy<T>(
	arithmetic: Arithmetic<T>,
	basis: TaxBasis | 'none',
	order: Order,
): OrderValue | null {
	const totalMinor = totalOf(order);
	const reckonings: Reckoning<T>[] = [];
	for (const manner of manners) {
		const reckoning = reckon(order, arithmetic, basis, manner);
		if (reckoning === null) return null;
		if (difference(order, reckoning, totalMinor) === 0) return valued(order, reckoning, totalMinor);
		reckonings.push(reckoning);
	}
	const rounding = pricedLines(order) + 1;
	const within = (total: number, slack: number) =>
		reckonings.find((one) => difference(order, one, total) <= slack);
	const near = within(totalMinor, rounding);
	if (near) return valued(order, near, totalMinor);
	const home = totalFromHome(order);
	const abroad = home && within(home.totalMinor, rounding + home.hiddenMinor);
	if (abroad) return valued(order, abroad, abroad.sumMinor);
	return { unclear: doesNotAddUp(order, reckonings[0].sumMinor, totalMinor) };
}

/** Cin7 may give more decimals than the currency has; what was charged has not. */
function totalOf(order: Order): number {
	const { total, currencyCode } = order;
	return toMinor(total, currencyCode) ?? roundToMinor(parse(total), currencyCode);
}

/** Only credit notes say what they refund. */
function isCreditNote(order: Order): boolean {
	return 'salesReference' in order;
}

/** How far a reckoning is from a total; for credit notes whichever signs they have. */
function difference<T>(order: Order, { sumMinor }: Reckoning<T>, totalMinor: number): number {
	return isCreditNote(order)
		? Math.abs(Math.abs(totalMinor) - Math.abs(sumMinor))
		: Math.abs(totalMinor - sumMinor);
}

function valued<T>(order: Order, reckoning: Reckoning<T>, totalMinor: number): ValuedOrder {
	if (!isCreditNote(order)) return { totalMinor, components: settle(reckoning, totalMinor) };
	const size = Math.abs(totalMinor);
	if (reckoning.sumMinor >= 0) return { totalMinor: size, components: settle(reckoning, size) };
	return { totalMinor: size, components: settle(reckoning, 0 - size).map(opposite) };
}

function opposite(component: OrderComponent): OrderComponent {
	const { amountMinor, taxMinor } = component;
	return { ...component, amountMinor: 0 - amountMinor, taxMinor: 0 - taxMinor };
}

function nameOf(order: Order): string {
	return `${isCreditNote(order) ? 'credit note' : 'order'} ${order.reference}`;
}

function doesNotAddUp(order: Order, sumMinor: number, totalMinor: number): string {
	const money = (minor: number) =>
		`${toText(minor, order.currencyCode)} ${order.currencyCode}`.trim();
	return (
		`The lines, freight, surcharge, discount and tax of ${nameOf(order)} add up to ` +
		`${money(sumMinor)}, but its total is ${money(totalMinor)}.`
	);
}

function basisUnknown(order: Order): string {
	return (
		`The prices of ${nameOf(order)} have a tax rate, but its tax status, ${order.taxStatus || 'blank'}, ` +
		'does not say whether they include the tax. Choose a tax status for it in Cin7.'
	);
}
