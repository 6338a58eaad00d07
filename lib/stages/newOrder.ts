/** The row by which an order is created: complete, at the place where it is to stand. */
import type { Row } from '../cin7/client';
import { wireNumber } from '../cin7/wireNumber';
import type { DraftLine } from '../orders/salesOrderDraft';
import { isSavedAsShipped, shippedNote, whyHeld } from './channelRules';
import { fittingTexts } from './fittingTexts';
import { moneyRows } from './lineRows';
import type { FillableField } from './orderFields';
import { holdPlacement, newPlacementRow } from './placement';
import type { OrderIdPlace, Placement, StageSettings } from './settings';
import { labels } from './words';
import type { StageItem } from './stageItem';

export interface NewOrder {
	row: Row;
	/** Whether it is put at Needs Attention. */
	held: boolean;
	/** Where it is put. */
	placement: Placement;
	notes: string[];
}

/** What Cin7 said of an order with its line items; the order is then created without them, and held. */
export interface LinesRefused {
	words: string;
}

/** The order's id in the channel, which must be unique in Cin7: what is before it is a setting. */
export function referenceOf({ draft }: StageItem, place: OrderIdPlace): string {
	return place.in === 'reference' ? `${place.prefix}${draft.reference}` : draft.reference;
}

/**
 * @param placement where it is to stand if nothing keeps it back
 * @param linesRefused set when Cin7 did not take its lines
 */
export function newOrder(
	item: StageItem,
	placement: Placement,
	settings: StageSettings,
	linesRefused: LinesRefused | null,
): NewOrder {
	const { texts, tooLong, notes } = fittingTexts(item, settings.placeholders);
	const ruling = settings.operation === 'defaults' ? whyHeld(item, settings) : null;
	const held =
		settings.operation === 'hold' || linesRefused !== null || tooLong.length > 0 || ruling !== null;
	const shipped = !held && isSavedAsShipped(item, settings);
	const place = held ? holdPlacement(settings.doNotTransferStatus) : placement;
	const row: Row = {
		reference: referenceOf(item, settings.orderId),
		...texts,
		...(item.draft.createdDate !== '' && { createdDate: item.draft.createdDate }),
		...idElsewhere(item, settings.orderId),
		...links(item, texts.email ?? '', settings),
		...currency(item),
		...(linesRefused === null
			? moneyRows(item)
			: { internalComments: refusedLines(item.draft.lineItems, linesRefused.words) }),
		...newPlacementRow(place),
	};
	return {
		row,
		held,
		placement: place,
		notes: [
			...notes,
			...tooLongNote(tooLong),
			...(linesRefused === null
				? []
				: [
						`Cin7 did not take its line items (${linesRefused.words}), so it was saved without them; they stand in its internal comments.`,
					]),
			...(ruling === null ? [] : [`Held because ${ruling.because}.`]),
			...(shipped ? [shippedNote] : []),
			...((held || shipped) && settings.doNotTransferStatus === null ? [threePlUnknown] : []),
		],
	};
}

export const threePlUnknown =
	'Its 3PL Status was left to Cin7: no code for Do Not Transfer is set in the credential or the options.';

export function tooLongNote(fields: readonly FillableField[]): string[] {
	return fields.length === 0
		? []
		: [`Longer than Cin7 keeps, so left blank and to be entered by hand: ${labels(fields)}.`];
}

function idElsewhere({ draft }: StageItem, place: OrderIdPlace): Row {
	const id = `${place.prefix}${draft.reference}`;
	if (place.in === 'customerOrderNo') return { customerOrderNo: id };
	return place.in === 'customField' ? { customFields: { [place.customField]: id } } : {};
}

function links(
	item: StageItem,
	email: string,
	{ customer, branchRules, ...settings }: StageSettings,
): Row {
	const { branchId, memberId, projectName } = item.cin7;
	const rule = branchRules.find(({ by, value }) => {
		const wanted = value.trim().toLowerCase();
		return by === 'fulfilledBy' ? item.fulfilledBy === wanted : item.marketplaces.includes(wanted);
	});
	const branch = branchId || rule?.branchId || settings.branchId;
	const contact = memberId || (customer.by === 'contact' ? customer.memberId : 0);
	const project = projectName || settings.projectName;
	return {
		...(branch > 0 && { branchId: branch }),
		...(contact > 0 && { memberId: contact }),
		...(contact === 0 && customer.by === 'email' && email !== '' && { memberEmail: email }),
		...(project !== '' && { projectName: project }),
	};
}

/** Without rates of its own, Cin7 takes its exchange rate of the day and the customer's tax rate. */
function currency({ draft, cin7 }: StageItem): Row {
	return {
		...(draft.currencyCode !== '' && { currencyCode: draft.currencyCode }),
		...(Number(cin7.currencyRate) > 0 && { currencyRate: wireNumber(cin7.currencyRate) }),
		...(draft.taxStatus !== '' && { taxStatus: draft.taxStatus }),
		...(draft.taxRate !== undefined && { taxRate: wireNumber(draft.taxRate) }),
	};
}

/** For whoever enters them by hand. */
function refusedLines(lines: readonly DraftLine[], words: string): string {
	const listed = lines.map(
		({ code, name, qty, unitPrice }) => `${qty} x ${code || name} at ${unitPrice || '0'}`,
	);
	return `Needs Attention: line items not taken by Cin7 (${words})\n${listed.join('\n')}`;
}
