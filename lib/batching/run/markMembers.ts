/** Step 2, mark: payments get their reconcile date and batch, orders their date and Do Not Import. */
import type { Cin7Client } from '../../cin7/client';
import { creditNotes, payments, salesOrders } from '../../cin7/resources';
import type { LoggedDocument } from '../log';
import type { MemberState } from '../members';
import { markRows, type MarkRows } from './marks';

/**
 * Writes the marks that are missing. Whether they hold is for the next step, which reads the members again.
 * @param state the members as last read
 */
export async function markMembers(
	client: Cin7Client,
	documents: LoggedDocument[],
	state: MemberState,
): Promise<void> {
	await writeMarks(client, markRows(documents, state));
}

/** Orders first: from then on accounting leaves them alone, whatever happens to the rest. */
export async function writeMarks(client: Cin7Client, rows: MarkRows): Promise<void> {
	if (rows.salesOrders.length > 0) await client.update(salesOrders, rows.salesOrders);
	if (rows.creditNotes.length > 0) await client.update(creditNotes, rows.creditNotes);
	if (rows.payments.length > 0) await client.update(payments, rows.payments);
}
