/**
 * What an order's total is made of, in whole minor units: the parts that a batch adds up over its members.
 */
import type { DecimalText } from '../cin7/records';

export type ComponentKind = 'goods' | 'freight' | 'surcharge' | 'discount' | 'rounding';

/** All of an order that has one kind, account and tax rate. Discounts are negative. */
export interface OrderComponent {
	readonly kind: ComponentKind;
	/** Blank where Cin7 uses its default account. */
	readonly accountCode: string;
	/** Percent, normalised: `10`, `12.5`, `0`. */
	readonly taxRate: DecimalText;
	/** Minor units, tax included. */
	readonly amountMinor: number;
	/** The tax within `amountMinor`. */
	readonly taxMinor: number;
}

/** An order whose parts add up to its total. */
export interface ValuedOrder {
	/** Minor units of the order's currency; positive for credit notes too, negative only for a sales order below zero. */
	readonly totalMinor: number;
	/** Their amounts add up to `totalMinor` exactly. */
	readonly components: OrderComponent[];
}

/** A difference that is no part's own: never taxed. */
export function roundingComponent(amountMinor: number): OrderComponent {
	return { kind: 'rounding', accountCode: '', taxRate: '0', amountMinor, taxMinor: 0 };
}
