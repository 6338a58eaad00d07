// Two runs at once, in every order of their calls with at most three switches from one to the other: two runs of the
// same bot, and two bots with payments in common. lab/schedules.mts says which orders are the same and why.
import { twoGroups } from './accounts/accounts.mts';
import type { Bot } from './lab/bots.mts';
import { mainBot, otherBot, runOf } from './lab/bots.mts';
import { exploreSchedules } from './lab/schedules.mts';
import { holds } from './suite.mts';

const mostSwitches = 3;

it.each([
	['of one bot', mainBot, 100],
	['of two bots with payments in common', otherBot, 300],
])(
	'two runs %s',
	async (_, second: Bot, fewest: number) => {
		const alike = second === mainBot;
		const explored = await exploreSchedules(
			() => ({
				account: twoGroups,
				seed: 1,
				processes: [
					{ name: 'A', body: runOf(mainBot, 'A') },
					{ name: 'B', body: runOf(second, 'B') },
				],
				bots: alike ? [mainBot] : [mainBot, second],
			}),
			mostSwitches,
			async (experiment, schedule) => {
				await holds({ ...experiment, comparable: alike }, `schedule: ${schedule}`);
			},
			alike,
		);
		// Far fewer would mean that orders are left out that differ.
		expect(explored.whole).toBeGreaterThan(fewest);
	},
	300_000,
);
