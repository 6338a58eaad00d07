/** Groups become planned batches: members, lines, kind and currency rate. */
import type { OrderComponent, ValuedOrder } from '../orders/components';
import { sharePayments } from '../orders/value';
import { averageRate } from './currencyRate';
import type { Group } from './grouping';
import { batchLines } from './lines';
import type { Member, PlannedBatch } from './plan.types';
import { branchName, type Planning } from './planning';
import type { TenderedOrder } from './tenders';

/** One batch per group, in the groups' order. */
export function plannedBatches(groups: Group[], planning: Planning): PlannedBatch[] {
	const shares = sharesOf(groups);
	return groups.map((group) => {
		const { channel, branchId, paymentType, currency, batchDay, totalMinor } = group;
		const parts: OrderComponent[] = [];
		const members: Member[] = [];
		for (const { tender, order } of group.placed) {
			const paymentId = tender.payment.id;
			const amountMinor = tender.amountMinor ?? 0;
			members.push({ paymentId, orderId: order.order.id, orderKind: order.kind, amountMinor });
			for (const part of shares.get(order)?.get(paymentId) ?? []) {
				parts.push(order.kind === 'C' ? negated(part) : part);
			}
		}
		return {
			...{ channel, branchId, paymentType, currency, batchDay, totalMinor, members },
			branchName: branchName(planning, branchId),
			kind: totalMinor < 0 ? 'creditNote' : 'invoice',
			currencyRate: averageRate(
				group.placed.map(({ tender, order }) => ({
					amountMinor: tender.amountMinor ?? 0,
					rate: order.order.currencyRate,
				})),
			),
			lines: batchLines(parts, currency),
		};
	});
}

type Shares = Map<TenderedOrder, Map<number, OrderComponent[]>>;

/** Each order's components, shared out over those of its payments that are batched, whichever group each is in. */
function sharesOf(groups: Group[]): Shares {
	const batched = new Map<TenderedOrder, BatchedPart>();
	for (const group of groups) {
		for (const { tender, order, value } of group.placed) {
			const part = batched.get(order) ?? { value, payments: [] };
			batched.set(order, part);
			const amountMinor = tender.amountMinor ?? 0;
			part.payments.push({
				id: tender.payment.id,
				amountMinor: order.kind === 'C' ? 0 - amountMinor : amountMinor,
			});
		}
	}
	const shares: Shares = new Map();
	for (const [order, { value, payments }] of batched) {
		shares.set(order, sharePayments(value, payments));
	}
	return shares;
}

interface BatchedPart {
	value: ValuedOrder;
	payments: { id: number; amountMinor: number }[];
}

/** `0 -` rather than a sign, which would make zero negative. */
function negated(part: OrderComponent): OrderComponent {
	return { ...part, amountMinor: 0 - part.amountMinor, taxMinor: 0 - part.taxMinor };
}
