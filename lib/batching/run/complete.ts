/**
 * From claimed to done: mark, value, check, approve, verify. Every step works from the documents' manifests and the
 * members as they are, and skips what is done already, so any run can take up where another one stopped.
 */
import type { Cin7Client } from '../../cin7/client';
import type { CreditNote } from '../../cin7/records';
import { sameDocument, type BatchLog, type LoggedDocument } from '../log';
import type { MemberState } from '../members';
import { approveDocuments } from './approve';
import { checkDocuments } from './checkDocuments';
import { checkMembers, type Finding } from './checkMembers';
import { isExternal } from '../manifest';
import { markMembers } from './markMembers';
import { offerDocuments } from './offer';
import { checkCreditNotes, checkValue } from './checkValue';
import { makeCreditNotes, payDocuments, valueHolders } from './payDocuments';
import { readMembers } from './readMembers';
import { releaseDocuments, tiedByOrders } from './release';
import { settleTime } from './settle';
import { verifyDocuments } from './verify';

export interface Completion {
	/** Approved and verified. */
	done: LoggedDocument[];
	/** Handed over to be booked elsewhere, and waiting for Confirm. */
	offered: LoggedDocument[];
	/** Made void because a member changed; its payments are free for the next plan. */
	released: Finding[];
	/** Still to be finished by a later run, or for a person to look at. */
	unfinished: Finding[];
}

/** Of no documents at all. */
export function nothingCompleted(): Completion {
	return { done: [], offered: [], released: [], unfinished: [] };
}

/** How often a step is repeated when Cin7 did not keep what it was sent. */
const rounds = 3;

/**
 * Completes claimed documents.
 * @param state the members as last read
 * @param log every document of the account, these included
 * @param areNew whether they were claimed just now
 */
export async function completeDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
	state: MemberState,
	log: BatchLog,
	areNew = false,
): Promise<Completion> {
	if (documents.length === 0) return nothingCompleted();
	const { findings, notes } = await prepare(client, documents, state, log, areNew);
	const changed = findings.filter((finding) => finding.memberChanged);
	const leaving = toRelease(documents, changed, log, notes);
	const stuck = findings.filter((finding) => !leaving.has(finding.document));
	const held = new Set([
		...leaving,
		...tiedByOrders(
			stuck.map((finding) => finding.document),
			documents,
		),
	]);
	const sound = documents.filter((document) => !held.has(document));
	const { offered, unfinished: notOffered } = await offerDocuments(
		client,
		sound.filter(({ manifest, finished }) => isExternal(manifest) && !finished),
	);
	const { done, unfinished } = await approve(
		client,
		sound.filter(({ manifest, finished }) => !isExternal(manifest) || finished),
		notes,
	);
	// After what goes on, so that its last look is not an old one by then.
	const { gone, findings: left } = await releaseDocuments(client, [...leaving], log);
	return {
		done,
		offered,
		released: gone.map((document) => reasonFor(document, changed)),
		unfinished: [
			...stuck.map((finding) => told(finding, documents, log)),
			...waitingFor(stuck, documents, leaving),
			...left,
			...notOffered,
			...unfinished,
		],
	};
}

/** Documents of which a member changed, with those tied to them; unless accounting may have one of what belongs together. */
function toRelease(
	documents: LoggedDocument[],
	changed: Finding[],
	log: BatchLog,
	notes: Map<string, CreditNote>,
): Set<LoggedDocument> {
	const isBooked = (document: LoggedDocument) =>
		isPast(document) || isApproved(notes.get(document.order.reference));
	const all = [...documents, ...log.documents.filter(isPast)];
	const leaving = new Set<LoggedDocument>();
	for (const { document } of changed) {
		if (leaving.has(document)) continue;
		const tied = tiedByOrders([document], all);
		if (!tied.some(isBooked)) for (const one of tied) leaving.add(one);
	}
	return leaving;
}

