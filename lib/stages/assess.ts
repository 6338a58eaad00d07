/**
 * What is to be done with an order that is in Cin7: the rules of Needs Attention, from its state as just read. Asked again
 * after each write, until nothing is left to do, so that it never acts on what it believes it wrote.
 */
import { isImported, isVoid } from '../orders/accounting';
import type { Row } from '../cin7/client';
import { cancelledVerdict } from './cancelled';
import { isSavedAsShipped, shippedNote, whyLeftOut } from './channelRules';
import { fillBlanks, type Filling } from './fillBlanks';
import { hindranceTo, type Hindrance } from './hindrances';
import { moneyRows } from './lineRows';
import { currencyDifference } from './moneyDifference';
import { tooLongNote } from './newOrder';
import type { Change, Outcome, Reason } from './outcome';
import { holdPlacement, isHeld, moveOf } from './placement';
import { needsAttention, type Placement, type StageSettings } from './settings';
import { isDraft, topLines, type StageOrder } from './stageOrder';
import { saysTheSame } from './words';
import type { StageItem } from './stageItem';

export interface Verdict {
	/** What to write, without the id; null when there is nothing to write. */
	row: Row | null;
	changes: Change[];
	/** Whether the order is to be looked at again once this is written: there is more to do, but not at the same time. */
	more: boolean;
	outcome: Outcome;
	reason: Reason | null;
	/** Why it is left alone; blank otherwise. */
	message: string;
	notes: string[];
}

/**
 * @param order as it is now
 * @param placement where it is to stand if nothing keeps it back
 */
export function assess(
	order: StageOrder,
	item: StageItem,
	placement: Placement,
	settings: StageSettings,
): Verdict {
	const { reference } = order;
	if (item.state === 'cancelled') return cancelledVerdict(order, settings);
	if (isVoid(order)) return leave('void', `${reference} is void in Cin7.`);
	if (isDraft(order)) {
		return leave('draft', `${reference} is a draft in Cin7. Approve it there first.`);
	}
	if (!isTouched(order, settings)) {
		const message = `${reference} is in Cin7 at ${order.stage === '' ? 'no stage' : `stage ${order.stage}`}, so it was left as it is.`;
		return leave('otherStage', message);
	}
	const left = settings.operation === 'manual' ? null : whyLeftOut(item, settings);
	if (left !== null) {
		return leave(left.reason, `${reference} ${left.because}, so it was left as it is.`);
	}
	const dispatched = order.dispatchedDate !== null;
	if (settings.operation === 'hold' && dispatched) {
		return leave('dispatched', `${reference} is dispatched, so it was not held.`);
	}
	const filling = fillBlanks(order, item, settings);
	const lines = missingLines(order, item, settings);
	const hindrance = hindranceTo(order, item, {
		filling,
		addsLines: lines !== null,
		placement,
		settings,
	});
	if (hindrance !== null) return stayHeld(filling, hindrance);
	const target =
		settings.operation === 'hold' ? holdPlacement(settings.doNotTransferStatus) : placement;
	// Lines first and the release once they are seen to be there, each once: a PUT adds lines, whoever sends it.
	const linesFirst = lines !== null && !isHold(settings);
	const move = linesFirst ? { row: {}, changes: [], notes: [] } : moveOf(order, target, settings);
	const row = { ...filling.row, ...lines, ...move.row };
	const changes = [
		...filling.changes,
		...(lines === null ? [] : [linesChange(item)]),
		...move.changes,
	];
	const notes = [...filling.notes, ...tooLongNote(filling.tooLong), ...move.notes];
	const isShippedNow = move.row.dispatchedDate !== undefined && isSavedAsShipped(item, settings);
	if (isShippedNow) notes.push(shippedNote);
	if (changes.length === 0) return { ...nothing, notes };
	const outcome = outcomeOf(order, target, settings);
	return { ...nothing, row, changes, more: linesFirst, outcome, notes };
}

const nothing: Verdict = {
	row: null,
	changes: [],
	more: false,
	outcome: 'unchanged',
	reason: null,
	message: '',
	notes: [],
};

/** An order that is not touched. */
export function leave(reason: Reason, message: string, notes: string[] = []): Verdict {
	return { ...nothing, outcome: 'leftAlone', reason, message, notes };
}

function isHold({ operation }: StageSettings): boolean {
	return operation === 'hold';
}

function isTouched(order: StageOrder, { touchStages }: StageSettings): boolean {
	return touchStages === 'any' || touchStages.some((stage) => saysTheSame(stage, order.stage));
}

/** The lines to add: only to an order that has none, and that accounting does not have yet. */
function missingLines(order: StageOrder, item: StageItem, { fields }: StageSettings): Row | null {
	const { lineItems } = item.draft;
	// Of a pending order Amazon gives no prices, and of one that could not be read nothing is certain.
	if (item.state === 'pending' || item.unread.length > 0) return null;
	if (fields === 'none' || lineItems.length === 0 || topLines(order).length > 0) return null;
	if (isImported(order)) return null;
	return currencyDifference(order, item) === '' ? moneyRows(item, order) : null;
}

/** What can be filled in is, but the order does not move. */
function stayHeld(filling: Filling, { reason, message }: Hindrance): Verdict {
	const { row, changes } = filling;
	const notes = [...filling.notes, ...tooLongNote(filling.tooLong)];
	if (changes.length === 0) return leave(reason, message, notes);
	return { ...nothing, row, changes, outcome: 'held', reason, message, notes };
}

function linesChange({ draft }: StageItem): Change {
	const count = draft.lineItems.length;
	return {
		field: 'lineItems',
		before: 'none',
		after: count === 1 ? '1 line' : `${count} lines`,
	};
}

function outcomeOf(order: StageOrder, target: Placement, settings: StageSettings): Outcome {
	if (isHold(settings)) return 'held';
	if (!isHeld(order)) return 'updated';
	return target.stage === '' || saysTheSame(target.stage, needsAttention) ? 'held' : 'released';
}
