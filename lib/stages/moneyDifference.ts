/**
 * Whether a held order still says what the channel says: currency, quantities and money. Channels change orders while they
 * are held, and a release hands the order to the warehouse and to accounting.
 */
import { roundToMinor, toText } from '../money/currency';
import { add, compare, parse, toText as decimalText, zero, type Decimal } from '../money/decimal';
import { totalFromHome } from '../orders/homeTotal';
import { orZero, sumMinor } from './moneySums';
import type { StageItem } from './stageItem';
import { topLines, type StageLine, type StageOrder } from './stageOrder';
import { saysTheSame } from './words';

type DraftLine = StageItem['draft']['lineItems'][number];
type AnyLine = Pick<StageLine, 'code' | 'qty' | 'unitPrice' | 'discount' | 'integrationRef'>;

/** The first difference, as `Amazon has 1 of TEE, Cin7 has 2`; blank when there is none, or nothing to compare. */
export function moneyDifference(order: StageOrder, item: StageItem): string {
	const currency = currencyDifference(order, item);
	if (currency !== '' || item.draft.lineItems.length === 0) return currency;
	if (topLines(order).length === 0) return '';
	return lineDifference(order, item) || totalDifference(order, item);
}

/** Another currency than the channel's; blank when it is the same, or not said. */
export function currencyDifference(
	{ currencyCode }: Pick<StageOrder, 'currencyCode'>,
	{ channel, draft }: StageItem,
): string {
	const wanted = draft.currencyCode;
	if (wanted === '' || currencyCode === '' || saysTheSame(wanted, currencyCode)) return '';
	return `${channel} has the currency ${wanted}, Cin7 has ${currencyCode}`;
}

function lineDifference(order: StageOrder, { channel, draft }: StageItem): string {
	const lines = topLines(order);
	const refs = new Set(lines.map(({ integrationRef }) => integrationRef));
	const ours = grouped<DraftLine>(draft.lineItems, refs);
	const refsOfOurs = new Set(draft.lineItems.map(({ integrationRef }) => integrationRef));
	const theirs = grouped<StageLine>(lines, refsOfOurs);
	for (const [key, drafts] of ours) {
		const same = theirs.get(key);
		// A line that a person replaced by another: its money counts, in the total.
		if (same === undefined || drafts.some(({ qty }) => qty === '')) continue;
		const what = drafts[0].code || drafts[0].name || 'a line';
		const [wanted, there] = [quantity(drafts), quantity(same)];
		if (compare(wanted, there) !== 0) {
			return `${channel} has ${decimalText(wanted)} of ${what}, Cin7 has ${decimalText(there)}`;
		}
		if (!hasSameTaxStatus(order, draft) || drafts.some(isUnpriced)) continue;
		const { currencyCode } = order;
		const [price, priceThere] = [sumMinor(drafts, currencyCode), sumMinor(same, currencyCode)];
		const isSame = price === priceThere || hasDiscountElsewhere(order, draft, drafts, same);
		if (!isSame) {
			return `${what} comes to ${toText(price, currencyCode)} in ${channel}, to ${toText(priceThere, currencyCode)} in Cin7`;
		}
	}
	return '';
}

/**
 * Whether lines differ by a discount alone that one of the two keeps on the order, as integrations of Cin7's own do with
 * promotions; that it is the same, the total tells. Our price for one is a whole number of cents, so up to a cent for each
 * may be in the discount.
 */
function hasDiscountElsewhere(
	order: StageOrder,
	draft: StageItem['draft'],
	drafts: readonly DraftLine[],
	there: readonly StageLine[],
): boolean {
	const { currencyCode } = order;
	const onOrder = (amount: string) => beside('discountTotal', amount, currencyCode);
	if (draft.discountTotal === '' || !hasTotal(draft)) return false;
	if (onOrder(draft.discountTotal) === onOrder(order.discountTotal)) return false;
	const undiscounted = (lines: readonly AnyLine[]) =>
		sumMinor(
			lines.map((line) => ({ ...line, discount: '' })),
			currencyCode,
		);
	const apart = Math.abs(undiscounted(drafts) - undiscounted(there));
	return apart === 0 || apart < Number(decimalText(quantity(drafts)));
}

