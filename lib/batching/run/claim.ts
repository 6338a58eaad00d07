/**
 * Step 1, claim: the planned batches become the next documents of the log, complete, as drafts.
 * Creating an order under a unique reference is Cin7's one atomic act: who finds a number taken has lost a race. Nothing
 * but a read-back counts as created.
 */
import type { Cin7Client, WriteOutcome } from '../../cin7/client';
import { salesOrders } from '../../cin7/resources';
import { documentPlan, type DocumentPlan, type DocumentSettings } from '../document';
import {
	claimedPayments,
	gaps,
	isAmong,
	listedOrders,
	nextNumbers,
	type BatchLog,
	type LoggedDocument,
} from '../log';
import type { MemberState } from '../members';
import type { Plan, PlannedBatch } from '../plan.types';
import { readLogAgain } from '../readLog';
import { notAsSent } from './asSent';
import type { Finding } from './checkMembers';
import { closeGaps, isTakenNumber } from './closeGaps';
import { DocumentNotKept } from './documentNotKept';
import { settleTime } from './settle';
import { voidDocuments } from './void';

export interface Claim {
	/** Our documents, read back and holding, each with the batch it was planned as. */
	claimed: { document: LoggedDocument; batch: PlannedBatch }[];
	/** The log with all that was added to it. */
	log: BatchLog;
	/** Batches whose number another run took, or whose payments another run listed first: to be planned again. */
	lost: number;
	/** Nothing came of it but this: every number was taken by a document that the log shows now. */
	lostOnlyNumbers: boolean;
	/** Ours that had to give way and could not be made void: the next run does that. */
	staying: Finding[];
	/** Cin7's own words where it refused a document for another reason than its number. */
	refusals: string[];
}

/**
 * Creates and reads back the documents of a plan.
 * @param log the log as it was read for this very plan
 * @param claim this run's own mark
 * @throws DocumentNotKept when Cin7 did not keep one as it was sent; all of this claim are void again by then
 */
export async function claimBatches(
	client: Cin7Client,
	plan: Plan,
	log: BatchLog,
	claim: string,
	members: MemberState,
	settings: DocumentSettings,
): Promise<Claim> {
	const numbers = nextNumbers(log, plan.batches.length);
	const marked = listedOrders(log.documents);
	const planned = plan.batches.map((batch, index) =>
		documentPlan(batch, numbers[index], claim, plan.fingerprint, members, settings, marked),
	);
	const sent = await client.create(
		salesOrders,
		planned.map((document) => document.row),
	);
	const whole = await readBack(client, log, sent);
	const ours = ownDocuments(whole.documents, sent, claim);
	const changed = ours.flatMap((document) => {
		const plan = planned.find(({ reference }) => reference === document.order.reference);
		const why = notAsSent(document, plan);
		return why === null ? [] : [{ document, why }];
	});
	if (changed.length > 0) {
		const documents = changed.map(({ document }) => document);
		await voidDocuments(client, ours);
		await voidDocuments(client, documents, 'approvedToo');
		throw new DocumentNotKept(documents[0].order.reference, changed[0].why);
	}
	const below = Math.max(highest(ours), highestTaken(sent, planned));
	const settled = await closeGaps(client, whole, below, claim, settings);
	const giving = givingWay(ours, planned, settled);
	const { gone, staying } = await voidDocuments(client, giving);
	// One that could not be made void does not hold for that: the next run makes it void.
	const holding = ours.filter((document) => !isAmong(giving, document));
	return {
		claimed: holding.flatMap((document) => {
			const index = planned.findIndex(({ reference }) => reference === document.order.reference);
			return index < 0 ? [] : [{ document, batch: plan.batches[index] }];
		}),
		log: without(settled, gone),
		lost: planned.length - holding.length,
		lostOnlyNumbers: ours.length === 0 && areTaken(planned, sent, settled),
		staying: staying.map(notVoidYet),
		refusals: refusalsOf(sent, planned),
	};
}

/** The log with what stands in it now; asked again while it does not show yet what Cin7 says it created. */
async function readBack(client: Cin7Client, log: BatchLog, sent: WriteOutcome): Promise<BatchLog> {
	const created = sent.results.filter(({ success }) => success).map(({ id }) => id);
	const isUncertain = sent.uncertain.length > 0;
	for (let tries = 1; ; tries += 1) {
		if (tries > 1 || isUncertain) await client.pause(settleTime);
		const read = await readLogAgain(client, log);
		const shown = new Set(read.documents.map(({ order }) => order.id));
		if (tries === readBackTries || created.every((id) => shown.has(id))) return read;
	}
}

