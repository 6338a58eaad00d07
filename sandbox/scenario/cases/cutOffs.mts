// Payments on the edges of time: on a cut-off, just before and just after it, on a day in the middle
// and on the last day of the window; around local midnight; on the first instant of the look-back.
import { amazonSeller, shopify, wooCommerce } from '../bot.mts';
import { batchedOn } from '../due.mts';
import type { Expected, Making } from '../drafts.mts';
import { paidSale } from '../sale.mts';

/** Makes them all. */
export function makeCutOffCases(making: Making): void {
	const { calendar } = making;
	const change = calendar.clockChange(making.bot.lookBackDays);
	// Where clocks change, a cut-off in that night is a case of its own.
	const middle = change && Math.abs(change.day + 12) < 2 ? -16 : -12;
	for (const [channel, method, cutOff] of [
		[shopify, 'Shopify Payments', '11:00'],
		[shopify, 'PayPal', '16:30'],
		[wooCommerce, 'Stripe', '02:30'],
		[wooCommerce, 'PayPal', '09:15'],
	] as const) {
		for (const day of [middle, -1]) {
			const at = calendar.at(day, cutOff);
			edge(making, channel, method, at - 1000, batchedOn(making, day));
			edge(making, channel, method, at - 1, batchedOn(making, day));
			edge(making, channel, method, at, batchedOn(making, day + 1));
			edge(making, channel, method, at + 1000, batchedOn(making, day + 1));
		}
	}
	for (const [channel, method] of [
		[amazonSeller, 'Amazon'],
		[shopify, 'Afterpay'],
	] as const) {
		for (const day of [middle, -1]) {
			const midnight = calendar.startOf(day + 1);
			edge(making, channel, method, midnight - 1000, batchedOn(making, day));
			edge(making, channel, method, midnight, batchedOn(making, day + 1));
			edge(making, channel, method, midnight + 1000, batchedOn(making, day + 1));
		}
	}
	makeLookBackCases(making);
}

/** The look-back starts with the first instant of its first day; what was due that day before it is not seen. */
function makeLookBackCases(making: Making): void {
	const first = -making.bot.lookBackDays;
	const start = making.calendar.startOf(first);
	for (const [channel, method] of [
		[amazonSeller, 'Amazon'],
		[shopify, 'Shopify Payments'],
		[wooCommerce, 'Stripe'],
	] as const) {
		edge(making, channel, method, start - 1000, 'notListed');
		edge(making, channel, method, start, batchedOn(making, first));
		edge(making, channel, method, start + 1000, batchedOn(making, first));
	}
	edge(making, shopify, 'Shopify Payments', making.calendar.at(first - 1, '15:00'), 'notListed');
}

/** A paid order at this very instant, unless it is still to come. */
export function edge(
	making: Making,
	channel: string,
	method: string,
	at: number,
	expect: Expected,
): void {
	if (at > making.calendar.now) return;
	paidSale(making, { channel }, { method, at, expect });
}
