/**
 * Step 5 of batches that are booked elsewhere, offer: the draft is marked as handed over, and only then leaves the node.
 * From there on the accounting software may have it, so no run takes it back; it is offered again until it is confirmed.
 */
import type { Cin7Client } from '../../cin7/client';
import { salesOrders } from '../../cin7/resources';
import type { LoggedDocument } from '../log';
import { offeredStage } from '../stages';
import type { Finding } from './checkMembers';
import { settleTime } from './settle';
import { readAgain } from './void';

/** How often Cin7 is told and asked. */
const rounds = 3;

/** Marks documents as handed over and reads that back; what is not shown as such is not handed over. */
export async function offerDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
): Promise<{ offered: LoggedDocument[]; unfinished: Finding[] }> {
	let current = documents;
	for (let round = 1; round <= rounds; round += 1) {
		const missing = current.filter((document) => !document.offered);
		if (missing.length === 0) break;
		if (round > 1) await client.pause(settleTime);
		const rows = missing.map(({ order }) => ({ id: order.id, stage: offeredStage }));
		await client.update(salesOrders, rows);
		current = await readAgain(client, documents);
	}
	const offered = current.filter((document) => document.offered);
	const ids = new Set(offered.map(({ order }) => order.id));
	const unfinished = documents.flatMap((document): Finding[] => {
		if (ids.has(document.order.id)) return [];
		const why = `${document.order.reference} could not be set to the stage "${offeredStage}", so it was not handed over.`;
		return [{ document, why, memberChanged: false }];
	});
	return { offered, unfinished };
}
