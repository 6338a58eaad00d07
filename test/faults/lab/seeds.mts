// From a seed to an experiment: the account, who takes part, what goes wrong, and in which order.
import type { Settings } from '../../../sandbox/cin7/settings.mts';
import type { TinyAccount } from '../accounts/accounts.mts';
import { newAccount, tinyAccounts } from '../accounts/accounts.mts';
import type { Bot } from './bots.mts';
import { bookingElsewhere, mainBot, otherBot, runOf, undoOf } from './bots.mts';
import type { Chance } from './chance.mts';
import { chanceOf } from './chance.mts';
import { cin7BotDeed, personDeed } from './deeds.mts';
import { accountingElsewhere } from './elsewhere.mts';
import type { Candidate, Experiment } from './experiment.mts';
import type { Judged } from './judge.mts';
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
	/** Somebody undoes batches, while runs are under way and after. */
	undoing?: boolean;
	/** Batches are booked elsewhere, and confirmed. */
	elsewhere?: boolean;
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
		name: 'undo',
		weight: 3,
		undoing: true,
		rates: (chance) => ({ deaths: chance.pick([0, 0.04]), faults: chance.pick([0, 0.1]) }),
	},
	{
		name: 'undo, people and accounting',
		weight: 2,
		undoing: true,
		people: true,
		accounting: true,
		rates: () => ({ deaths: 0.02, faults: 0.03, stale: 0.03 }),
	},
	{
		name: 'elsewhere',
		weight: 3,
		elsewhere: true,
		rates: (chance) => ({ deaths: chance.pick([0.02, 0.05]), faults: chance.pick([0, 0.15]) }),
	},
	{
		name: 'elsewhere, with undo and people',
		weight: 2,
		elsewhere: true,
		undoing: true,
		overlapping: true,
		people: true,
		rates: () => ({ deaths: 0.02, faults: 0.03, stale: 0.03 }),
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

export interface Drawn extends Judged {
	profile: Profile;
}

/** The experiment of a seed: always the same one. */
export function experimentOf(seed: number, among: readonly Profile[] = profiles): Drawn {
	const chance = chanceOf(seed, 1);
	const profile = chance.weighted(among.map((one) => [one, one.weight] as const));
	const rates = { ...noTrouble, ...profile.rates(chance) };
	const account: TinyAccount = chance.odds(0.03) ? newAccount : chance.pick(tinyAccounts);
	const elsewhere = profile.elsewhere ? accountingElsewhere() : undefined;
	const bots: Bot[] = (profile.overlapping ? [mainBot, otherBot] : [mainBot]).map((bot) =>
		elsewhere ? bookingElsewhere(bot, elsewhere) : bot,
	);
	const runs = chance.weighted([
		[1, 4],
		[2, 5],
		[3, 1],
	]);
	const troubles = chanceOf(seed, 2);
	return {
		profile,
		seed,
		account,
		settings: accountManners(chance),
		processes: [
			...Array.from({ length: runs }, (_, index) => {
				const bot = bots[index % bots.length];
				const name = `${bot.name} ${index + 1}`;
				return { name, body: runOf(bot, `${name} of ${seed}`, chanceOf(seed, 10 + index)) };
			}),
			...(profile.undoing ? undoings(seed) : []),
		],
		...(elsewhere && { elsewhere }),
		deeds: deedsOf(seed, profile, chance),
		next: scheduleOf(chanceOf(seed, 3), chance.pick([0.02, 0.1, 0.3])),
		trouble: (_, exchange) => troubleFor(exchange, rates, troubles),
		...(profile.ignoring && { meanwhile: ignoring(chanceOf(seed, 4)) }),
		bots,
		// A run that plans in the middle of an Undo finds part of a batch's payments open, and batches those first.
		comparable: !(profile.people || profile.accounting || profile.overlapping || profile.undoing),
	};
}

/** One or two times that somebody undoes a batch or several, whatever has become of them by then. */
function undoings(seed: number): Experiment['processes'] {
	const chance = chanceOf(seed, 6);
	return Array.from({ length: chance.int(1, 2) }, (_, index) => {
		const references = [1, 2, 3, 4].filter(() => chance.odds(0.6)).map(numbered);
		if (references.length === 0) references.push(numbered(chance.int(1, 2)));
		return { name: `Undo ${index + 1}`, body: undoOf(references, chanceOf(seed, 30 + index)) };
	});
}

const numbered = (number: number) => `BATCH-${String(number).padStart(6, '0')}`;

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

/** The last step at which somebody may begin to undo: a little after the end of a run that nothing disturbs. */
const latestUndo = 45;

/** Mostly whoever moved last goes on; deeds come at moments spread over the whole. */
export function scheduleOf(chance: Chance, switching: number): Experiment['next'] {
	let last = '';
	const undoFrom = chance.int(4, latestUndo);
	return (candidates: Candidate[], step: number) => {
		const all = candidates.filter(({ isDeed }) => !isDeed);
		// At the beginning there is nothing to be undone.
		const early = all.filter(({ name }) => step >= undoFrom || !name.startsWith('Undo'));
		const processes = early.length > 0 ? early : all;
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
