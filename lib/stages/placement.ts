/** Stage, dispatch date and 3PL status: where a new order is put, and how far an existing one is moved. */
import type { Row } from '../cin7/client';
import { isSavedAsShipped } from './channelRules';
import { needsAttention, type Placement, type StageSettings } from './settings';
import type { Change } from './outcome';
import type { StageOrder } from './stageOrder';
import type { StageItem } from './stageItem';
import { saysTheSame } from './words';

/** Whether an order waits for its data. */
export function isHeld(order: { stage: string }): boolean {
	return saysTheSame(order.stage, needsAttention);
}

/**
 * A held order overrides all three defaults: at Needs Attention, approved but not dispatched, not for the 3PL.
 * @param doNotTransfer null where the account's code is not known: then Cin7's own default applies
 */
export function holdPlacement(doNotTransfer: number | null): Placement {
	return { stage: needsAttention, dispatchedDate: null, threePlStatus: doNotTransfer };
}

/** Where an order is to stand: an order that is sent already goes to no warehouse, whatever the defaults are. */
export function placementFor(
	item: StageItem,
	placement: Placement,
	settings: StageSettings,
): Placement {
	if (!isSavedAsShipped(item, settings)) return placement;
	return {
		stage: placement.stage,
		dispatchedDate: item.dispatchedDate ?? settings.at,
		threePlStatus: settings.doNotTransferStatus,
	};
}

/** A new order's fields. */
export function newPlacementRow({ stage, dispatchedDate, threePlStatus }: Placement): Row {
	return {
		isApproved: true,
		...(stage !== '' && { stage }),
		...(dispatchedDate !== null && { dispatchedDate }),
		...(threePlStatus !== null && { logisticsStatus: threePlStatus }),
	};
}

export interface Move {
	row: Row;
	changes: Change[];
	notes: string[];
}

/** What moves an existing order to where it is to stand. A dispatched one is never re-opened, nor sent to a 3PL. */
export function moveOf(order: StageOrder, to: Placement, settings: StageSettings): Move {
	const move: Move = { row: {}, changes: [], notes: [] };
	const set = (field: string, before: string, value: string | number) => {
		move.row[field] = value;
		move.changes.push({ field, before, after: String(value) });
	};
	if (to.stage !== '' && !saysTheSame(order.stage, to.stage)) set('stage', order.stage, to.stage);
	if (to.dispatchedDate !== null) {
		if (order.dispatchedDate === null) set('dispatchedDate', '', to.dispatchedDate);
		else if (settings.operation === 'manual') {
			move.notes.push('It was dispatched already: its Fully Dispatched date was kept.');
		}
	}
	const threePl = threePlMove(order, to, settings);
	if (typeof threePl === 'number') {
		set('logisticsStatus', String(order.logisticsStatus ?? ''), threePl);
	} else if (threePl !== null) move.notes.push(threePl);
	return move;
}

const stillNoTransfer =
	'Its 3PL Status is still Do Not Transfer, as no Default 3PL Status is chosen to change it to.';

/** Whether an order is released that the 3PL will not get. */
function staysUntransferred(order: StageOrder, settings: StageSettings): boolean {
	return (
		settings.operation === 'defaults' &&
		isHeld(order) &&
		order.dispatchedDate === null &&
		order.logisticsStatus !== null &&
		order.logisticsStatus === settings.doNotTransferStatus
	);
}

/** The new code, a note why it is not set, or null when there is nothing to do. */
function threePlMove(
	order: StageOrder,
	{ threePlStatus: wanted }: Placement,
	settings: StageSettings,
): number | string | null {
	const now = order.logisticsStatus;
	if (wanted === null) return staysUntransferred(order, settings) ? stillNoTransfer : null;
	if (wanted === now) return null;
	if (settings.operation === 'manual') return wanted;
	if (settings.operation === 'hold') {
		return isHeld(order) && now !== null
			? `Its 3PL Status (${now}) was set by somebody else and was kept.`
			: wanted;
	}
	if (order.dispatchedDate !== null) {
		return 'It was dispatched already: its 3PL Status was kept.';
	}
	if (now === null || settings.doNotTransferStatus === null || !isHeld(order)) return wanted;
	return now === settings.doNotTransferStatus
		? wanted
		: `Its 3PL Status (${now}) is not that of a held order, so somebody set it: it was kept.`;
}
