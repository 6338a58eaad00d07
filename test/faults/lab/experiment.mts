// One experiment: several processes over one account, let through one call at a time in an order, with faults and deeds
// in between; then the faults cease, and clean runs put the account in order.
import type { Settings } from '../../../sandbox/cin7/settings.mts';
import type { Answer, Exchange, NoAnswer } from '../../../lib/cin7/transport';
import type { TinyAccount } from '../accounts/accounts.mts';
import type { Bot, Report } from './bots.mts';
import { runOf } from './bots.mts';
import type { Deed } from './deeds.mts';
import type { CallLog } from './callLog.mts';
import { callLog } from './callLog.mts';
import type { Outside, Process } from './process.mts';
import { processOf } from './process.mts';
import type { Trouble } from './trouble.mts';
import { troubleText } from './trouble.mts';
import type { Memory } from './watch.mts';
import { Watch } from './watch.mts';
import type { Reach, World } from './world.mts';
import { openWorld } from './world.mts';
import type { Books } from '../invariants/books.mts';
import { booksOf, isVoid } from '../invariants/books.mts';

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

/** No process needs more. */
const mostCalls = 600;
/** Virtual milliseconds of a call: three a second. */
const callTime = 340;

interface Late {
	exchange: Exchange;
	process: string;
	due: number;
	memory: Memory;
}

/** Runs an experiment to its end. Close `world` when it was looked at. */
export async function conduct(experiment: Experiment): Promise<Outcome> {
	const { account, settings = {}, seed, reach } = experiment;
	const world = openWorld(account.rows, settings, seed, reach);
	try {
		const before = booksOf(world.cin7);
		const watch = new Watch(world);
		const log = callLog();
		const lab = new Lab(experiment, world, watch, log);
		const results = await lab.confusion();
		await lab.calm();
		const rounds: Round[] = [];
		rounds.push(await lab.round(1));
		// A round that wrote nothing would only be repeated: it left the account as it found it.
		const acted = lab.obey(rounds[0]);
		rounds.push(rounds[0].writes === 0 && !acted ? rounds[0] : await lab.round(2));
		watch.importAll(log.step());
		return { world, watch, log, before, account, results, rounds };
	} catch (cause) {
		await world.close();
		throw cause;
	}
}

class Lab {
	private readonly experiment: Experiment;
	private readonly world: World;
	private readonly watch: Watch;
	private readonly log: CallLog;
	private late: Late[] = [];

	constructor(experiment: Experiment, world: World, watch: Watch, log: CallLog) {
		this.experiment = experiment;
		this.world = world;
		this.watch = watch;
		this.log = log;
	}

	/** Processes, deeds and faults, until everybody is through. */
	async confusion(): Promise<Outcome['results']> {
		const { experiment, world, log } = this;
		const processes = experiment.processes.map(({ name, body }) =>
			processOf(name, world.now, body),
		);
		const begun = new Set<Process>();
		const made = new Map<string, number>();
		const deeds = (experiment.deeds ?? []).map((act, index) => ({
			name: `deed ${index + 1}`,
			act,
		}));
		for (;;) {
			const candidates: Candidate[] = processes
				.filter((one) => !one.over())
				.map((one) => ({
					name: one.name,
					sleeps: one.wakesAt() !== undefined,
					isDeed: false,
					exchange: one.call(),
				}));
			for (const { name } of deeds) {
				candidates.push({ name, sleeps: false, isDeed: true, exchange: undefined });
			}
			if (candidates.length === 0) break;
			const chosen = await experiment.next(candidates, log.step(), world);
			await this.landLate();
			const said = experiment.meanwhile?.(world, log.step());
			if (said) log.note(said);
			const deed = deeds.findIndex(({ name }) => name === chosen.name);
			if (deed >= 0) {
				this.act(deeds.splice(deed, 1)[0].act);
				continue;
			}
			const process = processes.find(({ name }) => name === chosen.name);
			if (!process) throw new Error(`${chosen.name} takes no part.`);
			if (!begun.has(process)) {
				begun.add(process);
				await process.begin();
				// Until its first call nobody sees anything of it.
				if (process.call() === undefined) continue;
			}
			const count = (made.get(process.name) ?? 0) + 1;
			if (process.call() !== undefined) made.set(process.name, count);
			if (count > mostCalls) {
				this.watch.violate('endless', `${process.name} made ${mostCalls} calls and goes on`);
				process.kill();
				continue;
			}
			await this.step(process, (exchange) => experiment.trouble?.(process.name, exchange, count));
		}
		return new Map(
			processes.map((one) => [one.name, one.killed() ? 'killed' : (one.result() ?? 'killed')]),
		);
	}

	/** What is under way lands, and nothing goes wrong any more. */
	async calm(): Promise<void> {
		const left = this.late.splice(0).sort((a, b) => a.due - b.due);
		for (const late of left) await this.land(late);
		this.world.cin7.faults.clear();
		const { settings } = this.experiment;
		const ignored = this.world.cin7.settings().ignoredFields;
		for (const resource of Object.keys(ignored)) {
			const own = settings?.ignoredFields?.[resource] ?? [];
			this.world.cin7.set({ ignoredFields: { [resource]: own } });
		}
		this.world.advance(60_000);
	}