/** Documents that are sound themselves, and share an order with one that is stuck. */
function waitingFor(
	stuck: Finding[],
	documents: LoggedDocument[],
	leaving: Set<LoggedDocument>,
): Finding[] {
	const named = new Set(stuck.map((finding) => finding.document));
	return tiedByOrders([...named], documents)
		.filter((document) => !named.has(document) && !leaving.has(document))
		.map((document) => ({
			document,
			why: `${document.order.reference} shares an order with a batch that cannot be finished yet, and waits for it.`,
			memberChanged: false,
		}));
}

/** What stays although a member changed, and what a person can do about it. */
function told(finding: Finding, documents: LoggedDocument[], log: BatchLog): Finding {
	const { document, why, memberChanged } = finding;
	const { reference } = document.order;
	if (document.offered) {
		return {
			...finding,
			why: `${why} ${reference} was handed over to be booked before that. If your accounting software has it, correct it there and confirm it; if not, undo ${reference}.`,
		};
	}
	if (!memberChanged) return finding;
	const tied = tiedByOrders([document], [...documents, ...log.documents.filter(isPast)]);
	const references = tied.map(({ order }) => order.reference).sort();
	const what = references.length > 1 ? `${references.join(', ')} together` : reference;
	return {
		...finding,
		why: `${why} It is in ${reference}, which stays as it is, because accounting may have part of it. To batch its payments anew, undo ${what}.`,
	};
}

/** Accounting may have it. */
function isPast({ finished, offered }: LoggedDocument): boolean {
	return finished || offered;
}

function reasonFor(document: LoggedDocument, changed: Finding[]): Finding {
	const own = changed.find((finding) => sameDocument(finding.document, document));
	const why = `${document.order.reference} shares an order with another batch that was let go.`;
	return own ?? { document, why, memberChanged: true };
}

function isApproved(note: CreditNote | undefined): boolean {
	return note?.status.toUpperCase() === 'APPROVED';
}

/** Marks, value, and the check of all, repeated for what did not hold. */
async function prepare(
	client: Cin7Client,
	documents: LoggedDocument[],
	state: MemberState,
	log: BatchLog,
	areNew: boolean,
): Promise<{ findings: Finding[]; notes: Map<string, CreditNote> }> {
	let members = state;
	let findings: Finding[] = [];
	let notes = new Map<string, CreditNote>();
	const paid = new Set<number>();
	let areMarked = false;
	for (let round = 1; round <= rounds; round += 1) {
		if (round > 1) await client.pause(settleTime);
		areMarked = await markMembers(
			client,
			documents,
			members,
			areMarked ? 'withoutWords' : 'withWords',
		);
		notes = await makeCreditNotes(client, documents, areNew && round === 1);
		const holders = valueHolders(documents, notes);
		await payDocuments(client, holders, paid);
		members = await readMembers(
			client,
			documents,
			holders.map(({ orderId }) => orderId),
		);
		findings = [
			...checkMembers(documents, members, log.documents),
			...checkCreditNotes(documents, notes),
			...checkValue(members, documents, holders),
			...(await checkDocuments(client, documents)),
		];
		if (findings.every((finding) => finding.memberChanged)) break;
	}
	return { findings, notes };
}

async function approve(
	client: Cin7Client,
	documents: LoggedDocument[],
	notes: Map<string, CreditNote>,
): Promise<{ done: LoggedDocument[]; unfinished: Finding[] }> {
	let remaining = documents;
	let current = notes;
	const done: LoggedDocument[] = [];
	const gone: Finding[] = [];
	let findings: Finding[] = [];
	for (let round = 1; round <= rounds && remaining.length > 0; round += 1) {
		if (round > 1) await client.pause(settleTime);
		current = await approveDocuments(client, remaining, current);
		const verified = await verifyDocuments(client, remaining, current);
		const live = new Set(verified.documents.filter((one) => one.live).map(({ number }) => number));
		// What is void by now stays void: its credit note must not be approved once more.
		gone.push(...verified.findings.filter(({ document }) => !live.has(document.number)));
		findings = verified.findings.filter(({ document }) => live.has(document.number));
		const wrong = new Set(verified.findings.map(({ document }) => document.number));
		done.push(...verified.documents.filter(({ number }) => !wrong.has(number)));
		remaining = findings.map(({ document }) => document);
	}
	return { done, unfinished: [...gone, ...(remaining.length > 0 ? findings : [])] };
}
