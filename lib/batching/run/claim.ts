/**
 * Step 1, claim: the planned batches become the next documents of the log, complete, as drafts.
 * Creating an order under a unique reference is Cin7's one atomic act: who finds a number taken has lost a race, and
 * plans again. Nothing but a read-back counts as created.
 */
import type { Cin7Client } from '../../cin7/client';
import { salesOrders } from '../../cin7/resources';
import { toMinor } from '../../money/currency';
import { documentPlan, type DocumentPlan, type DocumentSettings } from '../document';
import { claimedPayments, readLogAfter, type BatchLog, type LoggedDocument } from '../log';
import { manifestText } from '../manifest';
import type { MemberState } from '../members';
import type { Plan, PlannedBatch } from '../plan.types';
import { voidDocuments } from './void';

export interface Claim {
	/** Our documents, read back and holding, each with the batch it was planned as. */
	claimed: { document: LoggedDocument; batch: PlannedBatch }[];
	/** Batches whose number another run took, or whose payments another run listed first: to be planned again. */
	lost: number;
	/** Cin7's own words where it refused a document for another reason than its number. */
	refusals: string[];
}

/**
 * Creates and reads back the documents of a plan.
 * @param log the log as it was read for this very plan
 * @param claim this run's own mark
 * @throws Error when Cin7 did not keep a document as it was sent; such documents are void again by then
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
	const added = await readLogAfter(client, log.lastId);
	const ours = added.documents.filter(
		(document) => document.manifest?.claim === claim && document.live,
	);
	const changed = ours.filter((document) => !isAsSent(document, planned));
	const outrun = new Set(outrunBy(log, added, claim));
	const failed = new Set([...changed, ...ours.filter((document) => outrun.has(document))]);
	await voidDocuments(client, [...failed]);
	if (changed.length > 0) throw new DocumentNotKept(changed[0], planned);
	const holding = ours.filter((document) => !failed.has(document));
	return {
		claimed: holding.flatMap((document) => {
			const index = planned.findIndex(({ reference }) => reference === document.order.reference);
			return index < 0 ? [] : [{ document, batch: plan.batches[index] }];
		}),
		lost: planned.length - holding.length,
		refusals: sent.results
			.filter((result) => !result.success)
			.flatMap((result) => result.errors)
			.filter((text) => !/already (exists|used|taken)|duplicate|unique/i.test(text)),
	};
}

/** Ours that list a payment which an earlier live document lists. */
function outrunBy(log: BatchLog, added: BatchLog, claim: string): LoggedDocument[] {
	const documents = [...log.documents, ...added.documents].sort((a, b) => a.number - b.number);
	const owner = claimedPayments(documents);
	return added.documents.filter(
		(document) =>
			document.live &&
			document.manifest?.claim === claim &&
			document.manifest.payments.some(([paymentId]) => owner.get(paymentId) !== document),
	);
}

/** Whether Cin7 kept the document as it was sent: manifest to the letter, a draft, and its lines' total to the cent. */
function isAsSent({ order, manifest }: LoggedDocument, planned: DocumentPlan[]): boolean {
	const plan = planned.find((candidate) => candidate.reference === order.reference);
	if (!plan || !manifest) return false;
	const total = plan.manifest.kind === 'invoice' ? plan.manifest.total : '0';
	return (
		order.internalComments.trim() === manifestText(plan.manifest) &&
		order.status.toUpperCase() === 'DRAFT' &&
		order.branchId === plan.manifest.branchId &&
		order.currencyCode === plan.manifest.currency &&
		toMinor(order.total, plan.manifest.currency) === toMinor(total, plan.manifest.currency)
	);
}

/** Cin7 changed a document on its way in. */
export class DocumentNotKept extends Error {
	constructor({ order, manifest }: LoggedDocument, planned: DocumentPlan[]) {
		const plan = planned.find((candidate) => candidate.reference === order.reference);
		const kept =
			manifest === null ||
			order.internalComments.trim().length !== plan?.row.internalComments?.toString().length
				? `kept ${order.internalComments.trim().length} characters of its list of members`
				: `shows a total of ${order.total} ${order.currencyCode} for ${plan?.manifest.total} ${plan?.manifest.currency}, branch ${order.branchId} and status ${order.status}`;
		super(
			`Cin7 did not keep ${order.reference} as it was sent: it ${kept}. The document was made void again and no payment was touched.`,
		);
		this.name = 'DocumentNotKept';
	}
}
