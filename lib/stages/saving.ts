/** One order on its way through a run: what is known of it, and what became of it so far. */
import { instantOf } from '../time/instant';
import type { Wanted } from './findOrders';
import { newPlacementRow, placementFor } from './placement';
import { referenceOf } from './newOrder';
import type { Change, OrderResult, Outcome, PaymentOutcome, Reason } from './outcome';
import type { Placement, StageSettings } from './settings';
import type { StageOrder } from './stageOrder';
import { isBlank } from './words';
import type { StageItem } from './stageItem';

export interface Saving {
	/** Positions of the items that name it; the one that the channel changed last counts, or else the last one. */
	items: number[];
	item: StageItem;
	placement: Placement;
	/** Cin7's id; 0 until it is known. */
	orderId: number;
	reference: string;
	/** As last read. */
	order: StageOrder | null;
	isNew: boolean;
	changes: Change[];
	notes: string[];
	end: { outcome: Outcome; reason: Reason | null; message: string } | null;
	payments: PaymentOutcome[];
}

/** The orders that items name, each once, in the order of their first items. */
export function savingsOf(items: readonly StageItem[], settings: StageSettings): Saving[] {
	const savings = new Map<string, Saving>();
	items.forEach((item, position) => {
		const { id, draft } = item;
		const key = id > 0 ? `#${id}` : draft.reference.toLowerCase() || `?${position}`;
		const before = savings.get(key);
		const items = [...(before?.items ?? []), position];
		if (before && isOlder(item, before.item)) {
			before.items = items;
			return;
		}
		savings.set(key, {
			items,
			item,
			placement: placementFor(item, settings.placementOf(position), settings),
			orderId: id,
			reference: referenceOf(item, settings.orderId) || (id > 0 ? `Order ${id}` : ''),
			order: null,
			isNew: false,
			changes: [],
			notes: [],
			end: null,
			payments: [],
		});
	});
	return [...savings.values()];
}

/** Whether the channel changed the first before the second. */
export function isOlder(a: StageItem, b: StageItem): boolean {
	return a.lastUpdated !== null && b.lastUpdated !== null && a.lastUpdated < b.lastUpdated;
}

/** One order that items named in two ways, by its id and by its reference, once. */
export function mergeSame(savings: readonly Saving[]): Saving[] {
	const merged: Saving[] = [];
	for (const saving of savings) {
		const { orderId, item } = saving;
		const at = merged.findIndex(
			(one) => orderId > 0 && one.orderId === orderId && one.end === null && saving.end === null,
		);
		if (at < 0) {
			merged.push(saving);
			continue;
		}
		const items = [...merged[at].items, ...saving.items].sort((a, b) => a - b);
		if (!isOlder(item, merged[at].item)) merged[at] = saving;
		merged[at].items = items;
	}
	return merged;
}

/** Ends an order's way. */
export function end(
	saving: Saving,
	outcome: Outcome,
	message: string,
	reason: Reason | null = null,
): void {
	saving.end ??= { outcome, reason, message };
}

/** What to look an order up by. */
export function wantedOf({ item }: Saving): Wanted {
	return { key: item.draft.reference, createdAt: instantOf(item.draft.createdDate) };
}

/** Adds notes, each once. */
export function note(saving: Saving, notes: readonly string[]): void {
	for (const text of notes) if (!saving.notes.includes(text)) saving.notes.push(text);
}

/** Adds changes; of a field changed twice, the first value before and the last one after. */
export function change(saving: Saving, changes: readonly Change[]): void {
	for (const { field, before, after } of changes) {
		const known = saving.changes.find((one) => one.field === field);
		if (known) known.after = after;
		else saving.changes.push({ field, before, after });
	}
}

/** Fields of a new order that say where it stands, as changes from nothing. */
export function newChanges(placement: Placement): Change[] {
	return Object.entries(newPlacementRow(placement))
		.filter(([field]) => field !== 'isApproved')
		.map(([field, after]) => ({ field, before: '', after: String(after) }));
}

/** The result, once its way has ended. */
export function resultOf(saving: Saving): OrderResult {
	const { items, orderId, reference, isNew, changes, notes, order, payments } = saving;
	const { outcome, reason, message } = saving.end ?? {
		outcome: 'refused' as const,
		reason: 'notKept' as const,
		message: `${reference} could not be saved for certain. Look at it in Cin7, then run again.`,
	};
	return {
		items,
		orderId,
		reference,
		outcome,
		isNew,
		message,
		reason,
		stage: isBlank(order?.stage ?? '') ? '' : (order?.stage ?? ''),
		changes,
		notes,
		payments,
	};
}
