// An account over time: what a run at some instant reads of it, and how a run that was carried out leaves it.
import type { Plan } from '../../../lib/batching/plan.types';
import type { AccountReading } from './plan.mts';
import type { BatchSettings } from '../../../lib/batching/settings';
import type { CreditNote, Payment, SalesOrder } from '../../../lib/cin7/records';
import { instantOf } from '../../../lib/time/instant';
import { lookBackStart } from '../../../lib/time/window';
import { reading } from './account.mts';

/** What Cin7 holds, past and future; a run reads its part of it. */
export interface Account {
	settings: BatchSettings;
	/** The instant of the last run, milliseconds. */
	at: number;
	payments: Payment[];
	salesOrders: SalesOrder[];
	creditNotes: CreditNote[];
}

/** What a run at an instant reads of an account: open payments of the look-back until now, and the rest of their orders. */
export function readingAt(account: Account, at: number): AccountReading {
	const from = lookBackStart(at, account.settings.zone, account.settings.lookBackDays);
	const isOpen = (one: Payment) => {
		const paidAt = instantOf(one.paymentDate ?? '') ?? NaN;
		return paidAt >= from && paidAt <= at && one.reconcileDate === null;
	};
	const payments = account.payments.filter(isOpen);
	const orderIds = new Set(payments.map((one) => one.orderId));
	return reading({
		payments,
		otherPayments: account.payments.filter((one) => !isOpen(one) && orderIds.has(one.orderId)),
		salesOrders: account.salesOrders.filter((one) => orderIds.has(one.id)),
		creditNotes: account.creditNotes.filter((one) => orderIds.has(one.id)),
	});
}

/** The account after a plan was carried out: members reconciled, their orders on Do Not Import. */
export function afterRun(account: Account, { batches }: Plan): Account {
	const paid = new Set(batches.flatMap((batch) => batch.members.map((one) => one.paymentId)));
	const orders = new Set(batches.flatMap((batch) => batch.members.map((one) => one.orderId)));
	const mark = <T extends SalesOrder | CreditNote>(order: T): T =>
		orders.has(order.id) ? { ...order, accountingImportStatus: 'DoNotImport' } : order;
	return {
		...account,
		payments: account.payments.map((one) =>
			paid.has(one.id) ? { ...one, reconcileDate: '2026-01-01T00:00:00Z' } : one,
		),
		salesOrders: account.salesOrders.map(mark),
		creditNotes: account.creditNotes.map(mark),
	};
}
