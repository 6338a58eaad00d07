// Is every payment of the look-back accounted for exactly once: batched, reported as skipped, or reconciled before?

import type { BatchDocument } from './documents.mts';
import { batchOrderIds } from './documents.mts';
import type { Ledger, LedgerPayment } from './ledger.mts';
import { instant } from './ledger.mts';

export interface LookBack {
	/** Start of the first day, in milliseconds since 1970. */
	from: number;
	/** The run began then. */
	until: number;
	/** The run ended then; a payment dated in between may have been seen or not. */
	ended: number;
}

export interface ReportedSkip {
	paymentId: number;
	reason: string;
}

export interface Coverage {
	payments: number;
	batched: number;
	skipped: number;
	reconciledBefore: number;
	onBatchDocuments: number;
	differences: string[];
}

export function checkCoverage(
	documents: BatchDocument[],
	ledger: Ledger,
	skips: ReportedSkip[],
	lookBack: LookBack,
): Coverage {
	const batched = new Set(
		documents.flatMap(({ manifest }) => manifest?.payments.map(([id]) => id) ?? []),
	);
	const reported = new Map(skips.map(({ paymentId, reason }) => [paymentId, reason]));
	const ownOrders = batchOrderIds(ledger);
	const result = { payments: 0, batched: 0, skipped: 0, reconciledBefore: 0, onBatchDocuments: 0 };
	const differences = twice(skips);
	for (const payment of ledger.payments) {
		const place = inLookBack(payment, lookBack);
		const reason = reported.get(payment.id);
		reported.delete(payment.id);
		if (place === 'outside') {
			if (reason !== undefined)
				differences.push(
					`Payment ${payment.id} is reported (${reason}), and not in the look-back.`,
				);
			continue;
		}
		const own = ownOrders.has(payment.orderId);
		// Listed by a batch of an earlier run, and its mark cleared by somebody since.
		const inOtherBatch =
			batched.has(payment.id) && reason === 'inAnotherBatch' && !payment.reconcileDate;
		const places = {
			batched: batched.has(payment.id),
			skipped: reason !== undefined && !own && !inOtherBatch,
			reconciledBefore: !batched.has(payment.id) && !own && Boolean(payment.reconcileDate),
			onBatchDocuments: own,
		};
		const names = (Object.keys(places) as Array<keyof typeof places>).filter(
			(name) => places[name],
		);
		if (own && reason !== undefined && reason !== 'batchDocument') names.push('skipped');
		if (names.length > 1)
			differences.push(`Payment ${payment.id} is ${names.join(' and ')} at once.`);
		if (names.length === 0 && place === 'inside') {
			differences.push(`Payment ${payment.id} is in no batch, and was not reported as skipped.`);
		}
		result.payments += 1;
		for (const name of names) result[name] += 1;
	}
	for (const id of reported.keys())
		differences.push(`Payment ${id} is reported as skipped, and does not exist.`);
	return { ...result, differences };
}

function inLookBack(
	{ paymentDate }: LedgerPayment,
	{ from, until, ended }: LookBack,
): 'inside' | 'outside' | 'either' {
	const date = paymentDate ? instant(paymentDate) : NaN;
	if (!(date >= from && date <= ended)) return 'outside';
	return date <= until ? 'inside' : 'either';
}

function twice(skips: ReportedSkip[]): string[] {
	const seen = new Set<number>();
	return skips.flatMap(({ paymentId }) => {
		if (seen.has(paymentId)) return [`Payment ${paymentId} is reported as skipped twice.`];
		seen.add(paymentId);
		return [];
	});
}
