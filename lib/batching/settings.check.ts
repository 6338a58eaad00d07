/** Whether a bot's settings make sense, before anything is read or written on their strength. */
import type { Branch } from '../cin7/records';
import { lacksName, nameKey } from '../orders/channel';
import { isZone } from '../time/zone';
import type { BatchSettings, ChannelRow } from './settings';
import type { CutOff } from '../time/cutOff';

/**
 * What is wrong with the settings, in sentences that say what to change; empty when nothing is.
 * @param branches the account's
 */
export function checkSettings(settings: BatchSettings, branches: readonly Branch[]): string[] {
	return [
		...checkRows(settings.rows),
		...checkBranches(settings.branchIds, branches),
		...checkTime(settings),
		...checkChannelField(settings),
	];
}

function checkRows(rows: readonly ChannelRow[]): string[] {
	if (rows.length === 0) {
		return ['There is no row yet: add one with a channel, a payment type and a cut-off time.'];
	}
	const sentences: string[] = [];
	const seen = new Map<string, number>();
	rows.forEach(({ channel, paymentType, cutOff }, index) => {
		const row = `Row ${index + 1}`;
		if (channel.trim() === '') sentences.push(`${row} names no channel: choose one.`);
		if (paymentType.trim() === '') sentences.push(`${row} names no payment type: choose one.`);
		const wrong = notATime(cutOff);
		if (wrong !== null) {
			sentences.push(`${row} has the cut-off ${wrong}: give a time of day from 00:00 to 23:59.`);
		}
		const key = JSON.stringify([nameKey(channel), nameKey(paymentType)]);
		const first = seen.get(key);
		if (first === undefined) seen.set(key, index + 1);
		else {
			sentences.push(
				`Rows ${first} and ${index + 1} are both for ${channel.trim()} / ${paymentType.trim()}: keep one of them.`,
			);
		}
	});
	return sentences;
}

/** A cut-off's time as text when there is no such time of day, or null. */
function notATime(cutOff: CutOff): string | null {
	if (cutOff.kind !== 'time') return null;
	const { hour, minute } = cutOff;
	if (isWhole(hour, 0, 23) && isWhole(minute, 0, 59)) return null;
	return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}

function isWhole(value: number, least: number, most: number): boolean {
	return Number.isInteger(value) && value >= least && value <= most;
}

function checkBranches(branchIds: readonly number[], branches: readonly Branch[]): string[] {
	const known = new Set(branches.map((branch) => branch.id));
	const names = branches.map(({ id, company }) => `${company} (${id})`).join(', ');
	return [...new Set(branchIds)]
		.filter((id) => !known.has(id))
		.map((id) => `Cin7 has no branch ${id}: choose from ${names || 'the list'}.`);
}

function checkTime({ zone, lookBackDays }: BatchSettings): string[] {
	const sentences: string[] = [];
	if (!isZone(zone)) {
		sentences.push(`"${zone}" is no time zone: use a name such as Australia/Sydney.`);
	}
	if (!isWhole(lookBackDays, 1, 365)) {
		sentences.push(`The look-back is ${lookBackDays} days: give a whole number from 1 to 365.`);
	}
	return sentences;
}

function checkChannelField({ channelField }: BatchSettings): string[] {
	return lacksName(channelField)
		? ['The channel is read from a custom field: name that field, such as orders_1000.']
		: [];
}
