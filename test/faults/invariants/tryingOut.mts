// What trying out an account leaves behind: drafts, and on each of them a cent that nobody authorised, at most.
import type { Books } from './books.mts';

/**
 * What is more than that, in words. A probe that died between trying a reconcile date and clearing it leaves its cent
 * reconciled, and no run sees it as open.
 */
export function leftByTrying({ orders, paymentsOn }: Books): string[] {
	return [...orders.values()]
		.filter(({ reference }) => String(reference).startsWith('BATCH-PROBE'))
		.flatMap(({ id, reference, status }) => {
			const found = status === 'DRAFT' || status === 'VOID' ? [] : [`${reference} is ${status}`];
			const more = (paymentsOn.get(id) ?? []).filter(
				(paid, index) => index > 0 || Number(paid.amount) !== 0.01 || paid.isAuthorized,
			);
			return [...found, ...more.map((paid) => `${reference} has payment ${paid.id}`)];
		});
}