const readBackTries = 4;

function highest(documents: LoggedDocument[]): number {
	return documents.reduce((number, document) => Math.max(number, document.number), 0);
}

/** The highest of our numbers that Cin7 says is taken: if nothing shows it, something other than a sales order has it. */
function highestTaken(sent: WriteOutcome, planned: DocumentPlan[]): number {
	return sent.results.reduce((number, { index, success, errors }) => {
		const { reference, manifest } = planned[index];
		const isTaken = !success && errors.some((text) => isTakenNumber(text, reference));
		return isTaken ? Math.max(number, manifest.number ?? 0) : number;
	}, 0);
}

/** Whether Cin7 says of every number that it is taken, and the log shows by what. */
function areTaken(planned: DocumentPlan[], sent: WriteOutcome, log: BatchLog): boolean {
	const shown = new Set(log.documents.map(({ number }) => number));
	return (
		sent.uncertain.length === 0 &&
		sent.results.length === planned.length &&
		sent.results.every(({ index, success, errors }) => {
			const { reference, manifest } = planned[index];
			const isTaken = !success && errors.every((text) => isTakenNumber(text, reference));
			return isTaken && errors.length > 0 && shown.has(manifest.number ?? 0);
		})
	);
}

function without(log: BatchLog, gone: LoggedDocument[]): BatchLog {
	return { ...log, documents: log.documents.filter((document) => !isAmong(gone, document)) };
}

/**
 * Documents of ours that must not go on: outrun ones, those above a gap that could not be closed, and, because an order
 * is batched whole, those that share an order with a payment which has found no place.
 */
function givingWay(
	ours: LoggedDocument[],
	planned: DocumentPlan[],
	log: BatchLog,
): LoggedDocument[] {
	const lowestGap = Math.min(...gaps(log, highest(ours)), Infinity);
	const giving = new Set([
		...outrun(ours, log.documents),
		...ours.filter(({ number }) => number > lowestGap),
	]);
	for (let before = -1; before !== giving.size; ) {
		before = giving.size;
		const staying = log.documents.filter((document) => !isAmong([...giving], document));
		const owned = claimedPayments(staying);
		const homeless = new Set(
			planned.flatMap(({ manifest }) =>
				manifest.payments.filter(([id]) => !owned.has(id)).map(([, orderId]) => orderId),
			),
		);
		for (const document of ours) {
			if (document.manifest?.orders.some(([id]) => homeless.has(id))) giving.add(document);
		}
	}
	return [...giving];
}

/**
 * Documents that list a payment which an earlier live document lists: the later one gives way. It holds for good: no
 * document can come before another once the numbers below are all taken, and a void one does not come back.
 */
export function outrun(documents: LoggedDocument[], log: LoggedDocument[]): LoggedDocument[] {
	const owner = claimedPayments(log);
	return documents.filter(({ order, manifest }) =>
		manifest?.payments.some(([paymentId]) => owner.get(paymentId)?.order.id !== order.id),
	);
}

/** What a person is told of a document that gives way and is still there. */
export function notVoidYet(document: LoggedDocument): Finding {
	const { reference } = document.order;
	const why = `${reference} lists payments that another batch has, and could not be made void just now. Nothing was done for it; the next run makes it void.`;
	return { document, why, memberChanged: false };
}

/** Ours by their mark, or, where an account cut the comments that hold it, by the ids that Cin7 gave us. */
function ownDocuments(
	documents: LoggedDocument[],
	sent: WriteOutcome,
	claim: string,
): LoggedDocument[] {
	const ids = new Set(sent.results.filter((result) => result.success).map((result) => result.id));
	return documents.filter(
		({ live, manifest, order }) =>
			live && (manifest ? manifest.claim === claim : ids.has(order.id)),
	);
}

/** What Cin7 said of documents it refused, other than that their number is taken or that nothing is known of them. */
function refusalsOf(sent: WriteOutcome, planned: DocumentPlan[]): string[] {
	const unknown = (index: number) =>
		sent.uncertain.some(({ from, to }) => index >= from && index < to);
	return sent.results.flatMap(({ index, success, errors }) => {
		if (success || unknown(index)) return [];
		const { reference, manifest } = planned[index];
		return errors
			.filter((text) => !isTakenNumber(text, reference))
			.map((text) => `${manifest.channel}, ${manifest.paymentType}, ${manifest.batchDay}: ${text}`);
	});
}
