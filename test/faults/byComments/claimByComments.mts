// Batching as one would do it first: a payment is claimed by a mark in its comments and a reconcile date, read back, and
// batched when the mark is still one's own. It stands alone, and it is here to show why this is not enough.
import type { Exchange } from '../../../lib/cin7/transport';
import { batchCustomer, batchDay, batchProduct, channel } from '../accounts/rows.mts';
import type { Outside } from '../lab/process.mts';

interface OpenPayment {
	id: number;
	amount: number;
	comments: string | null;
}

/**
 * Batches every open payment of the account.
 * @param mark the run's own, such as `RUN A`
 * @param pause milliseconds before the read-back: whether waiting makes it any safer
 */
export function claimByComments(mark: string, pause: number) {
	return async ({ transport, sleep }: Outside): Promise<void> => {
		const call = async (exchange: Exchange): Promise<OpenPayment[]> => {
			const answer = await transport(exchange);
			if (!('status' in answer) || answer.status !== 200) throw new Error('Cin7 did not answer.');
			return JSON.parse(answer.body) as OpenPayment[];
		};
		const read = (where: string) =>
			call({ method: 'GET', path: 'Payments', query: `where=${encodeURIComponent(where)}` });
		const isFree = ({ comments }: OpenPayment) => !String(comments ?? '').startsWith('RUN ');

		const open = (await read('reconcileDate IS NULL')).filter(isFree);
		if (open.length === 0) return;
		const reconcileDate = `${batchDay}T07:00:00Z`;
		const marks = open.map(({ id }) => ({ id, reconcileDate, comments: mark }));
		await call({ method: 'PUT', path: 'Payments', body: marks });
		if (pause > 0) await sleep(pause);
		const claimed = await read(`id IN (${open.map(({ id }) => id).join(',')})`);
		const own = claimed.filter(({ comments }) => comments === mark);
		if (own.length > 0) await call({ method: 'POST', path: 'SalesOrders', body: [batchOf(own)] });
	};
}

function batchOf(payments: OpenPayment[]) {
	const cents = payments.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
	return {
		isApproved: true,
		memberId: batchCustomer,
		branchId: 3,
		projectName: channel,
		internalComments: payments.map(({ id }) => id).join(','),
		lineItems: [{ code: batchProduct, qty: 1, unitPrice: cents / 100, taxRate: 0 }],
	};
}

/** Payments by the references of the batches that list them. */
export function batchesOf(
	orders: Iterable<{ reference: string; memberId?: number; internalComments?: string }>,
): Map<number, string[]> {
	const batches = new Map<number, string[]>();
	for (const { reference, memberId, internalComments } of orders) {
		if (memberId !== batchCustomer) continue;
		for (const id of String(internalComments ?? '').split(',')) {
			batches.set(Number(id), [...(batches.get(Number(id)) ?? []), reference]);
		}
	}
	return batches;
}
