/** What the next node needs of a batch that is booked elsewhere, made from its document alone, so that it can come again. */
import type { Branch } from '../../cin7/records';
import { toMinor } from '../../money/currency';
import { nameKey } from '../../orders/channel';
import type { LoggedDocument } from '../log';
import type { Manifest } from '../manifest';
import type { PlannedBatch } from '../plan.types';
import type { BatchSettings } from '../settings';

/** The batch of a document, as it was planned. Its lines are in the manifest. */
export function batchOf(
	{ order }: LoggedDocument,
	manifest: Manifest,
	branches: Branch[],
): PlannedBatch {
	const { channel, branchId, paymentType, currency, batchDay, kind } = manifest;
	const kinds = new Map(manifest.orders.map(([id, orderKind]) => [id, orderKind]));
	return {
		channel,
		branchId,
		branchName: branches.find((branch) => branch.id === branchId)?.company ?? '',
		paymentType,
		currency,
		batchDay,
		kind,
		totalMinor: toMinor(manifest.total, currency) ?? 0,
		currencyRate: order.currencyRate,
		members: manifest.payments.map(([paymentId, orderId, amount]) => ({
			paymentId,
			orderId,
			orderKind: kinds.get(orderId) ?? 'S',
			amountMinor: toMinor(amount, currency) ?? 0,
		})),
		lines: [],
	};
}

/** Whether a bot batches this channel and payment type: then an unconfirmed batch of it comes again with its runs. */
export function covers(settings: BatchSettings, manifest: Manifest): boolean {
	const isOwnBranch =
		settings.branchIds.length === 0 || settings.branchIds.includes(manifest.branchId);
	return (
		isOwnBranch &&
		settings.rows.some(
			({ channel, paymentType, cutOff }) =>
				cutOff.kind !== 'ignore' &&
				nameKey(channel) === nameKey(manifest.channel) &&
				nameKey(paymentType) === nameKey(manifest.paymentType),
		)
	);
}
