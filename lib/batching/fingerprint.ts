/** A plan's fingerprint: by it, Run tells whether it carries out exactly what Preview showed. */
import { createHash } from 'node:crypto';
import type { PlannedBatch } from './plan.types';

/**
 * SHA-256, in hexadecimal, over all that Run would write of these batches: group, members, amounts, lines, kind and
 * currency rate. Names that are only shown are no part of it.
 * @param batches in the order in which they are numbered
 */
export function fingerprint(batches: readonly PlannedBatch[]): string {
	const hash = createHash('sha256');
	for (const batch of batches) hash.update(canonicalText(batch)).update('\n');
	return hash.digest('hex');
}

function canonicalText(batch: PlannedBatch): string {
	const { channel, branchId, paymentType, currency, batchDay, totalMinor } = batch;
	return JSON.stringify([
		[channel, branchId, paymentType, currency, batchDay],
		[batch.kind, totalMinor, batch.currencyRate],
		batch.members.map(({ paymentId, orderId, orderKind, amountMinor }) => [
			paymentId,
			orderId,
			orderKind,
			amountMinor,
		]),
		batch.lines.map(({ kind, accountCode, taxRate, amountMinor, taxMinor }) => [
			kind,
			accountCode,
			taxRate,
			amountMinor,
			taxMinor,
		]),
	]);
}
