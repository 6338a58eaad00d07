// A document that lists what an earlier one lists is made void; where Cin7 refuses that, or does not do it, it goes on no
// further all the same: not in this run, and in no later one.
import type { FaultEffect } from '../../sandbox/cin7/faults.mts';
import { twoGroups } from './accounts/accounts.mts';
import { botOf, runOf } from './lab/bots.mts';
import { exploreSchedules } from './lab/schedules.mts';
import { holds } from './suite.mts';

/** The second document of the slow one lists what the first one of the quick one lists. */
const bots = [botOf('slow', ['PayPal', 'Stripe']), botOf('quick', ['Stripe'])];

it.each<FaultEffect>([
	{ type: 'status500', committed: false },
	{ type: 'rowFailure', index: 0 },
	{ type: 'fieldIgnored', fields: ['isVoid'] },
])(
	'a document that cannot be made void is not approved: %j',
	async (effect) => {
		const { whole } = await exploreSchedules(
			() => ({
				account: twoGroups,
				seed: 1,
				processes: bots.map((bot) => ({ name: bot.name, body: runOf(bot, bot.name) })),
				trouble: (_, { method, path, body }) =>
					method === 'PUT' && path === 'SalesOrders' && JSON.stringify(body).includes('"isVoid"')
						? { kind: 'effect', effect }
						: undefined,
				bots,
			}),
			1,
			async (experiment, schedule) => {
				await holds(experiment, `schedule: ${schedule}`);
			},
		);
		expect(whole).toBeGreaterThan(20);
	},
	60_000,
);
