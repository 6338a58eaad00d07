/** What is the matter with a payment's order, by itself. */
import { nameKey } from '../../orders/channel';
import { noun } from '../named';
import type { Planning } from '../planning';
import type { Tender, TenderedOrder } from '../tenders';
import { ofOrders, type OwnRule } from './ownRule';

export const orderRules = [
	{
		code: 'orderMissing',
		label: 'No sales order or credit note found',
		isToLookAt: true,
		applies: ({ order }) => order === null,
		sentence: ({ payment }) =>
			`Payment ${payment.id} is on ${orderWords(payment)}, which Cin7 does not have among its sales orders and credit notes; only those are batched.`,
	},
	ofOrders({
		code: 'orderDraft',
		label: 'Order is a draft',
		isToLookAt: true,
		applies: ({ order }) => nameKey(order.status) === 'draft',
		sentence: (order) => `${noun(order)} is a draft; it is batched once it is approved in Cin7.`,
	}),
	ofOrders({
		code: 'orderVoid',
		label: 'Order is void',
		isToLookAt: true,
		applies: ({ kind, order }) =>
			nameKey(order.status) === 'void' || (kind === 'S' && order.isVoid),
		sentence: (order) => `${noun(order)} is void, and void orders are not batched.`,
	}),
	ofOrders({
		code: 'alreadyImported',
		label: 'Imported to accounting already',
		applies: ({ order }) =>
			nameKey(order.accountingImportStatus) === 'imported' || order.importDate !== null,
		sentence: (order) =>
			`${noun(order)} is already in accounting on its own${importedOn(order)}; match its payment there, or reset it for import in Cin7 to batch it.`,
	}),
	ofOrders({
		code: 'doNotImport',
		label: 'Set to Do Not Import',
		applies: (found, planning) =>
			nameKey(found.order.accountingImportStatus) === 'donotimport' && !isOurDoing(found, planning),
		sentence: (order) =>
			`${noun(order)} is set to Do Not Import; set it to Not Imported in Cin7 to batch it.`,
	}),
	ofOrders({
		code: 'importError',
		label: 'Accounting did not accept it',
		isToLookAt: true,
		applies: ({ order }) => nameKey(order.accountingImportStatus) === 'error',
		sentence: (order) =>
			`${noun(order)} has the accounting import status Error; see why in Cin7 and reset it for import to batch it.`,
	}),
] as const satisfies readonly OwnRule[];

/**
 * An order of which a live batch of ours has a payment carries our own Do Not Import: it left the normal sync, and what is
 * not batched of it (batched alone, or given back by a batch that is void now) can only follow.
 */
function isOurDoing({ order }: TenderedOrder, planning: Planning): boolean {
	return planning.reading.batchedOrders.has(order.id);
}

function orderWords({ orderRef, orderType, orderId }: Tender['payment']): string {
	const type = orderType.trim();
	const kind = type === '' || type === 'Undefined' ? 'order' : type;
	return `${kind} ${orderRef.trim() || orderId}`;
}

function importedOn({ order }: TenderedOrder): string {
	return order.importDate === null ? '' : ` (since ${order.importDate.slice(0, 10)})`;
}
