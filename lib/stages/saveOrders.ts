/**
 * Set Order Stage from top to bottom: look up, create what is missing, change what is there, pay, report. Running it
 * again changes nothing more; two runs at once cannot create an order twice.
 */
import { isVoid } from '../orders/accounting';
import type { Cin7Client } from '../cin7/client';
import { whyLeftOut } from './channelRules';
import { createOrders } from './createOrders';
import { findOrders, keyOf, type Found } from './findOrders';
import { longestText } from './orderFields';
import type { OrderResult } from './outcome';
import { payOrders } from './payOrders';
import { end, mergeSame, resultOf, savingsOf, wantedOf, type Saving } from './saving';
import { needsAttention, type StageSettings } from './settings';
import { unknownCodes } from './stageOrder';
import { updateOrders } from './updateOrders';
import { inWords } from '../text/words';
import type { StageItem } from './stageItem';

/**
 * Saves orders at a stage.
 * @returns one result for each order, in the order of the items that named it first
 * @throws Cin7Failure when Cin7 cannot be asked; what was saved until then is not saved twice by a further run
 */
export async function saveOrders(
	client: Cin7Client,
	items: readonly StageItem[],
	settings: StageSettings,
): Promise<OrderResult[]> {
	const named = savingsOf(items, settings);
	for (const saving of named) refuseUnfit(saving);
	const toFind = named
		.filter((saving) => saving.end === null)
		.filter(({ orderId }) => orderId === 0);
	const found = await findOrders(client, toFind.map(wantedOf), {
		place: settings.orderId,
		heldOnly: isHeldOnly(settings),
		at: Date.parse(settings.at),
	});
	for (const saving of toFind) identify(saving, found);
	const savings = mergeSame(named);
	const fit = savings.filter(({ end: ended }) => ended === null || ended.reason === 'ambiguous');
	const missing = fit.filter(({ orderId, end: ended }) => orderId === 0 && ended === null);
	for (const saving of missing) leaveOut(saving, settings);
	const toCreate = missing.filter((saving) => saving.end === null);
	const existing = toCreate.length > 0 ? await createOrders(client, toCreate, settings) : [];
	const toUpdate = fit.filter(
		(saving) => saving.end === null && saving.orderId > 0 && !existing.includes(saving),
	);
	await updateOrders(client, [...toUpdate, ...existing], settings);
	await holdUnknown(client, toCreate, settings);
	await payOrders(client, fit, settings);
	return savings.map(resultOf);
}

function isHeldOnly({ createMissing, touchStages }: StageSettings): boolean {
	return (
		!createMissing &&
		touchStages !== 'any' &&
		touchStages.every((stage) => keyOf(stage) === keyOf(needsAttention))
	);
}

/** New orders whose products Cin7 does not know, which only shows once they are there, are held where that is asked. */
async function holdUnknown(
	client: Cin7Client,
	created: readonly Saving[],
	settings: StageSettings,
): Promise<void> {
	if (settings.unknownProducts !== 'hold' || settings.operation === 'hold') return;
	const unknown = created.filter(
		({ order, end: ended }) =>
			ended?.outcome === 'created' &&
			order !== null &&
			order.dispatchedDate === null &&
			unknownCodes(order).length > 0,
	);
	for (const saving of unknown) saving.end = null;
	await updateOrders(client, unknown, { ...settings, operation: 'hold', touchStages: 'any' });
}

/** What cannot be saved at all, whatever Cin7 holds. */
function refuseUnfit(saving: Saving): void {
	const { item, reference } = saving;
	if (item.id === 0 && item.draft.reference === '') {
		const message = 'The item names no order: its reference is blank.';
		end(saving, 'refused', message, 'noOrderId');
	}
	if (item.unreadable.length > 0) {
		const message = `${reference || 'The order'} was not saved: ${item.unreadable.join(' ')}`;
		end(saving, 'refused', message, 'unreadable');
	}
	const most = longestText('reference');
	if (item.id === 0 && reference.length > most) {
		const message = `${reference.slice(0, most)}… was not saved: its reference has ${reference.length} characters, and Cin7 keeps ${most}.`;
		end(saving, 'refused', message, 'tooLong');
	}
}

/** The one live order that carries the channel's id; a void one where there is no other. */
function identify(saving: Saving, found: Found): void {
	const orders = found.get(keyOf(saving.item.draft.reference)) ?? [];
	const live = orders.filter((order) => !isVoid(order));
	if (live.length > 1) {
		const names = inWords(live.map(({ reference, id }) => `${reference} (${id})`));
		const message = `Several orders in Cin7 carry ${saving.item.draft.reference}: ${names}. None was changed.`;
		end(saving, 'leftAlone', message, 'ambiguous');
		return;
	}
	saving.orderId = (live[0] ?? orders[0])?.id ?? 0;
}

function leaveOut(saving: Saving, settings: StageSettings): void {
	const { item, reference } = saving;
	const left = whyLeftOut(item, settings);
	if (item.state === 'cancelled') {
		const message = `${reference} was cancelled in the channel before it was in Cin7, so it was not created.`;
		end(saving, 'leftAlone', message, 'cancelled');
	} else if (left !== null) {
		end(saving, 'leftAlone', `${reference} ${left.because}, so it was not created.`, left.reason);
	} else if (!settings.createMissing) {
		const message = isHeldOnly(settings)
			? `There is no order ${reference} at Needs Attention in Cin7.`
			: `${reference} is not in Cin7.`;
		end(saving, 'leftAlone', message, 'notInCin7');
	} else if (settings.orderId.in === 'customField' && item.draft.createdDate === '') {
		const message = `${reference} was not created: its order ID is looked for in a custom field, which Cin7 can only do by date, and the item has no createdDate. Give it one, or it might be in Cin7 twice.`;
		end(saving, 'refused', message, 'noCreatedDate');
	}
}
