// Holds what n8n reports against the sandbox's ledger, to the cent. It shares no code with the node: it reads the ledger
// through the sandbox's control API, and what n8n reports through n8n's.

import { amountText, minorUnits } from './verify/amounts.mts';
import type { LookBack, ReportedSkip } from './verify/coverage.mts';
import { checkCoverage } from './verify/coverage.mts';
import type { BatchDocument } from './verify/documents.mts';
import { liveDocuments } from './verify/documents.mts';
import type { Ledger } from './verify/ledger.mts';
import { byOrder } from './verify/ledger.mts';
import { checkMembers } from './verify/members.mts';
import { checkTotals } from './verify/totals.mts';
import { checkUntouched } from './verify/untouched.mts';

export { readLedger } from './verify/ledger.mts';
export type { Ledger, LookBack, ReportedSkip };

/** An item of the node's output "Batches", as far as it can be checked. */
export interface ReportedBatch {
	reference: string;
	channel: string;
	branch: { id: number; name: string };
	paymentType: string;
	currency: string;
	batchDay: string;
	kind: string;
	total: string;
	payments: number;
	paymentIds: number[];
}

export interface Verification {
	verified: boolean;
	checked: {
		batchesReported: number;
		documents: number;
		payments: number;
		batched: number;
		skipped: number;
		reconciledBefore: number;
		onBatchDocuments: number;
	};
	/** One sentence for everything that does not agree. */
	differences: string[];
}

/**
 * @param ledger after the run
 * @param before the ledger when the run began; without it nothing is said about what the run should have left alone
 */
export function verify(
	ledger: Ledger,
	batches: ReportedBatch[],
	skips: ReportedSkip[],
	lookBack: LookBack,
	before?: Ledger,
): Verification {
	const documents = liveDocuments(ledger);
	const paymentsByOrder = byOrder(ledger.payments);
	const coverage = checkCoverage(documents, ledger, skips, lookBack);
	const differences = [
		...batches.flatMap((batch) => told(() => checkReported(batch, documents))),
		...documents.flatMap((document) => told(() => checkTotals(document, paymentsByOrder))),
		...told(() => checkMembers(documents, ledger, unmarkedBefore(batches, skips))),
		...coverage.differences,
		...(before ? checkUntouched(documents, before, ledger) : []),
	];
	const { payments, batched, skipped, reconciledBefore, onBatchDocuments } = coverage;
	return {
		verified: differences.length === 0,
		checked: {
			batchesReported: batches.length,
			documents: documents.length,
			payments,
			batched,
			skipped,
			reconciledBefore,
			onBatchDocuments,
		},
		differences,
	};
}

/** Payments that the run found in the batch of an earlier run; its own batches have all their marks. */
function unmarkedBefore(batches: ReportedBatch[], skips: ReportedSkip[]): Set<number> {
	const own = new Set(batches.flatMap(({ paymentIds }) => paymentIds));
	const elsewhere = skips.filter(({ reason }) => reason === 'inAnotherBatch');
	return new Set(elsewhere.map(({ paymentId }) => paymentId).filter((id) => !own.has(id)));
}

/** Is the batch that n8n reports the one in the ledger? */
function checkReported(batch: ReportedBatch, documents: BatchDocument[]): string[] {
	const { reference, currency } = batch;
	const document = documents.find(({ order }) => order.reference === reference);
	if (document === undefined)
		return [`n8n reports ${reference}, and the ledger has no such batch.`];
	const { manifest } = document;
	if (manifest === undefined) return [];
	const found: string[] = [];
	const expect = (what: string, reported: string | number, actual: string | number): void => {
		if (reported === actual) return;
		found.push(`${reference}: n8n reports ${what} ${reported}, and the ledger has ${actual}.`);
	};
	expect('the channel', batch.channel, manifest.channel);
	expect('branch', batch.branch.id, manifest.branchId);
	expect('payment type', batch.paymentType, manifest.paymentType);
	expect('the batch day', batch.batchDay, manifest.batchDay);
	expect('the kind', batch.kind, manifest.kind);
	expect('currency', currency, manifest.currency);
	const total = amountText(minorUnits(manifest.total, manifest.currency), manifest.currency);
	expect('the total', amountText(minorUnits(batch.total, currency), currency), total);
	expect('as many payments as', batch.payments, manifest.payments.length);
	const listed = manifest.payments.map(([id]) => id);
	expect('the payments', inOrder(batch.paymentIds), inOrder(listed));
	return found;
}

function inOrder(ids: number[]): string {
	return ids.toSorted((a, b) => a - b).join(' ');
}

/** What cannot even be read is a difference too. */
function told(check: () => string[]): string[] {
	try {
		return check();
	} catch (error) {
		return [(error as Error).message];
	}
}
