/**
 * The summary of a Preview or a Run: counts, totals per currency, what was left out and why, and the next step, as one
 * flat record for the node's third output and for the e-mail.
 */
import type { DecimalText } from '../../cin7/records';
import { toText } from '../../money/currency';
import type { PlannedBatch, SkippedPayment } from '../plan.types';
import { skipReasons } from '../skipReasons';

export interface SummaryBatch {
	/** Blank in a Preview. */
	reference: string;
	batch: PlannedBatch;
}

export interface SummaryInput {
	operation: 'preview' | 'run';
	/** Where batches are booked. */
	posting: 'cin7' | 'external';
	botName: string;
	/** Milliseconds. */
	at: number;
	zone: string;
	/** Made by this run, or planned. */
	batches: SummaryBatch[];
	/** Handed over by earlier runs and not confirmed: they come again. */
	comingAgain: SummaryBatch[];
	/** How many of both wait to be booked elsewhere and confirmed. */
	toConfirm: number;
	skipped: SkippedPayment[];
	warnings: string[];
	/** What a person must look at: documents that could not be finished. */
	attention: string[];
	/** What an earlier run left and this one finished. */
	finishedEarlier: string[];
	fingerprint: string;
	/** null where there was no Preview to hold it against. */
	matchesPreview: boolean | null;
	email: string;
}

export interface Summary {
	operation: 'preview' | 'run';
	posting: 'cin7' | 'external';
	botName: string;
	runAt: string;
	timeZone: string;
	batches: number;
	payments: number;
	orders: number;
	creditNotes: number;
	/** Batches to book elsewhere and to confirm, those included that come again. */
	toConfirm: number;
	comingAgain: number;
	/** Of the new batches. */
	totals: { currency: string; total: DecimalText; batches: number; payments: number }[];
	skippedPayments: number;
	/** Only reasons that occurred, in their documented order. */
	skipped: Record<string, number>;
	warnings: string[];
	attention: string[];
	finishedEarlier: string[];
	fingerprint: string;
	matchesPreview: boolean | null;
	headline: string;
	nextStep: string;
}

/** Adds up what a plan or a run came to. */
export function summarise(input: SummaryInput): Summary {
	const { batches, skipped } = input;
	const planned = batches.map((entry) => entry.batch);
	return {
		operation: input.operation,
		posting: input.posting,
		botName: input.botName,
		runAt: new Date(input.at).toISOString(),
		timeZone: input.zone,
		batches: batches.length,
		payments: count(planned, (batch) => batch.members.length),
		orders: count(planned, (batch) => distinctOrders(batch, 'S')),
		creditNotes: count(planned, (batch) => distinctOrders(batch, 'C')),
		toConfirm: input.toConfirm,
		comingAgain: input.comingAgain.length,
		totals: totals(planned),
		skippedPayments: skipped.length,
		skipped: skipCounts(skipped),
		warnings: input.warnings,
		attention: input.attention,
		finishedEarlier: input.finishedEarlier,
		fingerprint: input.fingerprint,
		matchesPreview: input.matchesPreview,
		headline: headline(input),
		nextStep: nextStep(input),
	};
}

function headline(input: SummaryInput): string {
	const { operation, posting, batches, attention } = input;
	const payments = count(batches, ({ batch }) => batch.members.length);
	const where = posting === 'external' ? ', to be booked in your accounting software' : '';
	const what = `${plural(payments, 'payment')} in ${plural(batches.length, 'batch', 'batches')}${where}`;
	if (operation === 'preview') {
		return batches.length === 0
			? 'A run now would batch nothing.'
			: `A run now would batch ${what}.`;
	}
	const earlier = ofEarlierRuns(input);
	if (attention.length > 0 && batches.length === 0) {
		return `No batch was made; something needs your attention.${earlier}`;
	}
	if (attention.length > 0) return `Batched ${what}; something needs your attention.${earlier}`;
	if (batches.length === 0) return `Nothing to batch: no payment was changed.${earlier}`;
	return `Batched ${what}.${earlier}`;
}

function ofEarlierRuns({ finishedEarlier, comingAgain }: SummaryInput): string {
	const finished =
		finishedEarlier.length > 0
			? ` Finished ${plural(finishedEarlier.length, 'batch', 'batches')} that an earlier run left.`
			: '';
	const again =
		comingAgain.length > 0
			? ` ${plural(comingAgain.length, 'batch', 'batches')} of earlier runs ${comingAgain.length === 1 ? 'comes' : 'come'} again, not being confirmed yet.`
			: '';
	return finished + again;
}

const confirmStep =
	'Book each batch in your accounting software, then close it with Confirm: what is not confirmed comes again with the next run, under the same reference.';

function nextStep(input: SummaryInput): string {
	const { operation, posting, batches, attention, toConfirm, skipped } = input;
	if (attention.length > 0) {
		const look =
			'Look at what needs attention, then run again: a run first finishes what is left, and batches nothing twice.';
		return toConfirm > 0 ? `${look} ${confirmStep}` : look;
	}
	if (operation === 'preview') {
		if (batches.length === 0) {
			return 'Nothing has been changed in Cin7. Look at the Skipped output to see what each payment waits for.';
		}
		return posting === 'external'
			? 'Nothing has been changed in Cin7. Choose Run to make these batches and hand them over.'
			: 'Nothing has been changed in Cin7. Choose Run to make these batches.';
	}
	if (toConfirm > 0) return confirmStep;
	if (batches.length > 0) {
		return 'Match each batch with the deposit of its payment type in your accounting software.';
	}
	return skipped.length > 0
		? 'Look at the Skipped output to see what each payment waits for.'
		: 'There is no open payment in the look-back.';
}

function totals(batches: PlannedBatch[]): Summary['totals'] {
	const sums = new Map<string, { minor: number; batches: number; payments: number }>();
	for (const batch of batches) {
		const sum = sums.get(batch.currency) ?? { minor: 0, batches: 0, payments: 0 };
		sum.minor += batch.totalMinor;
		sum.batches += 1;
		sum.payments += batch.members.length;
		sums.set(batch.currency, sum);
	}
	return [...sums]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([currency, sum]) => ({
			currency,
			total: toText(sum.minor, currency),
			batches: sum.batches,
			payments: sum.payments,
		}));
}

function skipCounts(skipped: SkippedPayment[]): Record<string, number> {
	const counts = new Map<string, number>();
	for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return Object.fromEntries(
		skipReasons.flatMap((reason) => {
			const found = counts.get(reason);
			return found === undefined ? [] : [[reason, found]];
		}),
	);
}

/** How many sales orders or credit notes a batch has members of. */
export function distinctOrders(batch: PlannedBatch, kind: 'S' | 'C'): number {
	const ids = batch.members.filter((member) => member.orderKind === kind);
	return new Set(ids.map((member) => member.orderId)).size;
}

function count<T>(items: T[], of: (item: T) => number): number {
	return items.reduce((sum, item) => sum + of(item), 0);
}

/** `1 batch`, `2 batches`. */
export function plural(number: number, one: string, many = `${one}s`): string {
	return `${number} ${number === 1 ? one : many}`;
}
