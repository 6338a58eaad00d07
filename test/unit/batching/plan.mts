// The plan of a run over an account that was read as a whole, as no run reads it: small enough to be written down.
import type { CreditNote, Payment, SalesOrder } from '../../../lib/cin7/records';
import type { AccountFacts, Plan } from '../../../lib/batching/plan.types';
import { plannerFor } from '../../../lib/batching/planner';
import type { BatchSettings } from '../../../lib/batching/settings';

/** Everything a plan is made from: one reading of the account. */
export interface AccountReading extends AccountFacts {
	/** Every payment dated within the look-back until now that is not reconciled. */
	payments: Payment[];
	/** All further payments of the orders those payments are on: older ones, and reconciled ones. */
	otherPayments: Payment[];
	salesOrders: SalesOrder[];
	creditNotes: CreditNote[];
	/** How many characters the list of members of a batch may have; null where that is not known. */
	manifestRoom: number | null;
}

/** @param at the instant of the run, in milliseconds */
export function plan(settings: BatchSettings, reading: AccountReading, at: number): Plan {
	const planner = plannerFor(settings, reading, reading, at);
	planner.creditNotes(reading.creditNotes);
	planner.salesOrders(reading.salesOrders);
	return planner.plan(reading.manifestRoom);
}
