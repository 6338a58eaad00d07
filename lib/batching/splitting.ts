/**
 * A list of members that is too long for the account splits its batch: the parts are batches of their own, of one channel,
 * branch, payment type, currency and day, and make up the same deposit together.
 */
import { toText } from '../money/currency';
import { groupBy } from './groupBy';
import type { Group } from './grouping';
import type { Place } from './placed';

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
	const split: Place[][] = [];
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
		placed: placed.sort((a, b) => a.payment.id - b.payment.id),
		totalMinor: sum(placed),
	}));
}

/** Payments of one order stay together. */
function byOrder(group: Group): Place[][] {
	return [...groupBy(group.placed, (place) => place.several ?? place).values()];
}

function sum(placed: Place[]): number {
	return placed.reduce((total, { amountMinor }) => total + amountMinor, 0);
}

/** What a payment and its order take in a manifest, with what their fields hold before. */
function entryLength(place: Place, currency: string): number {
	const { payment, amountMinor, total, date, status } = place;
	const { comments, orderId } = payment;
	const before = {
		...(comments !== '' && { comments }),
		...(status !== 'NotImported' && { status }),
		date,
	};
	const entries = [
		[payment.id, orderId, toText(amountMinor, currency), before],
		[orderId, 'S', total],
	];
	return JSON.stringify(entries).length;
}
