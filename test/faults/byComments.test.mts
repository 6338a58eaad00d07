// Why payments are not claimed by comments: two runs that do so batch a payment twice, in an order of their calls that is
// nothing out of the ordinary, however long they wait before they read back. Under all the same orders, runs of the
// package do not.
import { twoGroups } from './accounts/accounts.mts';
import { batchesOf, claimByComments } from './byComments/claimByComments.mts';
import { mainBot, runOf } from './lab/bots.mts';
import type { Experiment } from './lab/experiment.mts';
import { conduct } from './lab/experiment.mts';
import type { Outside } from './lab/process.mts';
import { exploreSchedules } from './lab/schedules.mts';
import { holds } from './suite.mts';

const mostSwitches = 2;

function twoRuns(body: (name: string) => (outside: Outside) => Promise<unknown>) {
	return (): Omit<Experiment, 'next'> => ({
		account: twoGroups,
		seed: 1,
		processes: ['A', 'B'].map((name) => ({ name, body: body(name) })),
		bots: [],
	});
}

/** Schedules of two runs that claim by comments, and what each came to. */
async function byComments(pause: number) {
	const twice: string[] = [];
	const once: string[] = [];
	await exploreSchedules(
		twoRuns((name) => claimByComments(`RUN ${name}`, pause)),
		mostSwitches,
		async (experiment, schedule) => {
			const { world, rounds } = await conduct(experiment);
			await world.close();
			const batches = batchesOf(rounds[1].books.orders.values() as never);
			expect([...batches.keys()].sort()).toEqual([501, 502, 503]);
			const doubled = [...batches.values()].some((references) => references.length > 1);
			(doubled ? twice : once).push(schedule);
		},
	);
	return { twice, once };
}

it.each([0, 60_000])(
	'comments alone, read back after %i ms: a payment in two batches',
	async (pause) => {
		const { twice, once } = await byComments(pause);
		// A reads, then B does all of its own, and A goes on with what it had read.
		expect(twice).toContain('A 1, B on');
		// One after the other it goes well, so it is the order that does it.
		expect(once).toContain('A on');
	},
);

it('runs of the package: under all orders with as many switches, each in one batch', async () => {
	const { whole } = await exploreSchedules(
		() => ({ ...twoRuns((name) => runOf(mainBot, name))(), bots: [mainBot] }),
		mostSwitches,
		async (experiment, schedule) => {
			await holds({ ...experiment, comparable: true }, `schedule: ${schedule}`);
		},
		true,
	);
	expect(whole).toBeGreaterThan(50);
}, 60_000);
