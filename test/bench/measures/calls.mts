// What a run costs in calls to Cin7, counted by the stand-in: reading, writing, and reading back everything written.
import { sixGroups } from '../../../sandbox/scenario/small.mts';
import { openBot } from '../../bot/openBot.mts';
import type { Figure } from '../figures.mts';
import { rounded } from '../figures.mts';

const now = '2026-06-15T20:30:00Z';

const runs = [
	{ key: 'calls.1000', what: '1,000 payments in six groups', payments: 1_000, target: 42 },
	{ key: 'calls.10000', what: '10,000 payments in six groups', payments: 10_000, target: 30 },
	{
		key: 'calls.1000on30000',
		what: '1,000 new payments on top of 30,000 in the look-back',
		payments: 1_000,
		background: 30_000,
		target: 50,
	},
];

export async function measure(): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const { key, what, target, ...options } of runs) {
		const { scenario, bot: settings } = sixGroups({ now, ...options });
		const bot = openBot(scenario.cin7, settings, now);
		const { batches } = await bot.run();
		const members = batches.flatMap(({ batch, done }) => (done ? batch.members : []));
		// A run that left some out would be a cheap one.
		if (members.length !== options.payments) throw new Error(`${members.length} were batched.`);
		const calls = bot.calls().length;
		const value = rounded((calls * 1_000) / options.payments);
		figures.push({ key, what, value, unit: 'calls per 1,000 payments', target });
	}
	return figures;
}
