/**
 * Groups whose payments and refunds cancel out: there is no deposit to match, so they are not batched. Their orders then
 * leave their other groups too, because an order goes in whole or not at all; which can bring another group to zero.
 */
import type { Group } from './grouping';
import { obstacleMessage, zeroGroupMessage } from './messages.wholeOrder';
import type { Planning } from './planning';
import type { Tender, TenderedOrder } from './tenders';
import type { LeftOut, Placed } from './wholeOrder';

/** The groups that are batched, without the payments that leave them. */
export function withoutZeroGroups(
	groups: Group[],
	planning: Planning,
): { groups: Group[]; leftOut: LeftOut[] } {
	const leaving = new Map<Tender, LeftOut>();
	let zero = groups.filter((group) => group.totalMinor === 0);
	const places = zero.length > 0 ? placesByOrder(groups, planning) : null;
	// One round at a time: groups that are zero together go together, in whatever order they are looked at.
	while (zero.length > 0) {
		for (const group of zero) {
			for (const place of stayers(group, leaving)) leaving.set(place.tender, netted(place, group));
		}
		const changed = new Set<Group>();
		for (const group of zero) {
			for (const { tender, order } of group.placed) {
				if (leaving.get(tender)?.reason !== 'netsToZero') continue;
				const message = obstacleMessage(order, { tender, why: 'netsToZero' }, planning);
				for (const other of places?.get(order) ?? []) {
					if (leaving.has(other.tender)) continue;
					leaving.set(other.tender, {
						tender: other.tender,
						reason: 'otherTenderIgnored',
						message,
					});
					other.group.totalMinor -= other.tender.amountMinor ?? 0;
					changed.add(other.group);
				}
			}
		}
		zero = [...changed].filter(
			(group) => group.totalMinor === 0 && stayers(group, leaving).length > 0,
		);
	}
	const kept =
		leaving.size === 0
			? groups
			: groups
					.map((group) => ({ ...group, placed: stayers(group, leaving) }))
					.filter((group) => group.placed.length > 0);
	return { groups: kept, leftOut: [...leaving.values()] };
}

function stayers(group: Group, leaving: Map<Tender, LeftOut>): Placed[] {
	return group.placed.filter(({ tender }) => !leaving.has(tender));
}

/** Every place of each order, where orders go in whole; none where payments are batched alone. */
function placesByOrder(
	groups: Group[],
	planning: Planning,
): Map<TenderedOrder, { tender: Tender; group: Group }[]> {
	const places = new Map<TenderedOrder, { tender: Tender; group: Group }[]>();
	if (planning.settings.partlySelectedOrders !== 'leave') return places;
	for (const group of groups) {
		for (const { tender, order } of group.placed) {
			const ofOrder = places.get(order) ?? [];
			places.set(order, ofOrder);
			ofOrder.push({ tender, group });
		}
	}
	return places;
}

function netted({ tender, order }: Placed, { channel, paymentType, batchDay }: Group): LeftOut {
	const group = `${channel} / ${paymentType} of ${batchDay}`;
	return { tender, reason: 'netsToZero', message: zeroGroupMessage(tender, group, order.currency) };
}
