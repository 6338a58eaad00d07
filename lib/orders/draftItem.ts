/** A sales order draft as the JSON of an n8n item: amounts as JSON numbers that print as the same decimals. */
import { wireNumber } from '../cin7/wireNumber';
import type { DraftLine, DraftPayment, SalesOrderDraft } from './salesOrderDraft';

type Numbered<T, K extends keyof T> = { [F in keyof T]: F extends K ? number : T[F] };

/** A line with its amounts as numbers. */
export type ItemLine = Numbered<Omit<DraftLine, 'taxRate'>, 'qty' | 'unitPrice' | 'discount'> & {
	taxRate?: number;
};

export type ItemPayment = Numbered<DraftPayment, 'amount'>;

/** The JSON of an item: Cin7's names, and numbers where Cin7's API has numbers. */
export type DraftItem = Omit<
	Numbered<SalesOrderDraft, 'freightTotal' | 'surcharge' | 'discountTotal'>,
	'taxRate' | 'lineItems' | 'payments'
> & { taxRate?: number; lineItems: ItemLine[]; payments: ItemPayment[] };

/**
 * The item of a draft.
 * @throws RangeError for an amount of more digits than a JSON number keeps
 */
export function draftItem({ taxRate: orderRate, ...draft }: SalesOrderDraft): DraftItem {
	return {
		...draft,
		...(orderRate !== undefined && { taxRate: wireNumber(orderRate) }),
		freightTotal: wireNumber(draft.freightTotal),
		surcharge: wireNumber(draft.surcharge),
		discountTotal: wireNumber(draft.discountTotal),
		lineItems: draft.lineItems.map(({ taxRate, ...line }) => ({
			...line,
			qty: wireNumber(line.qty),
			unitPrice: wireNumber(line.unitPrice),
			discount: wireNumber(line.discount),
			...(taxRate !== undefined && { taxRate: wireNumber(taxRate) }),
		})),
		payments: draft.payments.map((payment) => ({
			...payment,
			amount: wireNumber(payment.amount),
		})),
	};
}
