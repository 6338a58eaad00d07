/** Groups become planned batches: members, lines, kind and currency rate. */
import { sharePayments, type PaymentPart } from '../orders/value';
import { averageRate, type RatedAmount } from './currencyRate';
import type { Group } from './grouping';
import type { LineBook } from './lineBook';
import { batchLines } from './lines';
import type { Member, PlannedBatch } from './plan.types';
import { isInOurBatch } from './reasons/paymentRules';
import type { Place, PlacedOrder } from './placed';
import { branchName, type Planning } from './planning';

/**
 * One batch per group, in the groups' order.
 * @param book in which the orders' amounts were written down
 */
export function plannedBatches(
	groups: Group[],
	book: LineBook,
	planning: Planning,
): PlannedBatch[] {
	const shares = sharesOf(groups, book, planning);
	return groups.map((group) => {
		const { channel, branchId, paymentType, currency, batchDay, totalMinor, placed } = group;
		return {
			...{ channel, branchId, paymentType, currency, batchDay, totalMinor },
			branchName: branchName(planning, branchId),
			kind: totalMinor < 0 ? 'creditNote' : 'invoice',
			currencyRate: averageRate(placed.map(ratedAmount)),
			members: placed.map(memberOf),
			lines: batchLines(book.sums(amountsOf(placed, shares), currency), currency),
		};
	});
}

function memberOf({ payment, order, amountMinor }: Place): Member {
	return { paymentId: payment.id, orderId: order.id, orderKind: order.kind, amountMinor };
}

function ratedAmount({ amountMinor, order }: Place): RatedAmount {
	return { amountMinor, rate: order.currencyRate };
}

function* amountsOf(placed: Place[], shares: Shares): Generator<readonly number[]> {
	for (const { payment, order } of placed) {
		yield order.several ? (shares.get(order)?.get(payment.id) ?? []) : order.amounts;
	}
}

/** By order and payment id, what each payment adds to the lines of its batch. */
type Shares = Map<PlacedOrder, Map<number, number[]>>;

/**
 * The components of orders with several payments, shared out over those that are batched, whichever group each is in, and
 * those that a batch has already. Most orders have one payment, which has all of it.
 */
function sharesOf(groups: Group[], book: LineBook, planning: Planning): Shares {
	const parts = new Map<PlacedOrder, PaymentPart[]>();
	for (const group of groups) {
		for (const { payment, order, amountMinor } of group.placed) {
			if (!order.several) continue;
			const known = parts.get(order) ?? batchedParts(order, planning);
			parts.set(order, known);
			known.push(partOf(payment.id, amountMinor, order));
		}
	}
	const shares: Shares = new Map();
	for (const [order, payments] of parts) {
		if (!order.several) continue;
		const shared = [...sharePayments(order.several.value, payments)];
		shares.set(
			order,
			new Map(shared.map(([id, components]) => [id, book.amounts(components, order.kind)])),
		);
	}
	return shares;
}

function batchedParts(order: PlacedOrder, planning: Planning): PaymentPart[] {
	return (order.several?.order.tenders ?? [])
		.filter((tender) => isInOurBatch(tender, planning))
		.map(({ payment, amountMinor }) => partOf(payment.id, amountMinor ?? 0, order));
}

/** Orders are valued positive, credit notes too. */
function partOf(id: number, amountMinor: number, { kind }: PlacedOrder): PaymentPart {
	return { id, amountMinor: kind === 'C' ? 0 - amountMinor : amountMinor };
}
