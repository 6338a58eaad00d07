/**
 * What among an order's payments keeps the order out of batches. An order goes in whole or not at all, so each of its
 * payments is an obstacle to the others unless this run can batch it too.
 */
import { nameKey } from '../orders/channel';
import { isBatched, isInOurBatch } from './reasons/paymentRules';
import type { Planning } from './planning';
import type { Tender, TenderedOrder } from './tenders';

/** For good, for a reason of the other payment's own; or only until it is due (`pending`). */
export type ObstacleWhy =
	| 'ignored'
	| 'inAnotherBatch'
	| 'paymentTypeNotSelected'
	| 'deposit'
	| 'outsideWindow'
	| 'undated'
	| 'notRead'
	| 'netsToZero'
	| 'pending';

export interface Obstacle {
	tender: Tender;
	why: ObstacleWhy;
}

/** Finds the obstacle to each payment of one order. */
export type FindObstacle = (tender: Tender) => Obstacle | null;

/** Obstacles for good go before pending ones, lower payment ids before higher ones; a payment is none to itself. */
export function obstaclesOf(order: TenderedOrder, planning: Planning): FindObstacle {
	const lasting: Obstacle[] = [];
	const pending: Obstacle[] = [];
	for (const tender of order.tenders) {
		const why = obstacleWhy(tender, planning);
		if (why) (why === 'pending' ? pending : lasting).push({ tender, why });
	}
	const others = [...lasting.slice(0, 2), ...pending.slice(0, 2)];
	return (tender) => others.find((obstacle) => obstacle.tender !== tender) ?? null;
}

/** For payments whose order is fit to be batched: what is wrong with the order they have in common. */
function obstacleWhy(tender: Tender, planning: Planning): ObstacleWhy | null {
	// Its place is taken, and the order has left the normal sync with it.
	if (isInOurBatch(tender, planning)) return null;
	if (tender.row?.cutOff.kind === 'ignore') return 'ignored';
	if (isBatched(tender, planning)) return 'inAnotherBatch';
	if (!tender.row) return 'paymentTypeNotSelected';
	if (isDeposit(tender, planning)) return 'deposit';
	if (tender.timing === 'early') return 'outsideWindow';
	if (tender.timing === 'undated') return 'undated';
	if (tender.timing === 'late') return 'pending';
	return tender.open ? null : 'notRead';
}

/** Whether a payment's type is listed as one that takes deposits. */
export function isDeposit({ payment }: Tender, planning: Planning): boolean {
	const { depositTypes } = planning;
	return depositTypes.size > 0 && depositTypes.has(nameKey(payment.method));
}
