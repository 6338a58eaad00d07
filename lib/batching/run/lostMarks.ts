/**
 * Members of finished batches whose marks are gone. Where the batch's reference is gone from the comments too, a run that
 * gave back another batch's members did it, and they are marked again. Where only the reconcile date is gone, a person
 * took it away: that stays, and the payment is skipped as being in that batch.
 */
import type { Cin7Client } from '../../cin7/client';
import { capabilitiesIn } from '../capabilities';
import { claimedPayments, type BatchLog, type LoggedDocument } from '../log';
import type { Day } from '../../time/day';
import type { RunReading } from '../reading';
import { writeMarksAgain } from './markMembers';
import { markedComments, markRows, onlyRows, rowCount, withoutWords } from './marks';
import { readMembers } from './readMembers';

/** Open payments that a finished document lists and that no longer name it, by document. */
export function lostMarks({ members, log }: RunReading): Map<LoggedDocument, Set<number>> {
	const owner = claimedPayments(log.documents);
	const lost = new Map<LoggedDocument, Set<number>>();
	// Where comments are not kept, nobody can tell a run's doing from a person's.
	if (capabilitiesIn(log)?.lacks.includes('comments')) return lost;
	for (const payment of members.payments.values()) {
		const document = owner.get(payment.id);
		if (!document?.finished || payment.batchReference !== '') continue;
		if (markedComments(document.order.reference, payment.comments) === payment.comments) continue;
		lost.set(document, (lost.get(document) ?? new Set<number>()).add(payment.id));
	}
	return lost;
}

/**
 * Marks that are missing on members which were in another batch before, void now: whoever gave that one back may have been
 * slow, and taken the marks of the batch that they are in since. Costs the reading of those batches' members, and only
 * while such batches are within the look-back.
 * @returns how many marks were set again
 */
export async function markBatchedAgain(
	client: Cin7Client,
	{ documents }: BatchLog,
	firstDay: Day,
): Promise<number> {
	const recent = documents.filter(({ manifest }) => manifest && manifest.batchDay >= firstDay);
	const before = new Set(
		recent
			.filter(({ live }) => !live)
			.flatMap(({ manifest }) => manifest?.payments.map(([id]) => id) ?? []),
	);
	const again = recent.filter(
		({ finished, manifest }) => finished && manifest?.payments.some(([id]) => before.has(id)),
	);
	if (again.length === 0) return 0;
	const state = await readMembers(client, again);
	// Words that are missing are a person's affair; a date that is missing is ours.
	const rows = withoutWords(markRows(again, state));
	rows.payments = rows.payments.filter((row) => {
		const id = Number(row.id);
		return before.has(id) && state.payments.get(id)?.reconcileDate === null;
	});
	if (rowCount(rows) > 0) await writeMarksAgain(client, rows);
	return rowCount(rows);
}

/** Marks again what a run took by mistake, and the orders those payments are on. */
export async function markLostAgain(
	client: Cin7Client,
	lost: Map<LoggedDocument, Set<number>>,
): Promise<void> {
	const documents = [...lost.keys()];
	if (documents.length === 0) return;
	const payments = documents.flatMap((document) => [...(lost.get(document) ?? [])]);
	const ids = new Set(payments);
	const orders = documents.flatMap(({ manifest }) =>
		(manifest?.payments ?? [])
			.filter(([id]) => ids.has(id))
			.map(([, orderId]) => ({ id: orderId })),
	);
	const rows = markRows(documents, await readMembers(client, documents));
	const touched = {
		payments: payments.map((id) => ({ id })),
		salesOrders: orders,
		creditNotes: orders,
	};
	await writeMarksAgain(client, onlyRows(rows, touched));
}
