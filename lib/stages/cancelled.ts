/** Orders cancelled in the channel: never created; in Cin7 they are left to a person, or made void if that is asked. */
import { isVoid } from '../orders/accounting';
import type { Verdict } from './assess';
import type { Reason } from './outcome';
import type { StageSettings } from './settings';
import { type StageOrder } from './stageOrder';

/** What to do with an order that is in Cin7 and was cancelled. Voiding cannot be undone. */
export function cancelledVerdict(order: StageOrder, { cancelled }: StageSettings): Verdict {
	const { reference } = order;
	if (isVoid(order)) {
		return verdict(null, `${reference} was cancelled in the channel and is void in Cin7.`, null);
	}
	if (order.dispatchedDate !== null) {
		return verdict(
			'dispatched',
			`${reference} was cancelled in the channel, but is dispatched in Cin7. Look into it by hand.`,
		);
	}
	if (cancelled === 'leave') {
		return verdict(
			'cancelled',
			`${reference} was cancelled in the channel. Void it in Cin7 unless you mean to keep it.`,
		);
	}
	const isAccounted =
		order.importDate !== null || !['', 'NotImported'].includes(order.accountingImportStatus);
	if (isAccounted || order.invoiceDate !== null) {
		return verdict(
			'voidNotPossible',
			`${reference} was cancelled in the channel, but is invoiced or in accounting. Credit it in Cin7 instead.`,
		);
	}
	return {
		...verdict(null, ''),
		row: { isVoid: true },
		changes: [{ field: 'isVoid', before: 'no', after: 'yes' }],
		outcome: 'voided',
	};
}

function verdict(
	reason: Reason | null,
	message: string,
	outcome: 'leftAlone' | null = 'leftAlone',
): Verdict {
	return {
		row: null,
		changes: [],
		more: false,
		outcome: outcome ?? 'unchanged',
		reason,
		message,
		notes: [],
	};
}