	/**
	 * A person does what a run has asked for and the API cannot do: the credit note of a void batch is made void as well.
	 * @returns whether there was anything to do
	 */
	obey({ reports, books }: Round): boolean {
		const told = new Set(
			reports.flatMap((report) => report.told.map(({ reference }) => reference)),
		);
		const left = books.documents.filter(
			({ live, order, note }) => !live && told.has(order.reference) && note && !isVoid(note),
		);
		for (const { note } of left) {
			if (!note) continue;
			const edits = [{ resource: 'CreditNotes', id: note.id, void: true }];
			const text = `a person makes ${note.reference} void, as was asked`;
			this.watch.act({ text, edits }, 'person', this.log.step());
			this.log.note(text);
		}
		return left.length > 0;
	}

	/** Each bot runs once, alone and undisturbed. */
	async round(round: number): Promise<Round> {
		const reports: Report[] = [];
		const thrown: unknown[] = [];
		const writesBefore = this.log.writes();
		for (const bot of this.experiment.bots) {
			const name = `${bot.name}, clean run ${round}`;
			this.log.note(name);
			const process = processOf(name, this.world.now, runOf(bot, `clean-${bot.name}-${round}`));
			await process.begin();
			let calls = 0;
			while (!process.over()) {
				if ((calls += 1) > mostCalls) {
					this.watch.violate('endless', `${name} made ${mostCalls} calls and goes on`);
					process.kill();
				} else await this.step(process, () => undefined);
			}
			const result = process.result();
			if (result && 'value' in result) reports.push(result.value);
			else thrown.push(result?.thrown);
		}
		const writes = this.log.writes() - writesBefore;
		return { reports, thrown, writes, books: this.watch.books() };
	}

	private act(act: NonNullable<Experiment['deeds']>[number]): void {
		const { watch, log } = this;
		const drawn = act(watch.books());
		if (drawn === undefined) return;
		if (drawn === 'import') {
			const taken = watch.importAll(log.step());
			log.note(`accounting takes ${taken.length > 0 ? taken.join(', ') : 'nothing'}`);
			return;
		}
		watch.act(drawn.deed, drawn.actor, log.step());
		log.note(drawn.deed.text);
	}

	/** A process makes its next call, or wakes. */
	private async step(
		process: Process,
		troubleOf: (exchange: Exchange) => Trouble | undefined,
	): Promise<void> {
		const { world } = this;
		const exchange = process.call();
		if (exchange === undefined) {
			world.advance((process.wakesAt() ?? world.now()) - world.now());
			await process.wake();
			return;
		}
		world.advance(callTime);
		const trouble = troubleOf(exchange);
		if (trouble?.kind === 'death' && trouble.when === 'before') {
			this.log.add(process.name, exchange, troubleText(trouble), undefined);
			process.kill();
			return;
		}
		const answer = await this.perform(process, exchange, trouble);
		this.log.add(process.name, exchange, troubleText(trouble), answer);
		this.experiment.observed?.(process.name, exchange, answer);
		if (trouble?.kind === 'death' || (trouble?.kind === 'late' && trouble.death)) process.kill();
		else await process.answered(answer);
	}

	private async perform(
		process: Process,
		exchange: Exchange,
		trouble: Trouble | undefined,
	): Promise<Answer | NoAnswer> {
		const { world, watch, log } = this;
		if (trouble?.kind === 'refused') return { noAnswer: 'ECONNREFUSED' };
		if (trouble?.kind === 'late') {
			const due = world.now() + trouble.ms;
			const memory = watch.memory(process.name);
			this.late.push({ exchange, process: process.name, due, memory });
			return { noAnswer: 'timeout' };
		}
		const effect = trouble?.kind === 'effect' ? trouble.effect : undefined;
		if (effect) world.cin7.faults.add({ match: {}, effect });
		const answer = await world.carry(exchange, process.name);
		if (effect) world.cin7.faults.clear();
		if (exchange.method !== 'GET') watch.wrote(process.name, log.step());
		else if ('status' in answer && answer.status === 200 && effect?.type !== 'staleRead') {
			watch.read(process.name, exchange, answer.body, log.step());
		}
		return answer;
	}

	private async landLate(): Promise<void> {
		const now = this.world.now();
		const due = this.late.filter((one) => one.due <= now);
		this.late = this.late.filter((one) => one.due > now);
		for (const one of due.sort((a, b) => a.due - b.due)) await this.land(one);
	}

	private async land({ exchange, process, memory }: Late): Promise<void> {
		const answer = await this.world.carry(exchange, process);
		this.log.add(process, exchange, 'lands late', answer);
		this.watch.wrote(process, this.log.step(), memory);
	}
}
