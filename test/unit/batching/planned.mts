// Plans a run of 2 June over an account given in part, and puts the outcome into few words.
import { plan } from './plan.mts';
import type { AccountReading } from './plan.mts';
import type { BatchSettings } from '../../../lib/batching/settings';
import { ignore, reading, secondOfJune, settings, time } from './account.mts';

const rows = [
	{ channel: 'Shopify', paymentType: 'PayPal', cutOff: time(11) },
	{ channel: 'Shopify', paymentType: 'Stripe', cutOff: time(11) },
	{ channel: 'Shopify', paymentType: 'Gift Card', cutOff: ignore },
];

/** Batches as [payment type, total, ...payment ids], skipped payments as [id, reason]. */
export function planned(account: Partial<AccountReading>, changes: Partial<BatchSettings> = {}) {
	const result = plan(settings({ rows, ...changes }), reading(account), secondOfJune);
	return {
		batches: result.batches.map(({ paymentType, totalMinor, members }) => [
			paymentType,
			totalMinor,
			...members.map((member) => member.paymentId),
		]),
		skipped: result.skipped.map((one) => [one.payment.id, one.reason]),
		messages: result.skipped.map((one) => one.message),
		warnings: result.warnings,
		plan: result,
	};
}
