/** What a bot is set to batch, and when it is due. */
import { methodText, noun, paymentText } from '../named';
import { branchName, type Planning } from '../planning';
import type { Tender } from '../tenders';
import { ofOrders, type OwnRule } from './ownRule';

export const selectionRules = [
	{
		code: 'ignored',
		label: 'Set to Ignore',
		applies: ({ row }) => row?.cutOff.kind === 'ignore',
		sentence: (tender) =>
			`${paymentText(tender)} is left out because ${tender.order?.channel} / ${methodText(tender)} is set to Ignore; give that row a cut-off time to batch it.`,
	},
	{
		code: 'outsideWindow',
		label: 'Not due yet, or before the look-back',
		applies: ({ timing }) => timing !== 'due',
		sentence: timingSentence,
	},
	ofOrders({
		code: 'channelNotSelected',
		label: 'Channel not selected',
		applies: ({ isBatchDocument, rows }) => !isBatchDocument && rows === null,
		sentence: (order) =>
			order.channel === ''
				? `${noun(order)} names no sales channel, so no row of this bot takes it.`
				: `${noun(order)} came through ${order.channel}, which no row of this bot names; add a row to batch it.`,
	}),
	ofOrders({
		code: 'branchNotSelected',
		label: 'Branch not selected',
		applies: ({ isBatchDocument, order }, { branchIds }) =>
			!isBatchDocument && branchIds.size > 0 && !branchIds.has(order.branchId),
		sentence: (order, planning) =>
			`${noun(order)} belongs to ${branchName(planning, order.order.branchId)}, which is not among this bot's branches; add it there to batch the order.`,
	}),
	{
		code: 'paymentTypeNotSelected',
		label: 'Payment type not selected',
		applies: ({ order, row }) => order !== null && !order.isBatchDocument && row === null,
		sentence: (tender) =>
			`${paymentText(tender)} is left out because ${tender.order?.channel} has no row for ${methodText(tender)}; add one to batch it.`,
	},
] as const satisfies readonly OwnRule[];

function timingSentence(tender: Tender, planning: Planning): string {
	const { paidAt, row, timing } = tender;
	const { clock } = planning;
	const payment = paymentText(tender);
	if (paidAt === null) {
		return `${payment} has no payment date that can be read; set the date in Cin7 to batch it.`;
	}
	if (timing === 'early') {
		return `${payment} was made ${clock(paidAt)}, before the look-back begins (${planning.days.firstDay}); batch it by hand or look back further.`;
	}
	const cutOff = row?.calendar?.instants.at(-1);
	return cutOff === undefined
		? `${payment} was made ${clock(paidAt)}; payments of the day of the run wait for a later run.`
		: `${payment} was made ${clock(paidAt)}, not before this run's cut-off (${clock(cutOff)}); a later run takes it.`;
}
