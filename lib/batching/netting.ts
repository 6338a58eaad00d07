/**
 * Groups whose payments and refunds cancel out: there is no deposit to match, so they are not batched. Their orders then
 * leave their other groups too, because an order goes in whole or not at all; which can bring another group to zero.
 */
import { madeOnce } from './groupBy';
import type { Group } from './grouping';
import { obstacleMessage, zeroGroupMessage } from './reasons/wholeOrderSentences';
import type { SkippedPayment } from './plan.types';
import type { Place, SeveralPayments } from './placed';
import type { Planning } from './planning';

/** The groups that are batched, without the payments that leave them. */
export function withoutZeroGroups(
	groups: Group[],
	planning: Planning,
): { groups: Group[]; skipped: SkippedPayment[] } {
	const leaving = new Map<Place, SkippedPayment>();
	let zero = groups.filter((group) => group.totalMinor === 0);
	const touched = new Set(zero);
	let places: PlacesByOrder | undefined;
	// One round at a time: groups that are zero together go together, in whatever order they are looked at.
	while (zero.length > 0) {
		for (const group of zero) {
			for (const place of stayers(group, leaving)) leaving.set(place, netted(place, group));
		}
		const changed = new Set<Group>();
		for (const group of zero) {
			for (const place of group.placed) {
				if (leaving.get(place)?.reason !== 'netsToZero') continue;
				if (!place.several) continue;
				places ??= placesByOrder(groups, planning);
				for (const other of places.get(place.several) ?? []) {
					if (leaving.has(other.place)) continue;
					leaving.set(other.place, parted(other.place, place, other.group, planning));
					other.group.totalMinor -= other.place.amountMinor;
					changed.add(other.group);
					touched.add(other.group);
				}
			}
		}
		zero = [...changed].filter(
			(group) => group.totalMinor === 0 && stayers(group, leaving).length > 0,
		);
	}
	if (leaving.size === 0) return { groups, skipped: [] };
	const kept = groups
		.map((group) => (touched.has(group) ? { ...group, placed: stayers(group, leaving) } : group))
		.filter((group) => group.placed.length > 0);
	return { groups: kept, skipped: [...leaving.values()] };
}

function stayers(group: Group, leaving: ReadonlyMap<Place, SkippedPayment>): Place[] {
	return group.placed.filter((place) => !leaving.has(place));
}

type PlacesByOrder = Map<SeveralPayments, { place: Place; group: Group }[]>;

/** The places of each order of several payments, where orders go in whole; none where payments are batched alone. */
function placesByOrder(groups: Group[], planning: Planning): PlacesByOrder {
	const places: PlacesByOrder = new Map();
	if (planning.settings.partlySelectedOrders !== 'leave') return places;
	for (const group of groups) {
		for (const place of group.placed) {
			if (place.several) madeOnce(places, place.several, () => []).push({ place, group });
		}
	}
	return places;
}

function netted(place: Place, group: Group): SkippedPayment {
	const { channel, paymentType, batchDay, currency } = group;
	const name = `${channel} / ${paymentType} of ${batchDay}`;
	const message = zeroGroupMessage(spokenOf(place), name, currency);
	return { ...skippedFrom(place, group), reason: 'netsToZero', message };
}

/** A payment that leaves because another one of its order does. */
function parted(place: Place, netted: Place, group: Group, planning: Planning): SkippedPayment {
	const { order: spoken, payment } = spokenOf(netted);
	const obstacle = { tender: { payment, order: spoken, paidAt: null }, why: 'netsToZero' } as const;
	const message = obstacleMessage(spoken, obstacle, planning);
	return { ...skippedFrom(place, group), reason: 'otherTenderIgnored', message };
}

function skippedFrom({ payment, reference }: Place, { channel, currency }: Group) {
	return { payment, channel, orderReference: reference, currency };
}

/** A place as the messages speak of it. */
function spokenOf({ payment, kind, key, reference }: Place) {
	const { currency, channel } = key;
	return { payment, order: { kind, currency, channel, order: { reference } } };
}
