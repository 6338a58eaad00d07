// What a run costs in API calls, counted by the stand-in: the scarce thing at 60 a minute and 5,000 a day. Reading the
// list of branches and every read-back counts; what an account keeps of its writes is known (but for the test of that).
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { openBot } from './openBot.mts';

jest.setTimeout(120_000);

const now = '2026-06-15T20:30:00Z';
const payments = 1000;

/** `SalesOrders 4 GET, 5 PUT; …`, the dearest first. */
function byKind(calls: string[]): string {
	const counts = new Map<string, Map<string, number>>();
	for (const call of calls) {
		const [method, resource] = call.split(' ');
		const methods = counts.get(resource) ?? new Map<string, number>();
		counts.set(resource, methods.set(method, (methods.get(method) ?? 0) + 1));
	}
	const all = (methods: Map<string, number>) => [...methods.values()].reduce((a, b) => a + b);
	return [...counts]
		.sort(([, a], [, b]) => all(b) - all(a))
		.map(
			([resource, methods]) =>
				`${resource} ${[...methods].map(([method, count]) => `${count} ${method}`).join(' ')}`,
		)
		.join(', ');
}

/** Runs a bot once on 1,000 payments in six groups and gives its calls; every payment must be in a batch afterwards. */
async function callsOfRun(options: { negativeGroup?: boolean; background?: number }) {
	const { scenario, bot: settings } = sixGroups({ now, payments, ...options });
	const bot = openBot(scenario.cin7, settings, now);
	const { batches } = await bot.run();
	expect(batches).toHaveLength(6);
	expect(batches.every(({ done }) => done)).toBe(true);
	expect(batches.flatMap(({ batch }) => batch.members)).toHaveLength(payments);
	const notes = batches.filter(({ batch }) => batch.kind === 'creditNote');
	expect(notes).toHaveLength(options.negativeGroup ? 1 : 0);
	return bot.calls();
}

it.each([
	{ what: '1,000 payments in 6 groups', most: 42 },
	{ what: '1,000 payments in 6 groups, one of them a credit note,', most: 50, negativeGroup: true },
	{
		what: '1,000 payments on top of 30,000 batched in the same 30 days, one batch a credit note,',
		most: 50,
		background: 30_000,
		negativeGroup: true,
	},
])('batches $what in at most $most calls', async ({ what, most, ...options }) => {
	const calls = await callsOfRun(options);
	process.stderr.write(`${what}: ${calls.length} calls (${byKind(calls)})\n`);
	expect({ calls: calls.length, kinds: byKind(calls), isWithin: calls.length <= most }).toEqual({
		calls: calls.length,
		kinds: byKind(calls),
		isWithin: true,
	});
});

it('gets to know an account in at most 14 calls more, once', async () => {
	const { scenario, bot: settings } = sixGroups({ now, payments: 60 });
	const [unknown, known] = [false, true].map((isProbed) =>
		openBot(scenario.cin7, settings, now, undefined, isProbed),
	);
	for (const bot of [unknown, known]) expect((await bot.run()).batches).toHaveLength(6);
	const more = unknown.calls().length - known.calls().length;
	process.stderr.write(`The first run in an account: ${more} calls more\n`);
	expect(more).toBeLessThanOrEqual(14);
	for (const bot of [unknown, known]) await bot.run();
	expect(unknown.calls()).toEqual(known.calls());
});

it('only reads in a Preview, and nothing twice', async () => {
	const { scenario, bot: settings } = sixGroups({ now, payments });
	const bot = openBot(scenario.cin7, settings, now);
	await bot.preview();
	const asked = bot.cin7.log.list().map(({ path, query }) => `${path}?${query}`);
	expect(new Set(asked).size).toBe(asked.length);
	const calls = bot.calls();
	expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
	expect(calls.length).toBeLessThanOrEqual(14);
});
