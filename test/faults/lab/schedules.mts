// All schedules of a few processes with at most so many switches from one to another, each way that can make a
// difference once.
//
// Why leaving out is sound. What a process does next follows from the answers it had and from nothing else; what Cin7
// answers follows from the writes it did and their order. (Time passes as well, but in these accounts nothing is dated
// near the moment.) So where two schedules have come to the same point - the same writes in the same order, the same
// answers to every process, the same process to go on - everything that can follow is the same, and is gone through once:
// on the way that came there with the fewest switches. Reads in another order, with no write between them, come to the
// same point, so they are not told apart. Points are compared by their whole history, not by a guess at what matters.
import type { Answer, Exchange, NoAnswer } from '../../../lib/cin7/transport';
import type { Candidate, Experiment } from './experiment.mts';
import type { World } from './world.mts';

/** Thrown where a schedule came to a point that was gone through before. */
class KnownPoint extends Error {}

export interface Explored {
	/** Schedules that were gone through to their end. */
	whole: number;
	/** Schedules that were left at a point that was known by then. */
	cut: number;
}

/** Who made how many calls in turn: the beginning of a schedule, after which nobody is interrupted any more. */
type Prefix = Part[];

interface Part {
	name: string;
	calls: number;
	/** The one before had come to its end: nobody was interrupted. */
	forced: boolean;
}

/**
 * Conducts every schedule.
 * @param build a fresh experiment over the same account; its `next` and `observed` are set here
 * @param conducted runs it to the end and judges it
 * @param alike the processes do the same: it does not matter which of them begins
 */
export async function exploreSchedules(
	build: () => Omit<Experiment, 'next'>,
	mostSwitches: number,
	conducted: (experiment: Experiment, schedule: string) => Promise<void>,
	alike = false,
): Promise<Explored> {
	const names = build().processes.map(({ name }) => name);
	const known = new Map<string, number>();
	const waiting: Waiting[] = (alike ? names.slice(0, 1) : names).map((name) => ({
		prefix: [{ name, calls: 0, forced: false }],
		point: '',
	}));
	const explored = { whole: 0, cut: 0 };
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		const { prefix, point } = next;
		if ((known.get(point) ?? Infinity) <= switchesIn(prefix)) continue;
		const experiment = build();
		const path = follow(prefix, names, mostSwitches, known, waiting);
		try {
			await conducted({ ...experiment, ...path }, scheduleText(prefix));
			explored.whole += 1;
		} catch (cause) {
			if (!(cause instanceof KnownPoint)) throw cause;
			explored.cut += 1;
		}
	}
	return explored;
}

interface Waiting {
	prefix: Prefix;
	/** The point at which it leaves what was gone through. */
	point: string;
}

function switchesIn(prefix: Prefix): number {
	return prefix.filter(({ forced }) => !forced).length - 1;
}

/** `A 5, B 3, then to the end`. */
function scheduleText(prefix: Prefix): string {
	const parts = prefix.map(({ name, calls }, index) =>
		index === prefix.length - 1 ? `${name} on` : `${name} ${calls}`,
	);
	return `${parts.join(', ')}`;
}

/** Goes along a prefix, and from its end on finds the points at which others could go on. */
function follow(
	prefix: Prefix,
	names: string[],
	mostSwitches: number,
	known: Map<string, number>,
	waiting: Waiting[],
): Pick<Experiment, 'next' | 'observed'> {
	/** The writes that were done, in their order, and for each process the answers it had. */
	let writes = '';
	const answers = new Map(names.map((name) => [name, 0]));
	const made: Prefix = [{ name: prefix[0].name, calls: 0, forced: false }];
	const used = switchesIn(prefix);
	let part = 0;
	/** Between waking and the next call nobody sees anything: to switch there is to switch before. */
	let wokeJustNow = false;
	const here = () => made[made.length - 1];

	async function next(candidates: Candidate[], _: number, world: World): Promise<Candidate> {
		const find = (name: string) => candidates.find((one) => one.name === name);
		const planned = prefix[part];
		const isLast = part === prefix.length - 1;
		let chosen = find(planned.name);
		if (!isLast && (here().calls === planned.calls || chosen === undefined)) {
			part += 1;
			const { name, forced } = prefix[part];
			made.push({ name, calls: 0, forced });
			chosen = find(name);
		}
		if (part < prefix.length - 1) return chosen ?? candidates[0];
		// Who came to its end gives way without being interrupted.
		chosen ??= find(here().name) ?? candidates[0];
		if (chosen.name !== here().name) {
			made.push({ name: chosen.name, calls: 0, forced: true });
		}
		await branch(candidates, chosen, world);
		wokeJustNow = chosen.sleeps;
		// Waking is a move of its own: without it, going on would look like a point that is known.
		if (chosen.sleeps) answers.set(chosen.name, hashed('woke', answers.get(chosen.name) ?? 0));
		return chosen;
	}

	const pointOf = (had: Map<string, number>) =>
		`${writes}|${names.map((name) => `${name}${had.get(name)}`).join(' ')}|`;

	async function branch(candidates: Candidate[], chosen: Candidate, world: World): Promise<void> {
		const point = pointOf(answers);
		if (!isNew(`${point}${chosen.name}`, used)) throw new KnownPoint();
		const atStart = made.length === 1 && here().calls === 0;
		if (used >= mostSwitches || atStart || wokeJustNow) return;
		for (const { name, exchange } of candidates) {
			if (name === chosen.name || !isUnknown(`${point}${name}`, used + 1)) continue;
			if (exchange?.method === 'GET' && !(await leadsOn(name, exchange, world))) continue;
			const way = made.map((one) => ({ ...one }));
			waiting.push({
				prefix: [...way, { name, calls: 0, forced: false }],
				point: `${point}${name}`,
			});
		}
	}

	/** Whether the other's read, which changes nothing, would come to a point that is not known. */
	async function leadsOn(name: string, exchange: Exchange, world: World): Promise<boolean> {
		const answer = await world.carry(exchange, name);
		const had = new Map(answers).set(name, hashed(textOf(answer), answers.get(name) ?? 0));
		return isUnknown(`${pointOf(had)}${name}`, used + 1);
	}

	function isUnknown(point: string, used: number): boolean {
		return used < (known.get(point) ?? Infinity);
	}

	function isNew(point: string, used: number): boolean {
		if (!isUnknown(point, used)) return false;
		known.set(point, used);
		return true;
	}

	function observed(process: string, { method }: Exchange, answer: Answer | NoAnswer): void {
		here().calls += 1;
		const before = answers.get(process) ?? 0;
		answers.set(process, hashed(textOf(answer), before));
		if (method !== 'GET') writes += `${process}${before},`;
	}

	return { next, observed };
}

function textOf(answer: Answer | NoAnswer): string {
	return 'status' in answer ? `${answer.status}${answer.body}` : answer.noAnswer;
}

/** FNV-1a over the text, going on from what was hashed before. */
function hashed(text: string, before: number): number {
	let hash = before ^ 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}
