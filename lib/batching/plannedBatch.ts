/** Groups become planned batches: members, lines, kind and currency rate. */
import type { OrderComponent, ValuedOrder } from '../orders/components';
import { sharePayments, type PaymentPart } from '../orders/value';
import { averageRate } from './currencyRate';
import type { Group } from './grouping';
import { batchLines } from './lines';
import type { Member, PlannedBatch } from './plan.types';
import { isInOurBatch } from './ownReason';
import { branchName, type Planning } from './planning';
import type { Tender, TenderedOrder } from './tenders';
import type { Placed } from './wholeOrder';

/** One batch per group, in the groups' order. */
export function plannedBatches(groups: Group[], planning: Planning): PlannedBatch[] {
	const shares = sharesOf(groups, planning);
	return groups.map((group) => {
		const { channel, branchId, paymentType, currency, batchDay, totalMinor } = group;
		const parts: OrderComponent[] = [];
		const members: Member[] = [];
		for (const place of group.placed) {
			const { tender, order } = place;
			const paymentId = tender.payment.id;
			const amountMinor = tender.amountMinor ?? 0;
			members.push({ paymentId, orderId: order.order.id, orderKind: order.kind, amountMinor });
			for (const part of (shares.get(order) ?? sharedAlone(place)).get(paymentId) ?? []) {
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

type Share = Map<number, OrderComponent[]>;

function sharedAlone({ tender, order, value }: Placed): Share {
	return sharePayments(value, [partOf(tender, order)]);
}

/**
 * The components of orders with several payments, shared out over those that are batched, whichever group each is in, and
 * those that a batch has already. Most orders have one payment, and need no sharing out beforehand.
 */
function sharesOf(groups: Group[], planning: Planning): Map<TenderedOrder, Share> {
	const several = new Map<TenderedOrder, { value: ValuedOrder; parts: PaymentPart[] }>();
	for (const group of groups) {
		for (const { tender, order, value } of group.placed) {
			if (order.tenders.length === 1) continue;
			const known = several.get(order) ?? { value, parts: batchedParts(order, planning) };
			several.set(order, known);
			known.parts.push(partOf(tender, order));
		}
	}
	const shares = new Map<TenderedOrder, Share>();
	for (const [order, { value, parts }] of several) shares.set(order, sharePayments(value, parts));
	return shares;
}

function batchedParts(order: TenderedOrder, planning: Planning): PaymentPart[] {
	return order.tenders
		.filter((tender) => isInOurBatch(tender, planning))
		.map((tender) => partOf(tender, order));
}

/** Orders are valued positive, credit notes too. */
function partOf({ payment, amountMinor }: Tender, order: TenderedOrder): PaymentPart {
	const amount = amountMinor ?? 0;
	return { id: payment.id, amountMinor: order.kind === 'C' ? 0 - amount : amount };
}

/** `0 -` rather than a sign, which would make zero negative. */
function negated(part: OrderComponent): OrderComponent {
	return { ...part, amountMinor: 0 - part.amountMinor, taxMinor: 0 - part.taxMinor };
}
