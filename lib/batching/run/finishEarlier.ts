/**
 * First of all, what an earlier run left undone, this bot's or another's: drafts are finished, and marks that point at
 * void documents are taken back.
 */
import type { Cin7Client } from '../../cin7/client';
import type { Branch } from '../../cin7/records';
import type { Day } from '../../time/day';
import { runDays } from '../../time/window';
import { claimedPayments, unfinishedDocuments, type LoggedDocument } from '../log';
import { readAccount, type Reading } from '../reading';
import type { BatchSettings } from '../settings';
import type { Finding } from './checkMembers';
import { outrun } from './claim';
import { completeDocuments, type Completion } from './complete';
import { findCreditNotes, valueHolders } from './payDocuments';
import { readMembers } from './readMembers';
import { releaseDocuments } from './release';
import { voidDocuments } from './void';

/** Reads the account, finishes and gives back what is left, and reads it again where there was anything. */
export async function finishEarlier(
	client: Cin7Client,
	settings: BatchSettings,
	at: number,
	branches: Branch[],
): Promise<{ reading: Reading; earlier: Completion }> {
	const reading = await readAccount(client, settings, at, branches);
	const left = unfinishedDocuments(reading.log);
	const { firstDay } = runDays(at, settings.zone, settings.lookBackDays);
	const dead = markedButVoid(reading, firstDay);
	if (left.length === 0 && dead.length === 0) {
		return { reading, earlier: { done: [], released: [], unfinished: [] } };
	}
	const given = await giveBack(client, dead, reading.log.documents);
	// A document that lists what an earlier one lists gives way, whoever should have seen to it.
	const { gone } = await voidDocuments(client, outrun(left, reading.log.documents));
	const log = reading.log.documents.filter((document) => !gone.includes(document));
	const own = left.filter((document) => !gone.includes(document));
	const earlier = await completeDocuments(client, own, await readMembers(client, own), log);
	earlier.unfinished.push(...given);
	return { reading: await readAccount(client, settings, at, branches), earlier };
}

/**
 * Void documents of the look-back, by a person or by a run that was broken off, of whose payments one may still carry
 * its marks: it is neither open nor in another batch.
 */
function markedButVoid({ account, log }: Reading, firstDay: Day): LoggedDocument[] {
	const open = new Set(account.payments.map((payment) => payment.id));
	const claimed = claimedPayments(log.documents);
	return log.documents.filter(
		({ live, manifest }) =>
			!live &&
			manifest !== null &&
			manifest.batchDay >= firstDay &&
			manifest.payments.some(([id]) => !open.has(id) && !claimed.has(id)),
	);
}

/** Takes back what void documents still hold. */
async function giveBack(
	client: Cin7Client,
	dead: LoggedDocument[],
	log: LoggedDocument[],
): Promise<Finding[]> {
	if (dead.length === 0) return [];
	const holders = valueHolders(dead, await findCreditNotes(client, dead));
	return (await releaseDocuments(client, dead, holders, log)).findings;
}
