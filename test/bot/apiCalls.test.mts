// What a run costs in API calls, counted by the stand-in: the scarce thing at 60 a minute and 5,000 a day.
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { openBot } from './openBot.mts';

const now = '2026-06-15T20:30:00Z';

function kinds(calls: string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const call of calls) counts[call] = (counts[call] ?? 0) + 1;
	return counts;
}

async function callsOfRun(options: Omit<Parameters<typeof sixGroups>[0], 'now'>) {
	const { scenario, bot: settings } = sixGroups({ now, ...options });
	const bot = openBot(scenario.cin7, settings, now);
	const result = await bot.run();
	expect(result.batches).toHaveLength(6);
	expect(result.batches.every((batch) => batch.done)).toBe(true);
	const payments = result.batches.flatMap(({ batch }) => batch.members).length;
	expect(payments).toBe(options.payments);
	return bot.calls();
}

it('batches 1,000 payments in 6 groups, read-back included, in at most 40 calls', async () => {
	const calls = await callsOfRun({ payments: 1000 });
	expect([calls.length <= 40, calls.length, kinds(calls)]).toEqual([
		true,
		calls.length,
		kinds(calls),
	]);
});

it('takes at most 48 when one group is a credit note', async () => {
	const calls = await callsOfRun({ payments: 1000, negativeGroup: true });
	expect([calls.length <= 48, calls.length, kinds(calls)]).toEqual([
		true,
		calls.length,
		kinds(calls),
	]);
});

it('looks at nothing twice in a Preview', async () => {
	const { scenario, bot: settings } = sixGroups({ now, payments: 1000 });
	const bot = openBot(scenario.cin7, settings, now);
	await bot.preview();
	const calls = bot.calls();
	expect(calls.every((call) => call.startsWith('GET'))).toBe(true);
	expect(calls.length).toBeLessThanOrEqual(16);
});
