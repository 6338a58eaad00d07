/**
 * The summary of a Preview or a Run: counts, totals per currency, what was left out and why, and the next step, as one
 * flat record for the node's third output, the run history and the e-mail.
 */
import type { DecimalText } from '../../cin7/records';
import { toText } from '../../money/currency';
import { grouped } from '../../money/grouped';
import type { PlannedBatch, SkippedPayment } from '../plan.types';
import { skipReasons } from '../reasons/skipReasons';
import { headline, nextStep } from './sentences';

export interface SummaryBatch {
	/** Blank in a Preview. */
	reference: string;
	batch: PlannedBatch;
}

/** Which execution it was; people look it up there. */
export interface InExecution {
	/** When it began, in milliseconds. */
	startedAt: number;
	/** Where n8n shows it; blank where that is not known. */
	executionUrl: string;
}

export interface SummaryInput extends InExecution {
	operation: 'preview' | 'run';
	/** Where batches are booked. */
	posting: 'cin7' | 'external';
	botName: string;
	/** The moment the run is made for, in milliseconds: now, or Run As Of. */
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

/** `failed` is of a run that stopped: see stopped.ts. */
export type RunResultWord = 'done' | 'nothingToDo' | 'attention' | 'failed';

export interface Summary {
	operation: 'preview' | 'run';
	result: RunResultWord;
	posting: 'cin7' | 'external';
	botName: string;
	startedAt: string;
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
	/** The same to be read: `AUD 1,234.00; NZD 5.00`. */
	totalsText: string;
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
	executionUrl: string;
}

/** Adds up what a plan or a run came to. */
export function summarise(input: SummaryInput): Summary {
	const { batches, skipped } = input;
	const planned = batches.map((entry) => entry.batch);
	const sums = totals(planned);
	return {
		operation: input.operation,
		result: resultOf(input),
		posting: input.posting,
		botName: input.botName,
		startedAt: new Date(input.startedAt).toISOString(),
		runAt: new Date(input.at).toISOString(),
		timeZone: input.zone,
		batches: batches.length,
		payments: count(planned, (batch) => batch.members.length),
		orders: count(planned, (batch) => distinctOrders(batch, 'S')),
		creditNotes: count(planned, (batch) => distinctOrders(batch, 'C')),
		toConfirm: input.toConfirm,
		comingAgain: input.comingAgain.length,
		totals: sums,
		totalsText: sums.map(({ currency, total }) => `${currency} ${grouped(total)}`).join('; '),
		skippedPayments: skipped.length,
		skipped: skipCounts(skipped),
		warnings: input.warnings,
		attention: input.attention,
		finishedEarlier: input.finishedEarlier,
		fingerprint: input.fingerprint,
		matchesPreview: input.matchesPreview,
		headline: headline(input),
		nextStep: nextStep(input),
		executionUrl: input.executionUrl,
	};
}

function resultOf({ batches, comingAgain, finishedEarlier, attention }: SummaryInput) {
	if (attention.length > 0) return 'attention';
	const did = batches.length + comingAgain.length + finishedEarlier.length;
	return did > 0 ? 'done' : 'nothingToDo';
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
