/** What a person should know of batches that are made all the same. */
import { nameKey } from '../orders/channel';
import { madeOnce } from './groupBy';
import type { Group } from './grouping';
import { batchedAloneWarning } from './reasons/wholeOrderSentences';
import { currencyText, noun, nounWithin } from './named';
import type { PlannedBatch } from './plan.types';
import { isBatched } from './reasons/paymentRules';
import type { Place, SeveralPayments } from './placed';
import type { Planning } from './planning';

/** Sentences, in the order of batches. @param batches one for each group */
export function warningsOf(groups: Group[], batches: PlannedBatch[], planning: Planning): string[] {
	const imported = new Set([...planning.reading.importedSingly].map(nameKey));
	return [
		...groups.flatMap((group) => refundWarnings(group, imported)),
		...groups.flatMap((group, index) => rateWarning(group, batches[index])),
		...partWarnings(groups, planning),
	];
}

/** A refund of an invoice that accounting has on its own: the invoice is in no batch, its refund is. */
function refundWarnings(group: Group, imported: Set<string>): string[] {
	if (imported.size === 0) return [];
	return group.placed.flatMap(({ kind, reference, salesReference, amountMinor }) => {
		if (salesReference.trim() === '' || !imported.has(nameKey(salesReference))) return [];
		const amount = currencyText(Math.abs(amountMinor), group.currency);
		return `${noun({ kind, order: { reference } })} refunds ${salesReference.trim()}, which accounting imported on its own; if the provider takes the ${amount} off another deposit, the ${groupText(group)} and its deposit differ by that much.`;
	});
}

function rateWarning(group: Group, batch: PlannedBatch): string[] {
	if (batch.currencyRate !== null) return [];
	const without = group.placed.find(({ rate }) => !(Number(rate) > 0));
	if (!without) return [];
	const { kind, reference } = without;
	return [
		`The ${groupText(group)} has no ${group.currency} rate, because ${nounWithin({ kind, order: { reference } })} carries none; Cin7 will take the day's rate. Set the rate on the order to avoid that.`,
	];
}

/** Only with the option to batch payments alone can an order be in with some of its payments and not with others. */
function partWarnings(groups: Group[], planning: Planning): string[] {
	if (planning.settings.partlySelectedOrders === 'leave') return [];
	const batched = new Map<SeveralPayments, Set<Place['payment']>>();
	for (const { payment, several } of groups.flatMap((group) => group.placed)) {
		if (several) madeOnce(batched, several, () => new Set()).add(payment);
	}
	const warnings: string[] = [];
	for (const [{ order }, payments] of batched) {
		const isIn = order.tenders.filter(({ payment }) => payments.has(payment));
		const left = order.tenders.filter(
			(tender) => !payments.has(tender.payment) && !isBatched(tender, planning),
		);
		if (left.length > 0) warnings.push(batchedAloneWarning(order, left, isIn));
	}
	return warnings;
}

function groupText({ channel, paymentType, batchDay }: Group): string {
	return `${channel} / ${paymentType} batch of ${batchDay}`;
}
