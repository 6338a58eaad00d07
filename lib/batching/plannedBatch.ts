/** Groups become planned batches: members, lines, kind and currency rate. */
import { sharePayments, type PaymentPart } from '../orders/value';
import { averageRate } from './currencyRate';
import { madeOnce } from './groupBy';
import type { Group } from './grouping';
import type { LineBook } from './lineBook';
import { batchLines } from './lines';
import type { Member, PlannedBatch } from './plan.types';
import { isInOurBatch } from './reasons/paymentRules';
import type { Place, SeveralPayments } from './placed';
import { branchName, type Planning } from './planning';
import type { TenderedOrder } from './tenders';

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
			currencyRate: averageRate(placed),
			members: placed.map(memberOf),
			lines: batchLines(book.sums(writtenOf(placed, shares), currency), currency),
		};
	});
}

function memberOf({ payment, kind, amountMinor }: Place): Member {
	return { paymentId: payment.id, orderId: payment.orderId, orderKind: kind, amountMinor };
}

function writtenOf(placed: Place[], shares: Shares): number[] {
	const places: number[] = [];
	for (const { payment, written, several } of placed) {
		const place = several ? shares.get(several)?.get(payment.id) : written;
		if (place !== undefined && place !== null) places.push(place);
	}
	return places;
}

/** By order and payment id, where the book has what each payment adds to the lines of its batch. */
type Shares = Map<SeveralPayments, Map<number, number>>;

/**
 * The components of orders with several payments, shared out over those that are batched, whichever group each is in, and
 * those that a batch has already. Most orders have one payment, which has all of it.
 */
function sharesOf(groups: Group[], book: LineBook, planning: Planning): Shares {
	const parts = new Map<SeveralPayments, PaymentPart[]>();
	for (const group of groups) {
		for (const { payment, several, amountMinor } of group.placed) {
			if (!several) continue;
			const { order } = several;
			const known = madeOnce(parts, several, () => batchedParts(order, planning));
			known.push(partOf(payment.id, amountMinor, order));
		}
	}
	const shares: Shares = new Map();
	for (const [several, payments] of parts) {
		const { order, value } = several;
		const shared = [...sharePayments(value, payments)];
		shares.set(
			several,
			new Map(shared.map(([id, components]) => [id, book.write(components, order.kind)])),
		);
	}
	return shares;
}

function batchedParts(order: TenderedOrder, planning: Planning): PaymentPart[] {
	return order.tenders
		.filter((tender) => isInOurBatch(tender, planning))
		.map(({ payment, amountMinor }) => partOf(payment.id, amountMinor ?? 0, order));
}

/** Orders are valued positive, credit notes too. */
function partOf(id: number, amountMinor: number, { kind }: TenderedOrder): PaymentPart {
	return { id, amountMinor: kind === 'C' ? 0 - amountMinor : amountMinor };
}
