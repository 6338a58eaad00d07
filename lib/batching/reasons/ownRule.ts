/** A reason to leave a payment out that lies in the payment, or its order, alone. Each is one row: all there is to say of it. */
import type { Planning } from '../planning';
import type { Tender, TenderedOrder } from '../tenders';

export interface OwnRule {
	/** Stable: workflows branch on it. */
	code: string;
	/** What a person reads in place of the code. */
	label: string;
	/** Whether the summary e-mail spells it out, because somebody may have to do something in Cin7. */
	isToLookAt?: true;
	/** Asked only when no rule before this one applies. */
	applies(tender: Tender, planning: Planning): boolean;
	/** What is the case, with which order or payment, and what would change it. */
	sentence(tender: Tender, planning: Planning): string;
}

/** A rule about an order, which passes over payments without one. */
export interface OrderRule extends Omit<OwnRule, 'applies' | 'sentence'> {
	applies(order: TenderedOrder, planning: Planning): boolean;
	sentence(order: TenderedOrder, planning: Planning): string;
}

/** The same as a rule about payments. */
export function ofOrders<const Code extends string>(
	rule: OrderRule & { code: Code },
): OwnRule & { code: Code } {
	return {
		...rule,
		applies: ({ order }, planning) => order !== null && rule.applies(order, planning),
		sentence: ({ order }, planning) => (order === null ? '' : rule.sentence(order, planning)),
	};
}
