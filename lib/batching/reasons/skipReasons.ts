/** Why a payment is left out of every batch. One payment, one reason: the first of these that applies. */
import type { Planning } from '../planning';
import type { Tender } from '../tenders';
import { orderRules } from './orderRules';
import { paymentRules } from './paymentRules';
import { wholeOrderReasons } from './wholeOrderReasons';
import type { OwnRule } from './ownRule';
import { selectionRules } from './selectionRules';

const own = [...selectionRules, ...paymentRules, ...orderRules] as const;
const all = [...own, ...wholeOrderReasons] as const;

/** Stable codes: workflows branch on them. */
export type SkipReason = (typeof all)[number]['code'];
/** Those that lie in a payment or its order alone. */
export type OwnReason = (typeof own)[number]['code'];

/** In the order of precedence. */
export const skipReasons: readonly SkipReason[] = all.map(({ code }) => code);

/** What a person reads in place of the code. */
export const skipReasonLabels = Object.fromEntries(
	all.map(({ code, label }) => [code, label]),
) as Record<SkipReason, string>;

/** Those that the summary e-mail spells out. */
export const reasonsToLookAt: ReadonlySet<SkipReason> = new Set(
	all.filter((reason) => 'isToLookAt' in reason).map(({ code }) => code),
);

const ownRules: readonly (OwnRule & { code: OwnReason })[] = own;

/** The first own reason that applies, or null. What the order's other payments have to do with it comes after (wholeOrder.ts). */
export function ownReason(
	tender: Tender,
	planning: Planning,
): (OwnRule & { code: OwnReason }) | null {
	for (const rule of ownRules) if (rule.applies(tender, planning)) return rule;
	return null;
}
