/** Where the orders of a run are to stand: one place for all, or, set by hand, one for each item. */
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { isoSeconds } from '../../lib/stages/findOrders';
import type { Placement, StageOperation } from '../../lib/stages/settings';
import { markDate } from '../../lib/time/markDate';
import { dateText, instantIn } from '../shared/instantIn';
import { codeIn, locatorText, type Locator } from './locatorValues';

/**
 * The place of each item's order. Reads parameters once, except those that are set by hand.
 * @param at the instant of saving, at which orders are dispatched automatically
 * @throws NodeOperationError naming the parameter that does not fit
 */
export function placements(
	context: IExecuteFunctions,
	operation: StageOperation,
	at: string,
): (item: number) => Placement {
	if (operation === 'hold') return () => ({ stage: '', dispatchedDate: null, threePlStatus: null });
	if (operation === 'manual') return byHand(context);
	const stage = locatorText(context.getNodeParameter('defaultStage', 0) as Locator);
	if (stage === '') {
		throw new NodeOperationError(context.getNode(), 'Default Stage is empty', {
			description: 'Choose the stage that complete orders get, such as New or Processing.',
		});
	}
	const status = context.getNodeParameter('defaultThreePlStatus', 0, '') as Locator;
	const placement: Placement = {
		stage,
		dispatchedDate: context.getNodeParameter('autoDispatch', 0, false) === true ? at : null,
		threePlStatus: codeIn(context, status, 'Default 3PL Status'),
	};
	return () => placement;
}

function byHand(context: IExecuteFunctions): (item: number) => Placement {
	return (item) => ({
		stage: locatorText(context.getNodeParameter('stage', item, '') as Locator),
		dispatchedDate: dispatchDate(context, item),
		threePlStatus: codeIn(
			context,
			context.getNodeParameter('threePlStatus', item, '') as Locator,
			'3PL Status',
			item,
		),
	});
}

/** A day alone is kept as that day wherever it is read; a time without a zone is the workflow's. */
function dispatchDate(context: IExecuteFunctions, item: number): string | null {
	const given = context.getNodeParameter('dispatchedDate', item, '');
	const instant = instantIn(context, given, 'Fully Dispatched', item);
	if (instant === null) return null;
	const text = dateText(given);
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
	return isDay ? markDate(text, context.getTimezone()) : isoSeconds(instant);
}
