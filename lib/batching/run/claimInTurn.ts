/**
 * Claims although others claim at the same time, as bots of one account do that start at the same minute. In this process one
 * after the other; and against other processes a plan stands while they take nothing but its numbers: it takes the next.
 * Every document that came since its reading must say what it lists, and that must be none of its payments and orders.
 */
import type { Cin7Client } from '../../cin7/client';
import type { DocumentSettings } from '../document';
import type { BatchLog } from '../log';
import type { MemberState } from '../members';
import type { Plan } from '../plan.types';
import { readLogAgain } from '../readLog';
import { claimBatches, type Claim } from './claim';

export interface ClaimInTurn extends Claim {
	/** Others were first, so the members were read a while ago: they are to be read again before anything is marked. */
	isLate: boolean;
}

/** How often a plan takes the next numbers. Whenever it loses them another has won them, so all get on. */
const mostRaces = 20;

/**
 * As `claimBatches`, which is asked again while all that a plan has lost are its numbers.
 * @param log the log as it was read for this very plan
 * @throws DocumentNotKept as `claimBatches`; Cin7Failure. Either way the next in turn goes on
 */
export async function claimInTurn(
	client: Cin7Client,
	plan: Plan,
	log: BatchLog,
	claim: string,
	members: MemberState,
	settings: DocumentSettings,
): Promise<ClaimInTurn> {
	return await client.inTurn(async (wereOthers) => {
		let latest = wereOthers ? await readLogAgain(client, log) : log;
		for (let race = 1; ; race += 1) {
			const isLate = wereOthers || race > 1;
			if (isLate && isTouched(plan, log, latest)) return { ...allLost(plan, latest), isLate };
			// What an earlier try has made is not this one's, so each has a mark of its own.
			const mark = race === 1 ? claim : `${claim}.${race}`;
			const outcome = await claimBatches(client, plan, latest, mark, members, settings);
			if (!outcome.lostOnlyNumbers || race === mostRaces) return { ...outcome, isLate };
			latest = outcome.log;
		}
	});
}

/**
 * Whether one of the documents that came since lists something of the plan, or has no list that says so. Void ones count: what
 * they listed may still be marked.
 */
function isTouched({ batches }: Plan, before: BatchLog, now: BatchLog): boolean {
	const known = new Set(before.documents.map(({ order }) => order.id));
	const payments = new Set<number>();
	const orders = new Set<number>();
	for (const document of now.documents) {
		if (known.has(document.order.id)) continue;
		if (document.manifest === null) return true;
		for (const [paymentId] of document.manifest.payments) payments.add(paymentId);
		for (const [orderId] of document.manifest.orders) orders.add(orderId);
	}
	return batches.some(({ members }) =>
		members.some(({ paymentId, orderId }) => payments.has(paymentId) || orders.has(orderId)),
	);
}

/** Nothing was claimed; everything is to be planned again. */
function allLost({ batches }: Plan, log: BatchLog): Claim {
	const lost = batches.length;
	return { claimed: [], log, lost, lostOnlyNumbers: false, staying: [], refusals: [] };
}
