/**
 * An order as it comes in with an n8n item: from a download, a form, a spreadsheet. Fields may be missing, amounts may be
 * numbers or text; what cannot be read is named, never guessed.
 */
import { isCancelled, isPending } from './channelState';
import { instantOf } from '../time/instant';
import { linesOf, paymentsOf } from './draftLists';
import { amountOf, blockOf, idOf, lineOf, paragraphOf, type Item } from './itemValues';
import type { SalesOrderDraft } from './salesOrderDraft';

/** Texts of a draft that stand on one line. */
const lines = [
	...['reference', 'customerOrderNo', 'firstName', 'lastName', 'company', 'email', 'phone'],
	...['delivery', 'billing'].flatMap((address) =>
		['FirstName', 'LastName', 'Company', 'Address1', 'Address2', 'City', 'State', 'PostalCode']
			.concat('Country')
			.map((part) => `${address}${part}`),
	),
	...['currencyCode', 'freightDescription', 'surchargeDescription', 'discountDescription'],
] as const;

const amounts = ['freightTotal', 'surcharge', 'discountTotal'] as const;

export type TaxStatus = SalesOrderDraft['taxStatus'];

/** Whether the channel still counts on the order. */
export type OrderState = 'open' | 'pending' | 'cancelled';

export interface OrderItem {
	/** Cin7's own id of the order where the item names it; 0 otherwise. */
	id: number;
	/** Every field is there; what the item does not say is blank, amounts too. */
	draft: Omit<SalesOrderDraft, 'taxStatus'> & { taxStatus: TaxStatus | '' };
	/** Beyond what a channel says: what whoever made the item knows of Cin7. Blank and 0 where it says nothing. */
	cin7: { branchId: number; memberId: number; projectName: string; currencyRate: string };
	state: OrderState;
	/** What a branch may be chosen by, in lower case: who fulfils it (`amazon`), and the names of its marketplace. */
	fulfilledBy: string;
	marketplaces: string[];
	/** Sentences, one for each field that cannot be read. */
	unreadable: string[];
}

/** Reads an item. Never throws: what does not fit is in `unreadable`. */
export function draftFromItem(item: Item): OrderItem {
	const unreadable: string[] = [];
	const draft: Record<string, unknown> = {};
	for (const field of lines) draft[field] = lineOf(item[field]);
	for (const field of amounts) draft[field] = amount(item, field, unreadable);
	draft.currencyCode = String(draft.currencyCode).toUpperCase();
	draft.deliveryInstructions = paragraphOf(item.deliveryInstructions);
	draft.createdDate = date(item, 'createdDate', unreadable);
	draft.taxStatus = taxStatus(item, unreadable);
	const taxRate = amount(item, 'taxRate', unreadable);
	if (taxRate !== '') draft.taxRate = taxRate;
	draft.lineItems = linesOf(item.lineItems, unreadable);
	draft.payments = paymentsOf(item.payments, unreadable);
	const amazon = blockOf(item, 'amazon');
	return {
		id: idOf(item.id),
		draft: draft as unknown as OrderItem['draft'],
		cin7: {
			branchId: idOf(item.branchId),
			memberId: idOf(item.memberId),
			projectName: lineOf(item.projectName),
			currencyRate: amount(item, 'currencyRate', unreadable),
		},
		state: isCancelled(item) ? 'cancelled' : isPending(item) ? 'pending' : 'open',
		fulfilledBy: said(amazon, item, 'fulfilledBy')[0] ?? '',
		marketplaces: ['marketplace', 'marketplaceName', 'marketplaceId', 'salesChannel'].flatMap(
			(name) => said(amazon, item, name),
		),
		unreadable,
	};
}

function amount(item: Item, field: string, unreadable: string[]): string {
	const read = amountOf(item[field]);
	if (read === undefined) unreadable.push(`${field} is not an amount.`);
	return read ?? '';
}

function date(item: Item, field: string, unreadable: string[]): string {
	const text = lineOf(item[field]);
	if (text === '' || instantOf(text) !== null) return text;
	unreadable.push(`${field} is not a date.`);
	return '';
}

function taxStatus(item: Item, unreadable: string[]): TaxStatus | '' {
	const given = lineOf(item.taxStatus).toLowerCase();
	if (given === '' || given === 'undefined') return '';
	const known = (['Incl', 'Excl', 'Exempt'] as const).find((one) => one.toLowerCase() === given);
	if (known === undefined) unreadable.push('taxStatus is not Incl, Excl or Exempt.');
	return known ?? '';
}

/** What the channel's block says under a name, or else the item, in lower case; a block of its own gives its texts. */
function said(block: Item, item: Item, name: string): string[] {
	const value = block[name] ?? blockOf(block, 'fulfillment')[name] ?? item[name];
	const texts =
		typeof value === 'object' && value !== null ? Object.values(value as Item) : [value];
	return texts.map((text) => lineOf(text).toLowerCase()).filter((text) => text !== '');
}
