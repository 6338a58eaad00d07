/**
 * First of all, what an earlier run left undone, this bot's or another's: drafts are finished, marks that point at void
 * documents are taken back, and what two runs at one document left behind is cleared away.
 */
import type { Cin7Client } from '../../cin7/client';
import type { Branch } from '../../cin7/records';
import type { Day } from '../../time/day';
import { runDays } from '../../time/window';
import type { DocumentSettings } from '../document';
import {
	claimedPayments,
	isAmong,
	unfinishedDocuments,
	type BatchLog,
	type LoggedDocument,
} from '../log';
import { readForRun, type RunReading } from '../reading';
import { creditNoteReference } from '../reference';
import type { BatchSettings } from '../settings';
import type { Finding } from './checkMembers';
import { notVoidYet, outrun } from './claim';
import { closeGaps, isEmpty } from './closeGaps';
import { completeDocuments, nothingCompleted, type Completion } from './complete';
import { lostLists } from './lostLists';
import { lostMarks, markBatchedAgain, markLostAgain } from './lostMarks';
import { releaseRows, rowCount } from './marks';
import { readMembers } from './readMembers';
import { releaseDocuments } from './release';
import { removeStrayPayments, strayPayments } from './strayPayments';
import { voidDocuments } from './void';

/**
 * Reads the account, finishes and gives back what is left, and reads it again where that changed anything.
 * @param claim this run's own mark
 */
export async function finishEarlier(
	client: Cin7Client,
	settings: BatchSettings,
	documents: DocumentSettings,
	at: number,
	branches: Branch[],
	claim: string,
): Promise<{ reading: RunReading; earlier: Completion }> {
	const reading = await readForRun(client, settings, at, branches);
	const left = unfinishedDocuments(reading.log);
	const { firstDay } = runDays(at, settings.zone, settings.lookBackDays);
	const dead = await stillMarked(client, markedButVoid(reading, firstDay), reading.log);
	const strays = strayPayments(reading, at);
	const lost = lostMarks(reading);
	await removeStrayPayments(client, strays);
	await markLostAgain(client, lost);
	const markedAgain = await markBatchedAgain(client, reading.log, firstDay);
	const given = await releaseDocuments(client, dead, reading.log);
	const earlier = await finishDrafts(client, left, reading.log, documents, claim);
	earlier.unfinished.push(
		...given.findings,
		...withoutCreditNote(reading),
		...(await lostLists(client, reading.log)),
	);
	const isAsRead =
		left.length +
			strays.length +
			lost.size +
			markedAgain +
			given.restored.payments.size +
			given.restored.orders.size ===
		0;
	return {
		reading: isAsRead ? reading : await readForRun(client, settings, at, branches),
		earlier,
	};
}

async function finishDrafts(
	client: Cin7Client,
	left: LoggedDocument[],
	log: BatchLog,
	settings: DocumentSettings,
	claim: string,
): Promise<Completion> {
	if (left.length === 0) return nothingCompleted();
	const highest = Math.max(...left.map(({ number }) => number));
	const settled = await closeGaps(client, log, highest, claim, settings);
	const drafts = left.filter((document) => !isEmpty(document));
	// A document that lists what an earlier one lists gives way, whoever should have seen to it.
	const giving = [...outrun(drafts, settled.documents), ...overtaken(drafts, settled.documents)];
	const { gone, staying } = await voidDocuments(client, giving);
	const documents = settled.documents.filter((document) => !isAmong(gone, document));
	const own = drafts.filter((document) => !isAmong(giving, document));
	const members = await readMembers(client, own);
	const completion = await completeDocuments(client, own, members, { ...settled, documents });
	completion.unfinished.push(...staying.map(notVoidYet));
	return completion;
}

/**
 * Drafts of which a finished document has a payment, whatever its number: their list could not be read for a while, and
 * somebody has restored it since.
 */
function overtaken(drafts: LoggedDocument[], log: LoggedDocument[]): LoggedDocument[] {
	const past = claimedPayments(log.filter(({ finished, offered }) => finished || offered));
	return drafts.filter(
		({ finished, offered, manifest, order }) =>
			!finished &&
			!offered &&
			manifest?.payments.some(([id]) => (past.get(id)?.order.id ?? order.id) !== order.id),
	);
}

/** Finished negative batches whose credit note a person made void: accounting gets nothing for their members. */
function withoutCreditNote({ members, log }: RunReading): Finding[] {
	const gone = new Set(
		[...members.creditNotes.values()]
			.filter(({ status }) => status.toUpperCase() === 'VOID')
			.map(({ reference }) => reference.toUpperCase()),
	);
	return log.documents.flatMap((document): Finding[] => {
		const { reference } = document.order;
		const note = creditNoteReference(reference);
		if (!document.finished || !gone.has(note.toUpperCase())) return [];
		const why = `The credit note ${note} was made void, so accounting gets nothing for the payments in ${reference}. Undo ${reference} to have them batched again.`;
		return [{ document, why, memberChanged: false }];
	});
}

/** Those that hold something of ours: a payment may also have been deleted, or reconciled by somebody since. */
async function stillMarked(
	client: Cin7Client,
	dead: LoggedDocument[],
	log: BatchLog,
): Promise<LoggedDocument[]> {
	if (dead.length === 0) return [];
	const members = await readMembers(client, dead);
	return dead.filter((document) => rowCount(releaseRows([document], members, log.documents)) > 0);
}

/**
 * Void documents of the look-back, by a person or by a run that was broken off, of whose members one may still carry their
 * marks: a payment that is neither open nor in another batch, or an order of an open payment that is on Do Not Import.
 */
function markedButVoid(
	{ members, batchedOrders, log }: RunReading,
	firstDay: Day,
): LoggedDocument[] {
	const claimed = claimedPayments(log.documents);
	const marked = new Set(
		[...members.salesOrders.values(), ...members.creditNotes.values()]
			.filter(({ id, accountingImportStatus: status }) => {
				return status === 'DoNotImport' && !batchedOrders.has(id);
			})
			.map(({ id }) => id),
	);
	return log.documents.filter(
		({ live, manifest }) =>
			!live &&
			manifest !== null &&
			manifest.batchDay >= firstDay &&
			(manifest.payments.some(([id]) => !members.payments.has(id) && !claimed.has(id)) ||
				manifest.orders.some(([id]) => marked.has(id))),
	);
}
