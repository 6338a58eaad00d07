/** The rows of Ecommerce Batching Options, ready to be asked for a channel and a payment type. */
import { nameKey } from '../orders/channel';
import { cutOffCalendar, type CutOffCalendar } from '../time/batchDay';
import { daysBetween, type Day } from '../time/day';
import type { RunDays } from '../time/window';
import type { BatchSettings } from './settings';
import type { CutOff } from '../time/cutOff';

export interface PaymentTypeRow {
	/** As the row writes them, trimmed. */
	channel: string;
	paymentType: string;
	cutOff: CutOff;
	/** The row's cut-offs over the days of the run; null for Ignore. */
	calendar: CutOffCalendar | null;
}

export interface ChannelRows {
	channel: string;
	/** By `nameKey` of the payment type. */
	byPaymentType: Map<string, PaymentTypeRow>;
}

/** The rows by `nameKey` of their channel. Of two rows for the same channel and payment type the first one counts. */
export function rowsByChannel(
	settings: Pick<BatchSettings, 'rows' | 'zone'>,
	{ firstDay, lastDay }: RunDays,
): Map<string, ChannelRows> {
	const days = daysBetween(firstDay, lastDay, settings.zone);
	const channels = new Map<string, ChannelRows>();
	const calendars = new Map<string, CutOffCalendar>();
	for (const { channel, paymentType, cutOff } of settings.rows) {
		const key = nameKey(channel);
		const known = channels.get(key) ?? { channel: channel.trim(), byPaymentType: new Map() };
		channels.set(key, known);
		if (known.byPaymentType.has(nameKey(paymentType))) continue;
		known.byPaymentType.set(nameKey(paymentType), {
			channel: channel.trim(),
			paymentType: paymentType.trim(),
			cutOff,
			calendar: calendarOf(cutOff, settings.zone, days, calendars),
		});
	}
	return channels;
}

function calendarOf(
	cutOff: CutOff,
	zone: string,
	days: Day[],
	known: Map<string, CutOffCalendar>,
): CutOffCalendar | null {
	if (cutOff.kind === 'ignore') return null;
	const key = cutOff.kind === 'time' ? `${cutOff.hour}:${cutOff.minute}` : cutOff.kind;
	const calendar = known.get(key) ?? cutOffCalendar(cutOff, zone, days);
	known.set(key, calendar);
	return calendar;
}
