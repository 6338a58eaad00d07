// One experiment: several processes over one account, let through one call at a time in an order, with faults and deeds
// in between; then the faults cease, and clean runs put the account in order.
import type { Settings } from '../../../sandbox/cin7/settings.mts';
import type { Answer, Exchange, NoAnswer } from '../../../lib/cin7/transport';
import type { TinyAccount } from '../accounts/accounts.mts';
import type { Books } from '../invariants/books.mts';
import { booksOf } from '../invariants/books.mts';
import { calm, cleanRound, obey } from './aftermath.mts';
import type { Bot, Report } from './bots.mts';
import type { CallLog } from './callLog.mts';
import { callLog } from './callLog.mts';
import { confusion } from './confusion.mts';
import type { Deed } from './deeds.mts';
import { Passage } from './passage.mts';
import type { Outside } from './process.mts';
import type { Trouble } from './trouble.mts';
import { Watch } from './watch.mts';
import type { Reach, World } from './world.mts';
import { openWorld } from './world.mts';

/** Who makes the next move: a process its next call, or a deed. */
export interface Candidate {
	name: string;
	/** It sleeps; choosing it lets time pass until it wakes. */
	sleeps: boolean;
	/** A person or Cin7 rather than a process. */
	isDeed: boolean;
	exchange: Exchange | undefined;
}

export interface Experiment {
	account: TinyAccount;
	seed: number;
	settings?: Partial<Settings>;
	processes: { name: string; body: (outside: Outside) => Promise<unknown> }[];
	/** What others do, each at one moment that the schedule chooses; `import` is accounting coming by. */
	deeds?: ((books: Books) => { deed: Deed; actor: 'person' | 'cin7bot' } | 'import' | undefined)[];
	/** Which of the candidates moves; there is at least one. */
	next(candidates: Candidate[], step: number, world: World): Candidate | Promise<Candidate>;
	trouble?(process: string, exchange: Exchange, callOfProcess: number): Trouble | undefined;
	/** After each call of a process. */
	observed?(process: string, exchange: Exchange, answer: Answer | NoAnswer): void;
	/** Before a step, such as a field that is ignored from now on. */
	meanwhile?(world: World, step: number): string | undefined;
	/** The bots that put the account in order afterwards. */
	bots: Bot[];
	reach?: Reach;
}

export interface Outcome {
	world: World;
	watch: Watch;
	log: CallLog;
	before: Books;
	account: TinyAccount;
	/** What the processes of the experiment came to, by name. */
	results: Map<string, { value: unknown } | { thrown: unknown } | 'killed'>;
	/** The clean rounds: each bot once. */
	rounds: Round[];
}

export interface Round {
	reports: Report[];
	/** A clean run that did not come to its end. */
	thrown: unknown[];
	writes: number;
	books: Books;
}

/** An experiment under way. */
export interface Scene {
	experiment: Experiment;
	world: World;
	watch: Watch;
	log: CallLog;
}

/** Runs an experiment to its end. Close `world` when it was looked at. */
export async function conduct(experiment: Experiment): Promise<Outcome> {
	const { account, settings = {}, seed, reach } = experiment;
	const world = openWorld(account.rows, settings, seed, reach);
	try {
		const before = booksOf(world.cin7);
		const watch = new Watch(world);
		const log = callLog();
		const scene = { experiment, world, watch, log };
		const passage = new Passage(scene);
		const results = await confusion(scene, passage);
		await calm(scene, passage);
		const rounds: Round[] = [];
		rounds.push(await cleanRound(scene, passage, 1));
		// A round that wrote nothing would only be repeated: it left the account as it found it.
		const acted = obey(scene, rounds[0]);
		rounds.push(rounds[0].writes === 0 && !acted ? rounds[0] : await cleanRound(scene, passage, 2));
		watch.importAll(log.step());
		return { world, watch, log, before, account, results, rounds };
	} catch (cause) {
		await world.close();
		throw cause;
	}
}