/** By the channel's id of the line where both have it, by product otherwise. */
function grouped<T extends AnyLine>(lines: readonly T[], known: Set<string>): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const line of lines) {
		const { integrationRef: ref, code } = line;
		const key = ref !== '' && known.has(ref) ? `#${ref}` : code.trim().toLowerCase();
		groups.set(key, [...(groups.get(key) ?? []), line]);
	}
	return groups;
}

const besides = ['freightTotal', 'surcharge', 'discountTotal'] as const;

function totalDifference(order: StageOrder, { channel, draft }: StageItem): string {
	const { currencyCode } = order;
	if (!hasSameTaxStatus(order, draft)) return paidDifference(order, { channel, draft });
	if (!hasTotal(draft)) return '';
	const asked = besides.filter((field) => draft[field] !== '');
	const total = (lines: readonly AnyLine[], amounts: Record<(typeof besides)[number], string>) =>
		asked.reduce(
			(sum, field) => sum + beside(field, amounts[field], currencyCode),
			sumMinor(lines, currencyCode),
		);
	const wanted = total(draft.lineItems, draft);
	const there = total(topLines(order), order);
	// Amazon takes the whole price at once, so what was paid is the total, whoever says what the lines are.
	if (wanted === there)
		return channel === 'Amazon' ? paidDifference(order, { channel, draft }) : '';
	return totals(channel, wanted, there, currencyCode);
}

/** Discounts are taken off, whichever sign they have. */
function beside(field: (typeof besides)[number], amount: string, currency: string): number {
	const minor = roundToMinor(parse(orZero(amount)), currency);
	return field === 'discountTotal' ? 0 - Math.abs(minor) : minor;
}

/** What was paid and Cin7's total, rounding of taxes aside: also where prices cannot be compared. */
function paidDifference(
	order: StageOrder,
	{ channel, draft }: Pick<StageItem, 'channel' | 'draft'>,
): string {
	const { currencyCode } = order;
	if (draft.payments.length === 0 || draft.payments.some(({ amount }) => amount === '')) return '';
	const paid = draft.payments.reduce(
		(sum, { amount }) => sum + roundToMinor(parse(amount), currencyCode),
		0,
	);
	const there = roundToMinor(parse(orZero(order.total)), currencyCode);
	const rounding = topLines(order).length + 1;
	// Some accounts give the total of a foreign order in their own currency.
	const home = totalFromHome(order);
	const agrees =
		Math.abs(paid - there) <= rounding ||
		(home !== null && Math.abs(paid - home.totalMinor) <= rounding + home.hiddenMinor);
	return agrees ? '' : totals(channel, paid, there, currencyCode);
}

function totals(channel: string, wanted: number, there: number, currency: string): string {
	const money = (minor: number) => `${toText(minor, currency)} ${currency}`.trim();
	return `${channel} comes to ${money(wanted)}, Cin7 to ${money(there)}`;
}

function hasSameTaxStatus({ taxStatus }: StageOrder, draft: StageItem['draft']): boolean {
	return draft.taxStatus === '' || saysTheSame(taxStatus, draft.taxStatus);
}

/** Whether the channel says enough of every line for a total to be compared. */
function hasTotal({ lineItems }: StageItem['draft']): boolean {
	return lineItems.every((line) => line.qty !== '' && !isUnpriced(line));
}

function isUnpriced({ unitPrice }: DraftLine): boolean {
	return unitPrice === '';
}

function quantity(lines: readonly AnyLine[]): Decimal {
	return lines.reduce((sum, { qty }) => add(sum, parse(orZero(qty))), zero);
}
