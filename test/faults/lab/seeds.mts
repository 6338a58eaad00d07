// From a seed to an experiment: the account, who takes part, what goes wrong, and in which order.
import type { Settings } from '../../../sandbox/cin7/settings.mts';
import type { TinyAccount } from '../accounts/accounts.mts';
import { newAccount, tinyAccounts } from '../accounts/accounts.mts';
import type { Bot } from './bots.mts';
import { mainBot, otherBot, runOf } from './bots.mts';
import type { Chance } from './chance.mts';
import { chanceOf } from './chance.mts';
import { cin7BotDeed, personDeed } from './deeds.mts';
import type { Candidate, Experiment } from './experiment.mts';
import type { TroubleRates } from './trouble.mts';
import { ignorableFields, noTrouble, troubleFor } from './trouble.mts';
import type { World } from './world.mts';

/** What kinds of trouble a seed is about. */
export interface Profile {
	name: string;
	weight: number;
	rates(chance: Chance): Partial<TroubleRates>;
	/** Several bots with payments in common, not only several runs of one. */
	overlapping?: boolean;
	people?: boolean;
	/** Cin7's accounting sync comes by. */
	accounting?: boolean;
	/** A field is ignored, for a while or until the end. */
	ignoring?: boolean;
}

export const profiles: readonly Profile[] = [
	{ name: 'faults', weight: 5, rates: (chance) => ({ faults: chance.pick([0.05, 0.15, 0.4]) }) },
	{
		name: 'crashes and faults',
		weight: 5,
		rates: (chance) => ({ faults: chance.pick([0, 0.1]), deaths: chance.pick([0.03, 0.08]) }),
	},
	{ name: 'stale reads', weight: 3, rates: () => ({ stale: 0.2, deaths: 0.02, faults: 0.03 }) },
	{ name: 'late writes', weight: 2, rates: () => ({ late: 0.2, deaths: 0.02 }) },
	{ name: 'ignored fields', weight: 2, ignoring: true, rates: () => ({ deaths: 0.01 }) },
	{
		name: 'two bots',
		weight: 3,
		overlapping: true,
		rates: () => ({ deaths: 0.02, faults: 0.05 }),
	},
	{
		name: 'accounting',
		weight: 3,
		accounting: true,
		rates: () => ({ deaths: 0.02, faults: 0.05 }),
	},
	{ name: 'people', weight: 5, people: true, rates: () => ({}) },
	{
		name: 'people and crashes',
		weight: 3,
		people: true,
		rates: () => ({ deaths: 0.03, faults: 0.05 }),
	},
	{
		name: 'everything',
		weight: 3,
		people: true,
		accounting: true,
		overlapping: true,
		rates: () => ({ deaths: 0.02, faults: 0.05, stale: 0.03 }),
	},
];

export interface Drawn extends Experiment {
	profile: Profile;
	/** The account is to be as after one undisturbed run. */
	comparable: boolean;
}

/** The experiment of a seed: always the same one. */
export function experimentOf(seed: number, among: readonly Profile[] = profiles): Drawn {
	const chance = chanceOf(seed, 1);
	const profile = chance.weighted(among.map((one) => [one, one.weight] as const));
	const rates = { ...noTrouble, ...profile.rates(chance) };
	const account: TinyAccount = chance.odds(0.03) ? newAccount : chance.pick(tinyAccounts);
	const bots: Bot[] = profile.overlapping ? [mainBot, otherBot] : [mainBot];
	const runs = chance.int(1, 3);
	const troubles = chanceOf(seed, 2);
	return {
		profile,
		seed,
		account,
		settings: accountManners(chance),
		processes: Array.from({ length: runs }, (_, index) => {
			const bot = bots[index % bots.length];
			const name = `${bot.name} ${index + 1}`;
			return { name, body: runOf(bot, `${name} of ${seed}`, chanceOf(seed, 10 + index)) };
		}),
		deeds: deedsOf(seed, profile, chance),
		next: scheduleOf(chanceOf(seed, 3), chance.pick([0.02, 0.1, 0.3])),
		trouble: (_, exchange) => troubleFor(exchange, rates, troubles),
		...(profile.ignoring && { meanwhile: ignoring(chanceOf(seed, 4)) }),
		bots,
		comparable: !profile.people && !profile.accounting && !profile.overlapping,
	};
}

/** How this account behaves where no document says. */
function accountManners(chance: Chance): Partial<Settings> {
	return {
		duplicateReference: chance.pick(['row', 'wholeCall']),
		retryAfter: chance.odds(0.7),
		foreignTotals: chance.odds(0.15) ? 'home' : 'order',
	};
}

function deedsOf(seed: number, profile: Profile, chance: Chance): Experiment['deeds'] {
	const drawn = chanceOf(seed, 5);
	const deeds: NonNullable<Experiment['deeds']> = [];
	const people = profile.people ? chance.int(1, 3) : 0;
	for (let count = 0; count < people; count += 1) {
		deeds.push((books) => {
			const cin7 = drawn.odds(0.15);
			const deed = cin7 ? cin7BotDeed(books, drawn) : personDeed(books, drawn);
			return deed && { deed, actor: cin7 ? 'cin7bot' : 'person' };
		});
	}
	const visits = profile.accounting ? chance.int(1, 3) : 0;
	for (let count = 0; count < visits; count += 1) deeds.push(() => 'import');
	return deeds;
}

/** Mostly whoever moved last goes on; deeds come at moments spread over the whole. */
export function scheduleOf(chance: Chance, switching: number): Experiment['next'] {
	let last = '';
	return (candidates: Candidate[]) => {
		const processes = candidates.filter(({ isDeed }) => !isDeed);
		const deeds = candidates.filter(({ isDeed }) => isDeed);
		if (processes.length === 0) return deeds[0];
		if (deeds.length > 0 && chance.odds(0.06 * deeds.length)) return deeds[0];
		const going = processes.find(({ name }) => name === last);
		const stays = going && !chance.odds(going.sleeps ? 0.5 : switching);
		const chosen = stays ? going : chance.pick(processes);
		last = chosen.name;
		return chosen;
	};
}

/** A field of one resource is ignored from some step on, for a while or until somebody sees to it. */
function ignoring(chance: Chance) {
	const resource = chance.pick(['SalesOrders', 'CreditNotes', 'Payments']);
	const field = chance.pick(ignorableFields(resource));
	const from = chance.int(0, 20);
	const until = chance.odds(0.5) ? from + chance.int(1, 15) : Infinity;
	let now: boolean | undefined;
	return ({ cin7 }: World, step: number): string | undefined => {
		const ignored = step >= from && step < until;
		if (ignored === (now ?? false)) return undefined;
		now = ignored;
		cin7.set({ ignoredFields: { [resource]: ignored ? [field] : [] } });
		return `${field} of ${resource} is ${ignored ? 'ignored' : 'kept'} from now on`;
	};
}
