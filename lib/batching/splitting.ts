/**
 * A list of members that is too long for the account splits its batch: the parts are batches of their own, of one channel,
 * branch, payment type, currency and day, and make up the same deposit together.
 */
import { toText } from '../money/currency';
import type { Group } from './grouping';
import { dateOf } from './members';
import type { Placed } from './wholeOrder';

/** Of an account's room: the words, the names and the lines of a manifest take the rest. */
const frame = 2_000;

/**
 * Groups whose members fit.
 * @param room characters that the account keeps; null when that is not known, and nothing is split
 */
export function splitGroups(groups: Group[], room: number | null): Group[] {
	if (room === null) return groups;
	return groups.flatMap((group) => parts(group, room - frame));
}

function parts(group: Group, room: number): Group[] {
	const split: Placed[][] = [];
	let length = Infinity;
	let total = 0;
	for (const places of byOrder(group)) {
		const added = places.reduce((sum, place) => sum + entryLength(place, group.currency), 0);
		// A part without value would be no batch.
		if (length + added > room && (split.length === 0 || total !== 0)) {
			split.push([]);
			length = 0;
			total = 0;
		}
		split[split.length - 1].push(...places);
		length += added;
		total += sum(places);
	}
	if (split.length < 2) return [group];
	if (total === 0) {
		const last = split.pop() ?? [];
		split[split.length - 1].push(...last);
	}
	return split.map((placed) => ({
		...group,
		placed: placed.sort((a, b) => a.tender.payment.id - b.tender.payment.id),
		totalMinor: sum(placed),
	}));
}

/** Payments of one order stay together. */
function byOrder(group: Group): Placed[][] {
	const orders = new Map<Placed['order'], Placed[]>();
	for (const place of group.placed) {
		const places = orders.get(place.order);
		if (places) places.push(place);
		else orders.set(place.order, [place]);
	}
	return [...orders.values()];
}

function sum(placed: Placed[]): number {
	return placed.reduce((total, { tender }) => total + (tender.amountMinor ?? 0), 0);
}

/** What a payment and its order take in a manifest, with what their fields hold before. */
function entryLength({ tender, order }: Placed, currency: string): number {
	const { payment, amountMinor } = tender;
	const { comments } = payment;
	const { id, total, accountingImportStatus: status } = order.order;
	const before = {
		...(comments !== '' && { comments }),
		...(status !== 'NotImported' && { status }),
		date: dateOf(order.order),
	};
	const entries = [
		[payment.id, id, toText(amountMinor ?? 0, currency), before],
		[id, 'S', total],
	];
	return JSON.stringify(entries).length;
}
