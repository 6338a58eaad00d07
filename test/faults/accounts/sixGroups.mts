// 700 payments in six groups, one of them negative, with orders paid by two types: large enough for lists of ids to be cut
// and pages to be turned.
import { sixGroups } from '../../../sandbox/scenario/small.mts';
import { documentSettingsOf, settingsOf } from '../../bot/openBot.mts';
import type { Bot } from '../lab/bots.mts';
import type { TinyAccount } from './accounts.mts';
import { start } from './rows.mts';

const {
	scenario,
	expectations,
	bot: panel,
} = sixGroups({
	now: start,
	payments: 700,
	negativeGroup: true,
	splitTender: true,
});

/** The bot that batches all of them. */
export const sixGroupsBot: Bot = {
	name: 'Six',
	settings: settingsOf(panel),
	documents: documentSettingsOf(panel),
};

export const sixGroupsAccount: TinyAccount = {
	name: 'six groups',
	rows: scenario.cin7,
	due: new Set(
		expectations.payments
			.filter(({ outcome }) => outcome === 'batched')
			.map(({ paymentId }) => paymentId),
	),
};
