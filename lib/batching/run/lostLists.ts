/**
 * Void documents whose list of members a person wrote over: nobody can give their members back any more. Payments that
 * still name such a document are told of, until somebody has cleared them.
 */
import type { Cin7Client } from '../../cin7/client';
import { payments } from '../../cin7/resources';
import { and, compare, startsWith } from '../../cin7/where';
import { isOverwritten, type BatchLog } from '../log';
import type { Finding } from './checkMembers';

/** What a person has to clear by hand. One call for each such document, and there are hardly ever any. */
export async function lostLists(client: Cin7Client, log: BatchLog): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const document of log.documents) {
		if (document.live || !isOverwritten(document)) continue;
		const { reference } = document.order;
		const marked = await client.all(payments, {
			where: and(
				startsWith('comments', reference),
				compare('reconcileDate', '>', '1900-01-01T00:00:00Z'),
			),
			fields: ['id', 'orderRef', 'transactionRef'],
		});
		const members = marked.filter(({ transactionRef }) => transactionRef !== reference);
		if (members.length === 0) continue;
		const orders = [...new Set(members.map(({ orderRef }) => orderRef))].slice(0, 5).join(', ');
		const why = `${reference} was made void after its list of members was overwritten, so nobody knows what its members were before. ${members.length} of their payments still name it (orders ${orders}): clear their comments and reconcile date in Cin7, and the invoice date and Do Not Import of their orders.`;
		findings.push({ document, why, memberChanged: false });
	}
	return findings;
}
