/**
 * Whether an order is paid exactly. Do Not Import is set on the order, so an order whose payments are not its whole
 * value must stay in the normal accounting sync.
 */
import type { ValuedOrder } from '../orders/components';
import { orderValue } from '../orders/value';
import { currencyText, noun, paymentText } from './named';
import type { TenderedOrder } from './tenders';

export type PaidState =
	| { state: 'inFull'; value: ValuedOrder }
	| ({ state: 'partlyPaid' } & Amounts)
	| ({ state: 'overPaid' } & Amounts)
	/** With a sentence that says why it cannot be told. */
	| { state: 'unclear'; why: string };

/** Minor units, positive for credit notes too. */
interface Amounts {
	paidMinor: number;
	totalMinor: number;
}

/** Compares an order's total with all its authorised payments: open or not, of whatever type. */
export function paidState(order: TenderedOrder): PaidState {
	const value = orderValue(order.order);
	if ('unclear' in value) return { state: 'unclear', why: value.unclear };
	let paid = 0;
	for (const tender of order.tenders) {
		if (tender.amountMinor === null) {
			return { state: 'unclear', why: `${paymentText(tender)} is no whole number of minor units.` };
		}
		paid += tender.amountMinor;
	}
	const { totalMinor } = value;
	const paidMinor = order.kind === 'C' ? 0 - paid : paid;
	if (paidMinor === totalMinor && totalMinor !== 0) return { state: 'inFull', value };
	if (paidMinor === totalMinor) {
		const zero = currencyText(0, order.currency);
		return {
			state: 'unclear',
			why: `${noun(order)} comes to ${zero}, so there is nothing that its payments could be shared over.`,
		};
	}
	const isShort = totalMinor < 0 ? paidMinor > totalMinor : paidMinor < totalMinor;
	return { state: isShort ? 'partlyPaid' : 'overPaid', paidMinor, totalMinor };
}
