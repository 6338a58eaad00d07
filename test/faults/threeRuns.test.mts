// Three runs at once, two bots among them, in 5,000 orders of their calls drawn from seeds.
import { tinyAccounts } from './accounts/accounts.mts';
import { mainBot, otherBot, runOf } from './lab/bots.mts';
import { chanceOf } from './lab/chance.mts';
import { scheduleOf } from './lab/seeds.mts';
import { holds } from './suite.mts';

const seeds = 5_000;
const parts = 5;

it.each(Array.from({ length: parts }, (_, part) => part))(
	'part %i',
	async (part) => {
		for (let seed = part + 1; seed <= seeds; seed += parts) {
			const chance = chanceOf(seed, 20);
			const account = chance.pick(tinyAccounts);
			const third = chance.pick([mainBot, otherBot]);
			const bots = [mainBot, chance.pick([mainBot, otherBot]), third];
			await holds(
				{
					account,
					seed,
					settings: { duplicateReference: chance.pick(['row', 'wholeCall']) },
					processes: bots.map((bot, index) => {
						const name = `${bot.name} ${index + 1}`;
						return { name, body: runOf(bot, name) };
					}),
					next: scheduleOf(chance, chance.pick([0.1, 0.3, 0.6])),
					bots: [...new Set(bots)],
					comparable: bots.every((bot) => bot === mainBot),
				},
				`three runs, seed ${seed}, on "${account.name}"`,
			);
		}
	},
	300_000,
);
