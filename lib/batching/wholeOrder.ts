/**
 * The rule of whole orders: which of an order's payments, each fit to be batched by itself, may be batched together.
 * The second part of `skipReasons`, in its order.
 */
import type { ValuedOrder } from '../orders/components';
import {
	depositMessage,
	noCurrencyMessage,
	obstacleMessage,
	paidMessage,
} from './reasons/wholeOrderSentences';
import { isDeposit, obstaclesOf, type FindObstacle } from './obstacles';
import { paidState } from './paidInFull';
import type { Planning } from './planning';
import type { SkipReason } from './reasons/skipReasons';
import type { Tender, TenderedOrder } from './tenders';

/** A tender with a place in a batch: its order, row, batch day and amount are known. */
export interface Placing {
	tender: Tender;
	order: TenderedOrder;
	value: ValuedOrder;
}

export interface LeftOut {
	tender: Tender;
	reason: SkipReason;
	message: string;
}

const noObstacle: FindObstacle = () => null;

/** Splits an order's candidates into those that are batched and those that are not. */
export function judgeOrder(
	order: TenderedOrder,
	candidates: Tender[],
	planning: Planning,
): { placed: Placing[]; leftOut: LeftOut[] } {
	const paid = paidState(order);
	if (paid.state === 'partlyPaid' || paid.state === 'overPaid') {
		const { state: reason } = paid;
		const message = paidMessage(order, paid, planning);
		return { placed: [], leftOut: candidates.map((tender) => ({ tender, reason, message })) };
	}
	const isWhole = planning.settings.partlySelectedOrders === 'leave' && order.tenders.length > 1;
	const findObstacle: FindObstacle = isWhole ? obstaclesOf(order, planning) : noObstacle;
	const placed: Placing[] = [];
	const leftOut: LeftOut[] = [];
	for (const tender of candidates) {
		const obstacle = findObstacle(tender);
		if (obstacle) {
			const reason = obstacle.why === 'pending' ? 'otherTenderPending' : 'otherTenderIgnored';
			leftOut.push({ tender, reason, message: obstacleMessage(order, obstacle, planning) });
		} else if (isDeposit(tender, planning)) {
			leftOut.push({ tender, reason: 'deposit', message: depositMessage(tender) });
		} else if (order.currency === '') {
			leftOut.push({ tender, reason: 'noCurrency', message: noCurrencyMessage(order) });
		} else if (paid.state === 'unclear') {
			leftOut.push({ tender, reason: 'totalUnclear', message: paid.why });
		} else {
			placed.push({ tender, order, value: paid.value });
		}
	}
	return { placed, leftOut };
}
