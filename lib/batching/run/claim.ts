/**
 * Step 1, claim: the planned batches become the next documents of the log, complete, as drafts.
 * Creating an order under a unique reference is Cin7's one atomic act: who finds a number taken has lost a race, and
 * plans again. Nothing but a read-back counts as created.
 */
import type { Cin7Client, WriteOutcome } from '../../cin7/client';
import { salesOrders } from '../../cin7/resources';
import { documentPlan, type DocumentPlan, type DocumentSettings } from '../document';
import { claimedPayments, readLogAfter, type BatchLog, type LoggedDocument } from '../log';
import { manifestText } from '../manifest';
import type { MemberState } from '../members';
import type { Plan, PlannedBatch } from '../plan.types';
import { DocumentNotKept } from './documentNotKept';
import { valueFault } from './proof';
import { voidDocuments } from './void';

export interface Claim {
	/** Our documents, read back and holding, each with the batch it was planned as. */
	claimed: { document: LoggedDocument; batch: PlannedBatch }[];
	/** The log with all that was added to it. */
	log: LoggedDocument[];
	/** Batches whose number another run took, or whose payments another run listed first: to be planned again. */
	lost: number;
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
	const planned = plan.batches.map((batch, index) =>
		documentPlan(batch, log.lastNumber + 1 + index, claim, plan.fingerprint, members, settings),
	);
	const sent = await client.create(
		salesOrders,
		planned.map((document) => document.row),
	);
	const added = (await readLogAfter(client, log.lastId)).documents;
	const whole = [...log.documents, ...added].sort((a, b) => a.number - b.number);
	const ours = ownDocuments(added, sent, claim);
	const changed = ours.find((document) => !isAsSent(document, planned));
	if (changed) {
		await voidDocuments(client, ours);
		throw new DocumentNotKept(changed, planned);
	}
	const { gone } = await voidDocuments(client, outrun(ours, whole));
	const holding = ours.filter((document) => !gone.includes(document));
	return {
		claimed: holding.flatMap((document) => {
			const index = planned.findIndex(({ reference }) => reference === document.order.reference);
			return index < 0 ? [] : [{ document, batch: plan.batches[index] }];
		}),
		log: whole.filter((document) => !gone.includes(document)),
		lost: planned.length - holding.length,
		refusals: refusalsOf(sent, planned),
	};
}

/** Documents that list a payment which an earlier live document lists: the later one gives way. */
export function outrun(documents: LoggedDocument[], log: LoggedDocument[]): LoggedDocument[] {
	const owner = claimedPayments(log);
	return documents.filter(({ order, manifest }) =>
		manifest?.payments.some(([paymentId]) => owner.get(paymentId)?.order.id !== order.id),
	);
}

/** Ours by their mark, or, where an account cut the comments that hold it, by the ids that Cin7 gave us. */
function ownDocuments(
	added: LoggedDocument[],
	sent: WriteOutcome,
	claim: string,
): LoggedDocument[] {
	const ids = new Set(sent.results.filter((result) => result.success).map((result) => result.id));
	return added.filter(
		({ live, manifest, order }) =>
			live && (manifest ? manifest.claim === claim : ids.has(order.id)),
	);
}

/** Whether Cin7 kept the document as it was sent: manifest to the letter, branch, currency, and total to the cent. */
function isAsSent(document: LoggedDocument, planned: DocumentPlan[]): boolean {
	const { order, manifest } = document;
	const plan = planned.find((candidate) => candidate.reference === order.reference);
	if (!plan || !manifest) return false;
	return (
		order.internalComments.trim() === manifestText(plan.manifest) &&
		order.branchId === plan.manifest.branchId &&
		order.currencyCode === plan.manifest.currency &&
		valueFault(document, plan.manifest) === null
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

function isTakenNumber(text: string, reference: string): boolean {
	const ofReference = text.includes(reference) || /reference/i.test(text);
	return ofReference && /exist|duplicate|unique|taken|in use|already/i.test(text);
}
