/** What the rules look things up in: the settings and what is known of the account, indexed for one run. */
import { nameKey } from '../orders/channel';
import { startOfDay } from '../time/day';
import { localText } from '../time/localText';
import { runDays, type RunDays } from '../time/window';
import type { AccountFacts } from './plan.types';
import { rowsByChannel, type ChannelRows } from './rows';
import type { BatchSettings } from './settings';

export interface Planning {
	settings: BatchSettings;
	reading: AccountFacts;
	days: RunDays;
	/** Milliseconds: the start of the look-back, and the start of today. */
	lookBackFrom: number;
	todayFrom: number;
	/** By `nameKey` of the channel. */
	channels: Map<string, ChannelRows>;
	/** As the rows write them. */
	channelNames: string[];
	/** Empty means every branch. */
	branchIds: Set<number>;
	branchNames: Map<number, string>;
	/** By `nameKey` of the payment type. */
	depositTypes: Set<string>;
	/** Writes an instant as people of the bot's zone read it. */
	clock: (instant: number) => string;
}

/**
 * @param at the instant of the run, in milliseconds
 * @throws RangeError for an unknown zone
 */
export function planningFor(settings: BatchSettings, reading: AccountFacts, at: number): Planning {
	const { zone } = settings;
	const days = runDays(at, zone, settings.lookBackDays);
	return {
		settings,
		reading,
		days,
		lookBackFrom: startOfDay(days.firstDay, zone),
		todayFrom: startOfDay(days.today, zone),
		channels: rowsByChannel(settings, days),
		channelNames: settings.rows.map((row) => row.channel),
		branchIds: new Set(settings.branchIds),
		branchNames: new Map(reading.branches.map(({ id, company }) => [id, company.trim()])),
		depositTypes: new Set(settings.depositPaymentTypes.map(nameKey)),
		clock: (instant) => localText(instant, zone),
	};
}

/** A branch as Cin7 shows it; one that the account does not list is called by its id. */
export function branchName(planning: Planning, branchId: number): string {
	return planning.branchNames.get(branchId) || `Branch ${branchId}`;
}
