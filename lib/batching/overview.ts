/** Get Batches: what stands in the log, for people and for flows that go on with it (Undo, Confirm, reports). */
import { isImported } from '../orders/accounting';
import type { Cin7Client } from '../cin7/client';
import type { DecimalText } from '../cin7/records';
import { salesOrders } from '../cin7/resources';
import { and, compare } from '../cin7/where';
import { logOf, type LoggedDocument } from './log';
import { documentFields } from './readLog';
import { documentReferences } from './reference';

export type BatchStatus = 'done' | 'unfinished' | 'toConfirm' | 'void' | 'unreadable';

export interface BatchFilter {
	/** First and last batch day, `2026-06-01`; blank for no bound. */
	from: string;
	until: string;
	/** Empty for all. */
	statuses: BatchStatus[];
	/** The newest so many that fit; 0 for all. */
	limit: number;
}

export interface BatchOverview {
	reference: string;
	status: BatchStatus;
	batchDay: string;
	channel: string;
	paymentType: string;
	branchId: number;
	/** Signed; credit notes negative. */
	total: DecimalText;
	currency: string;
	kind: 'invoice' | 'creditNote';
	/** Where it is booked. */
	posting: 'cin7' | 'external';
	bot: string;
	/** Whether Cin7 says that accounting has it; of a negative batch its credit note tells, not its document. */
	imported: boolean;
	payments: number;
	orders: number;
	documentId: number;
	paymentIds: number[];
}

/** A page of Cin7's. */
const rows = 250;

/**
 * Batches, newest first.
 * @throws Cin7Failure
 */
export async function getBatches(
	client: Cin7Client,
	filter: BatchFilter,
): Promise<BatchOverview[]> {
	const found: BatchOverview[] = [];
	let below: number | null = null;
	for (;;) {
		const where: string =
			below === null ? documentReferences : and(documentReferences, compare('id', '<', below));
		const page = await client.first(salesOrders, {
			where,
			order: 'id DESC',
			fields: documentFields,
			rows,
		});
		const overviews = logOf(page)
			.documents.reverse()
			.filter(({ manifest }) => manifest === null || manifest.payments.length > 0)
			.map(overviewOf);
		found.push(...overviews.filter((overview) => fits(overview, filter)));
		const isEnough = filter.limit > 0 && found.length >= filter.limit;
		if (page.length < rows || isEnough || isBefore(overviews, filter.from)) break;
		below = page[page.length - 1].id;
	}
	return filter.limit > 0 ? found.slice(0, filter.limit) : found;
}

function fits(overview: BatchOverview, { from, until, statuses }: BatchFilter): boolean {
	const { batchDay, status } = overview;
	if (from !== '' && batchDay < from) return false;
	if (until !== '' && batchDay > until) return false;
	return statuses.length === 0 || statuses.includes(status);
}

/** The longest look-back a bot can have: a page whose batches are all that much older than asked for is the last. */
const longestLookBack = 366 * 86_400_000;

function isBefore(overviews: BatchOverview[], from: string): boolean {
	if (from === '') return false;
	const days = overviews.map(({ batchDay }) => batchDay).filter((day) => day !== '');
	const newest = days.reduce((a, b) => (a > b ? a : b), '');
	return newest !== '' && Date.parse(newest) + longestLookBack < Date.parse(from);
}

/** One document as people see it. */
export function overviewOf(document: LoggedDocument): BatchOverview {
	const { order, manifest } = document;
	return {
		reference: order.reference,
		status: statusOf(document),
		batchDay: manifest?.batchDay ?? '',
		channel: manifest?.channel ?? '',
		paymentType: manifest?.paymentType ?? '',
		branchId: order.branchId,
		total: manifest?.total ?? order.total,
		currency: manifest?.currency ?? order.currencyCode,
		kind: manifest?.kind ?? 'invoice',
		posting: manifest?.posting ?? 'cin7',
		bot: manifest?.bot ?? '',
		imported: isImported(order),
		payments: manifest?.payments.length ?? 0,
		orders: manifest?.orders.length ?? 0,
		documentId: order.id,
		paymentIds: manifest?.payments.map(([id]) => id) ?? [],
	};
}

function statusOf({ live, finished, offered, manifest }: LoggedDocument): BatchStatus {
	if (!live) return 'void';
	if (!manifest) return 'unreadable';
	if (finished) return 'done';
	return offered ? 'toConfirm' : 'unfinished';
}
