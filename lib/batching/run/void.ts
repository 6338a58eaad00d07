/** Void a document: the first thing done whenever one must not go on, because voiding releases its payments. */
import type { Cin7Client } from '../../cin7/client';
import { salesOrders } from '../../cin7/resources';
import type { LoggedDocument } from '../log';

/**
 * Makes documents void and checks that they are.
 * @throws Error naming the first one that is still live
 */
export async function voidDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
): Promise<void> {
	if (documents.length === 0) return;
	const ids = documents.map((document) => document.order.id);
	await client.update(
		salesOrders,
		ids.map((id) => ({ id, isVoid: true })),
	);
	const now = await client.byIds(salesOrders, 'id', ids, {
		fields: ['id', 'reference', 'status', 'isVoid'],
	});
	const live = now.find((order) => !order.isVoid && order.status.toUpperCase() !== 'VOID');
	if (live) {
		throw new Error(
			`${live.reference} should be void but Cin7 still shows it as ${live.status}. Void it in Cin7; its payments are free again from then on.`,
		);
	}
}
