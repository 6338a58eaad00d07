// What a run of the default bot at `now` must do with every payment: the oracle. Each payment's fate
// was decided where the generator made it; here they are only listed and added up.
import type { OrderDraft, PaymentDraft } from './drafts.mts';
import { amountText } from './money.mts';

export type SkipReason =
	| 'ignored'
	| 'outsideWindow'
	| 'channelNotSelected'
	| 'branchNotSelected'
	| 'paymentTypeNotSelected'
	| 'notAuthorised'
	| 'zeroAmount'
	| 'inAnotherBatch'
	| 'batchDocument'
	| 'orderMissing'
	| 'orderDraft'
	| 'orderVoid'
	| 'alreadyImported'
	| 'doNotImport'
	| 'importError'
	| 'partlyPaid'
	| 'overPaid'
	| 'otherTenderIgnored'
	| 'otherTenderPending'
	| 'deposit'
	| 'noCurrency'
	| 'totalUnclear'
	| 'netsToZero';

export interface Group {
	channel: string;
	branchId: number;
	paymentType: string;
	currency: string;
	/** Local date, `2026-06-01`. */
	batchDay: string;
}

export type ExpectedPayment =
	/** `amount` is signed decimal text: credit notes are negative. */
	| { paymentId: number; outcome: 'batched'; group: Group; amount: string }
	| { paymentId: number; outcome: 'skipped'; reason: SkipReason };

export interface ExpectedGroup extends Group {
	kind: 'invoice' | 'creditNote';
	/** Signed decimal text. */
	total: string;
	/** In order of id. */
	paymentIds: number[];
}

export interface Expectations {
	/** Every payment of the look-back that is not reconciled, in order of id. */
	payments: ExpectedPayment[];
	/** Every batch, in order of channel, branch, payment type, currency and day. */
	groups: ExpectedGroup[];
	/** Batched credit notes whose invoice accounting imported singly: each is to be warned of. */
	refundsOfImportedInvoices: Array<{ creditNote: string; invoice: string }>;
}

/**
 * Lists what was decided for the payments of these orders. Ids must have been given.
 * @throws RangeError where chance brought a group to zero that was not meant to be: take another seed
 */
export function expectationsOf(orders: readonly OrderDraft[]): Expectations {
	const payments: ExpectedPayment[] = [];
	const groups = new Map<string, { group: Group; minor: number; paymentIds: number[] }>();
	const warned = new Map<string, string>();
	const made = orders.flatMap((order) => order.payments.map((payment) => ({ order, payment })));
	made.sort((a, b) => a.payment.id - b.payment.id);
	for (const { order, payment } of made) {
		const { expect, id } = payment;
		if (expect === 'notListed') continue;
		if ('skipped' in expect) {
			payments.push({ paymentId: id, outcome: 'skipped', reason: expect.skipped });
			continue;
		}
		const group = groupOf(order, payment, expect.batchDay);
		const minor = order.kind === 'C' ? -payment.amount : payment.amount;
		const amount = amountText(minor, order.currency);
		payments.push({ paymentId: id, outcome: 'batched', group, amount });
		const key = JSON.stringify(Object.values(group));
		const entry = groups.get(key) ?? { group, minor: 0, paymentIds: [] };
		entry.minor += minor;
		entry.paymentIds.push(id);
		groups.set(key, entry);
		const { refundOf } = order;
		if (refundOf?.accounting.accountingImportStatus === 'Imported') {
			warned.set(order.reference, refundOf.reference);
		}
	}
	for (const { group, minor } of groups.values()) {
		if (minor === 0)
			throw new RangeError(`nothing is left of ${JSON.stringify(group)}: take another seed`);
	}
	const inOrder = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		payments,
		groups: inOrder.map(([, { group, minor, paymentIds }]) => ({
			...group,
			kind: minor < 0 ? 'creditNote' : 'invoice',
			total: amountText(minor, group.currency),
			paymentIds,
		})),
		refundsOfImportedInvoices: [...warned].map(([creditNote, invoice]) => ({
			creditNote,
			invoice,
		})),
	};
}

function groupOf(order: OrderDraft, payment: PaymentDraft, batchDay: string): Group {
	const { channel, branchId, currency } = order;
	if (channel === null) throw new RangeError(`${order.reference} has no channel to be batched by`);
	return { channel, branchId, paymentType: payment.method, currency, batchDay };
}
