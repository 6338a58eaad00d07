/**
 * Restore the members of void documents: what the batch wrote, and nobody changed since, becomes what it was before.
 * Cin7 knows no "only if unchanged", so a slow restore may take a mark that another batch has set meanwhile: the log is
 * read again afterwards, and what belongs to a live document gets its marks back.
 */
import type { Cin7Client, Row } from '../../cin7/client';
import { isAmong, type BatchLog, type LoggedDocument } from '../log';
import { readLogAgain } from '../readLog';
import type { Finding } from './checkMembers';
import { writeMarks, writeMarksAgain } from './markMembers';
import { heldElsewhere, markRows, onlyRows, releaseRows, rowCount, type MarkRows } from './marks';
import { readMembers } from './readMembers';
import { settleTime } from './settle';

export interface Restored {
	/** Ids of what was given back. */
	payments: Set<number>;
	orders: Set<number>;
	/** Ids of payments that a newer live document lists: they stay in that batch. */
	heldBack: Set<number>;
	/** What Cin7 did not let go of. */
	findings: Finding[];
}

/**
 * Gives the members of void documents back.
 * @param log what another live document of it lists is not given back
 */
export async function restoreMembers(
	client: Cin7Client,
	documents: LoggedDocument[],
	log: BatchLog,
): Promise<Restored> {
	if (documents.length === 0) return nothingRestored();
	let current = await readLogAgain(client, log);
	const rows = async () =>
		releaseRows(documents, await readMembers(client, documents), current.documents);
	const taken = await rows();
	const given = {
		payments: idsOf(taken.payments),
		orders: idsOf([...taken.salesOrders, ...taken.creditNotes]),
		heldBack: heldElsewhere(documents, current.documents).payments,
	};
	if (rowCount(taken) === 0) return { ...given, findings: [] };
	let left = taken;
	for (let round = 1; round <= rounds && rowCount(left) > 0; round += 1) {
		if (round > 1) await client.pause(settleTime);
		await restore(client, left);
		current = await readLogAgain(client, current);
		left = await rows();
	}
	await markAgain(client, taken, documents, current);
	return { ...given, findings: rowCount(left) > 0 ? [notLetGo(documents[0], left)] : [] };
}

/** How often Cin7 is told and asked. */
const rounds = 3;

/**
 * Payments first: an open payment is what every run sees. If this one stops here, a later run finds the order that is
 * still on Do Not Import by it, or, if another batch claimed the payment meanwhile, the marks that are missing.
 */
async function restore(client: Cin7Client, rows: MarkRows): Promise<void> {
	await writeMarks(client, { ...rows, salesOrders: [], creditNotes: [] });
	await writeMarks(client, { ...rows, payments: [] });
}

/** Of no documents at all. */
function nothingRestored(): Restored {
	return { payments: new Set(), orders: new Set(), heldBack: new Set(), findings: [] };
}

function idsOf(rows: Row[]): Set<number> {
	return new Set(rows.map(({ id }) => Number(id)));
}

/** Marks of live documents that were taken by mistake, because their members were claimed while this was under way. */
async function markAgain(
	client: Cin7Client,
	taken: MarkRows,
	documents: LoggedDocument[],
	log: BatchLog,
): Promise<void> {
	const ids = idsOf(taken.payments);
	const orderIds = idsOf([...taken.salesOrders, ...taken.creditNotes]);
	const owners = log.documents.filter(
		(document) =>
			document.live &&
			!isAmong(documents, document) &&
			(document.manifest?.payments.some(([id]) => ids.has(id)) ||
				document.manifest?.orders.some(([id]) => orderIds.has(id))),
	);
	if (owners.length === 0) return;
	const missing = markRows(owners, await readMembers(client, owners));
	await writeMarksAgain(client, onlyRows(missing, taken));
}

function notLetGo(document: LoggedDocument, left: MarkRows): Finding {
	const why = `${document.order.reference} was made void, but Cin7 kept its marks on ${rowCount(left)} of its payments and orders. Clear their reconcile date, invoice date and Do Not Import in Cin7.`;
	return { document, why, memberChanged: false };
}
