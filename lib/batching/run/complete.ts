/**
 * From claimed to done: mark, value, check, approve, verify. Every step works from the documents' manifests and the
 * members as they are, and skips what is done already, so any run can take up where another one stopped.
 */
import type { Cin7Client } from '../../cin7/client';
import type { CreditNote } from '../../cin7/records';
import type { LoggedDocument } from '../log';
import type { MemberState } from '../members';
import { approveDocuments } from './approve';
import { checkMembers, type Finding } from './checkMembers';
import { markMembers } from './markMembers';
import {
	checkCreditNotes,
	checkValue,
	makeCreditNotes,
	payDocuments,
	valueHolders,
} from './payDocuments';
import { readMembers } from './readMembers';
import { releaseDocuments, tiedByOrders } from './release';
import { verifyDocuments } from './verify';

export interface Completion {
	/** Approved and verified. */
	done: LoggedDocument[];
	/** Made void because a member changed; its payments are free for the next plan. */
	released: Finding[];
	/** Still to be finished by a later run. */
	unfinished: Finding[];
}

/** How often a step is repeated when Cin7 did not keep what it was sent. */
const rounds = 3;

/**
 * Completes claimed documents.
 * @param state the members as last read
 */
export async function completeDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
	state: MemberState,
): Promise<Completion> {
	if (documents.length === 0) return { done: [], released: [], unfinished: [] };
	const { findings, members, notes } = await prepare(client, documents, state);
	const changed = findings.filter((finding) => finding.memberChanged);
	const leaving = tiedByOrders(
		changed.map((finding) => finding.document),
		documents,
	);
	if (leaving.length > 0) {
		await releaseDocuments(client, leaving, members, valueHolders(leaving, notes));
	}
	const stuck = findings.filter((finding) => !leaving.includes(finding.document));
	const stuckDocuments = tiedByOrders(
		stuck.map((finding) => finding.document),
		documents,
	);
	const ready = documents.filter(
		(document) => !leaving.includes(document) && !stuckDocuments.includes(document),
	);
	const { done, unfinished } = await approve(client, ready, notes);
	const released = leaving.map(
		(document) =>
			changed.find((finding) => finding.document === document) ?? {
				document,
				why: `${document.order.reference} shares an order with another batch that was let go.`,
				memberChanged: true,
			},
	);
	return { done, released, unfinished: [...stuck, ...unfinished] };
}

/** Marks, value, and the check of both, repeated for what did not hold. */
async function prepare(
	client: Cin7Client,
	documents: LoggedDocument[],
	state: MemberState,
): Promise<{ findings: Finding[]; members: MemberState; notes: Map<string, CreditNote> }> {
	let members = state;
	let findings: Finding[] = [];
	let notes = new Map<string, CreditNote>();
	for (let round = 1; round <= rounds; round += 1) {
		await markMembers(client, documents, members);
		notes = await makeCreditNotes(client, documents);
		const holders = valueHolders(documents, notes);
		await payDocuments(client, holders);
		members = await readMembers(client, documents);
		findings = [
			...checkMembers(documents, members),
			...checkCreditNotes(documents, notes),
			...(await checkValue(client, documents, holders)),
		];
		if (findings.every((finding) => finding.memberChanged)) break;
	}
	return { findings, members, notes };
}

async function approve(
	client: Cin7Client,
	documents: LoggedDocument[],
	notes: Map<string, CreditNote>,
): Promise<{ done: LoggedDocument[]; unfinished: Finding[] }> {
	let remaining = documents;
	const done: LoggedDocument[] = [];
	let findings: Finding[] = [];
	for (let round = 1; round <= rounds && remaining.length > 0; round += 1) {
		await approveDocuments(client, remaining, notes);
		const verified = await verifyDocuments(client, remaining);
		findings = verified.findings;
		const wrong = new Set(findings.map((finding) => finding.document.number));
		done.push(...verified.documents.filter((document) => !wrong.has(document.number)));
		remaining = remaining.filter((document) => wrong.has(document.number));
	}
	return { done, unfinished: remaining.length > 0 ? findings : [] };
}
