/** Step 2, mark: payments get their reconcile date and batch, orders their date and Do Not Import. */
import type { Cin7Client, WriteOutcome } from '../../cin7/client';
import { creditNotes, payments, salesOrders } from '../../cin7/resources';
import type { LoggedDocument } from '../log';
import type { MemberState } from '../members';
import { markRows, withoutWords, type MarkRows } from './marks';

/**
 * Writes the marks that are missing. Whether they hold is for the next step, which reads the members again.
 * @param state the members as last read
 * @param words whether the reference goes into the comments of payments, too: until Cin7 says that it is there, and not
 * again, because a later reading may be older than what a person typed since
 * @returns whether Cin7 says that all of it was done
 */
export async function markMembers(
	client: Cin7Client,
	documents: LoggedDocument[],
	state: MemberState,
	words: 'withWords' | 'withoutWords',
): Promise<boolean> {
	const rows = markRows(documents, state);
	return await writeMarks(client, words === 'withWords' ? rows : withoutWords(rows));
}

/**
 * Marks of finished documents that are set once more: the payments only when their orders are done, because by an open
 * payment a later run sees that there is something to do.
 */
export async function writeMarksAgain(client: Cin7Client, rows: MarkRows): Promise<void> {
	const areDone = await writeMarks(client, { ...rows, payments: [] });
	if (areDone) await writeMarks(client, { ...rows, salesOrders: [], creditNotes: [] });
}

/**
 * Orders first: from then on accounting leaves them alone, whatever happens to the rest.
 * @returns whether Cin7 says that all of it was done
 */
export async function writeMarks(client: Cin7Client, rows: MarkRows): Promise<boolean> {
	const outcomes: WriteOutcome[] = [];
	if (rows.salesOrders.length > 0)
		outcomes.push(await client.update(salesOrders, rows.salesOrders));
	if (rows.creditNotes.length > 0)
		outcomes.push(await client.update(creditNotes, rows.creditNotes));
	if (rows.payments.length > 0) outcomes.push(await client.update(payments, rows.payments));
	return outcomes.every(({ results }) => results.every(({ success }) => success));
}
