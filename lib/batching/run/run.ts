/**
 * A Run, from top to bottom: read, finish what an earlier run left, plan, claim, complete. When another run was quicker
 * at the log, or a member changed meanwhile, it reads and plans again.
 */
import type { Cin7Client } from '../../cin7/client';
import type { Branch } from '../../cin7/records';
import {
	AccountUnfit,
	capabilitiesIn,
	shortcomings,
	whyImpossible,
	type Capabilities,
} from '../capabilities';
import type { DocumentSettings } from '../document';
import { batchOf, covers } from '../external/handedOver';
import { unreadableDocuments, type LoggedDocument } from '../log';
import type { Plan, PlannedBatch } from '../plan.types';
import { readForRun, type Reading } from '../reading';
import type { BatchSettings } from '../settings';
import type { Finding } from './checkMembers';
import type { Claim } from './claim';
import { claimInTurn } from './claimInTurn';
import { completeDocuments, type Completion } from './complete';
import { DocumentNotKept } from './documentNotKept';
import { finishEarlier } from './finishEarlier';
import { probeAccount } from './probe';
import { readMembers } from './readMembers';

export interface RunResult {
	/** The first plan: what a Preview at that moment would have shown. */
	planned: Plan;
	/** The last plan: its skips are what this run leaves out. */
	final: Plan;
	/** What this run claimed, with the batch it was planned as; done means approved, or handed over to be booked elsewhere. */
	batches: { batch: PlannedBatch; document: LoggedDocument; done: boolean }[];
	/** Batches of earlier runs that were handed over and not confirmed: they come again. */
	again: { batch: PlannedBatch; document: LoggedDocument }[];
	/** Documents of earlier runs that this one finished. */
	finishedEarlier: LoggedDocument[];
	/** Handed over by another bot, or under other settings, and not confirmed: this run does not hand them over. */
	waiting: LoggedDocument[];
	released: Finding[];
	unfinished: Finding[];
	/** Cin7's words where it refused documents. */
	refusals: string[];
	/** Batches still to be made when the run gave up: their numbers were taken time and again. */
	leftOver: number;
	/** Live documents of the account whose list of members cannot be read. */
	unreadable: LoggedDocument[];
	/** What the account does not keep of what is written, and can be done without. */
	shortcomings: string[];
	/** Whether exactly the first plan was carried out. */
	asPlanned: boolean;
}

/** How often a run plans anew before it leaves the rest to the next one. */
const attempts = 4;

/**
 * Runs a bot once.
 * @param at the instant of the run, milliseconds
 * @param claim a mark that no other run has
 * @throws Cin7Failure, AccountUnfit, ProbeRefused, DocumentNotKept; whatever was claimed by then stays claimed, and the next run finishes it
 */
export async function runBatches(
	client: Cin7Client,
	settings: BatchSettings,
	documents: DocumentSettings,
	at: number,
	branches: Branch[],
	claim: string,
): Promise<RunResult> {
	const { reading: start, earlier } = await finishEarlier(
		client,
		settings,
		documents,
		at,
		branches,
		claim,
	);
	let reading = start;
	let current = reading.planner.plan(reading.manifestRoom);
	const account =
		current.batches.length > 0 ? await accountOf(client, reading, documents, at) : null;
	const room = reading.manifestRoom ?? account?.room ?? null;
	if (room !== reading.manifestRoom) current = reading.planner.plan(room);
	const comingAgain = offeredAgain(earlier.offered, settings, documents, branches);
	const result: RunResult = {
		planned: current,
		final: current,
		batches: [],
		again: comingAgain,
		finishedEarlier: earlier.done,
		waiting: earlier.offered.filter(
			(document) => !comingAgain.some((handed) => handed.document === document),
		),
		released: [...earlier.released],
		unfinished: [...earlier.unfinished],
		refusals: [],
		leftOver: 0,
		unreadable: unreadableDocuments(reading.log),
		asPlanned: true,
		shortcomings: account ? shortcomings(account) : [],
	};
	let takenElsewhere: ReadonlySet<number> = new Set();
	for (let attempt = 1; attempt <= attempts && current.batches.length > 0; attempt += 1) {
		const { members } = reading;
		const claimed = await claimInTurn(
			client,
			current,
			{ ...reading.log, takenElsewhere },
			`${claim}-${attempt}`,
			members,
			{ ...documents, ...(account && { account }) },
		).catch((failure: unknown) => {
			// What this run has batched before that is still to be reported.
			if (failure instanceof DocumentNotKept && result.batches.length > 0) return failure;
			throw failure;
		});
		if (claimed instanceof DocumentNotKept) {
			result.refusals.push(claimed.message);
			return result;
		}
		takenElsewhere = claimed.log.takenElsewhere;
		const own = claimed.claimed.map((entry) => entry.document);
		const completion = await completeDocuments(
			client,
			own,
			claimed.isLate && own.length > 0 ? await readMembers(client, own) : members,
			claimed.log,
			true,
		);
		record(result, claimed, completion);
		result.refusals.push(...claimed.refusals);
		result.unfinished.push(...claimed.staying);
		const again = claimed.lost > 0 || completion.released.length > 0;
		if (!again) return result;
		result.asPlanned = false;
		reading = await readForRun(client, settings, at, branches);
		current = reading.planner.plan(reading.manifestRoom ?? room);
		result.final = current;
		if (claimed.refusals.length > 0) return result;
	}
	result.leftOver = current.batches.length;
	return result;
}

/** What the account can do: known from its documents, or found out now. */
async function accountOf(
	client: Cin7Client,
	{ log }: Reading,
	documents: DocumentSettings,
	at: number,
): Promise<Capabilities> {
	const account = capabilitiesIn(log) ?? (await probeAccount(client, documents, at));
	const why = whyImpossible(account);
	if (why !== null) throw new AccountUnfit(why);
	return account;
}

/** Only to a bot that books elsewhere and batches that channel and payment type: another bot has no use for them. */
function offeredAgain(
	offered: LoggedDocument[],
	settings: BatchSettings,
	{ posting }: DocumentSettings,
	branches: Branch[],
): RunResult['again'] {
	if (posting !== 'external') return [];
	return offered.flatMap((document) =>
		document.manifest && covers(settings, document.manifest)
			? [{ batch: batchOf(document, document.manifest, branches), document }]
			: [],
	);
}

function record(result: RunResult, { claimed }: Claim, completion: Completion): void {
	const done = new Map(
		[...completion.done, ...completion.offered].map((document) => [document.number, document]),
	);
	const gone = new Set(completion.released.map((finding) => finding.document.number));
	for (const { batch, document } of claimed) {
		if (gone.has(document.number)) continue;
		result.batches.push({
			batch,
			document: done.get(document.number) ?? document,
			done: done.has(document.number),
		});
	}
	result.released.push(...completion.released);
	result.unfinished.push(...completion.unfinished);
}
