// Ways to look for what a missing safeguard lets happen: seeds, all orders of two bots, all moments of one run.
import { chanceOf } from '../lab/chance.mts';
import type { Deed, Doing } from '../lab/deeds/record.mts';
import type { Experiment } from '../lab/experiment.mts';
import type { Outside } from '../lab/process.mts';
import { ignorableFields } from '../lab/trouble.mts';
import type { Lab } from './labWithout.mts';

/** Conducts and judges one experiment; the title says how to see it again. It throws to end the search. */
export type Attempt = (experiment: Experiment, title: string) => Promise<void>;

/** Tries experiments, one after the other, until `attempt` throws. */
export type Search = (lab: Lab, attempt: Attempt) => Promise<void>;

const mostSeeds = 300;
/** More moments than a run, or a run and an Undo, have calls. */
const mostMoments = 80;

/** The seeds of one profile. */
export function seedsOf(profile: string): Search {
	return async ({ seeds }, attempt) => {
		const among = seeds.profiles.filter(({ name }) => name === profile);
		if (among.length === 0) throw new Error(`There is no profile "${profile}".`);
		for (let seed = 1; seed <= mostSeeds; seed += 1) {
			await attempt(seeds.experimentOf(seed, among), `seed ${seed} of "${profile}"`);
		}
	};
}

/** All orders of the calls of two bots, each over some payment types, with one switch before one comes to its end. */
export function schedulesOf(
	quick: string[],
	slow: string[],
	trouble: NonNullable<Experiment['trouble']> = () => undefined,
): Search {
	return async ({ accounts, bots: { botOf, runOf }, schedules }, attempt) => {
		const bots = [botOf('slow', slow), botOf('quick', quick)];
		const build = (): Omit<Experiment, 'next'> => ({
			account: accounts.twoGroups,
			seed: 1,
			processes: bots.map((bot) => ({ name: bot.name, body: runOf(bot, bot.name) })),
			trouble,
			bots,
		});
		await schedules.exploreSchedules(build, 1, (experiment, schedule) =>
			attempt(experiment, `schedule: ${schedule}`),
		);
	};
}

/** One run, and something that a person does at one moment: every moment there is. */
export function atEveryMoment(doing: Doing): Search {
	return async (lab, attempt) => {
		const body = lab.bots.runOf(lab.bots.mainBot, 'run');
		for (let moment = 0; moment < mostMoments; moment += 1) {
			const deed: NonNullable<Experiment['deeds']>[number] = (books) => {
				const done: Deed | undefined = doing(books, chanceOf(moment, 1));
				return done && { deed: done, actor: 'person' };
			};
			await attempt(momentOf(lab, moment, body, deed), `at step ${moment}`);
		}
	};
}

/** A run and the Undo of all that it made, and accounting that comes by at one moment: every moment there is. */
export const undoing: Search = async (lab, attempt) => {
	for (let moment = 0; moment < mostMoments; moment += 1) {
		const body = (outside: Outside) => batchAndUndo(lab, outside);
		const experiment = momentOf(lab, moment, body, () => 'import');
		await attempt(experiment, `accounting comes by at step ${moment}`);
	}
};

function momentOf(
	{ accounts, bots }: Lab,
	moment: number,
	body: Experiment['processes'][number]['body'],
	deed: NonNullable<Experiment['deeds']>[number],
): Experiment {
	return {
		// Some of its orders are dated: accounting takes those as soon as nothing keeps them from it.
		account: accounts.splitTender,
		seed: 1,
		processes: [{ name: 'run', body }],
		deeds: [deed],
		next: (candidates, step) =>
			candidates.find(({ isDeed }) => isDeed === step >= moment) ?? candidates[0],
		bots: [bots.mainBot],
	};
}

async function batchAndUndo({ bots }: Lab, outside: Outside): Promise<void> {
	const { done } = await bots.runOf(bots.mainBot, 'before')(outside);
	await bots.undoOf(done)(outside);
}

/** One run whose documents lose a field when they are created: every field that matters. */
export const losingFields: Search = async ({ accounts, bots: { mainBot, runOf } }, attempt) => {
	for (const field of ignorableFields('SalesOrders')) {
		const experiment: Experiment = {
			account: accounts.twoGroups,
			seed: 1,
			processes: [{ name: 'run', body: runOf(mainBot, 'run') }],
			next: ([first]) => first,
			trouble: (_, { method, path }) =>
				method === 'POST' && path === 'SalesOrders'
					? { kind: 'effect', effect: { type: 'fieldIgnored', fields: [field] } }
					: undefined,
			bots: [mainBot],
		};
		await attempt(experiment, `${field} is lost`);
	}
};
