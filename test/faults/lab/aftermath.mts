// When the faults have ceased: what was under way is done, and clean runs put the account in order.
import { isVoid } from '../invariants/books.mts';
import type { Report } from './bots.mts';
import { runOf } from './bots.mts';
import { mostCalls } from './confusion.mts';
import type { Round, Scene } from './experiment.mts';
import type { Passage } from './passage.mts';
import { processOf } from './process.mts';

/** What is under way lands, and nothing goes wrong any more. */
export async function calm({ experiment, world }: Scene, passage: Passage): Promise<void> {
	await passage.landAll();
	world.cin7.faults.clear();
	const { settings } = experiment;
	const ignored = world.cin7.settings().ignoredFields;
	for (const resource of Object.keys(ignored)) {
		const own = settings?.ignoredFields?.[resource] ?? [];
		world.cin7.set({ ignoredFields: { [resource]: own } });
	}
	world.advance(60_000);
}

/**
 * A person does what a run has asked for and the API cannot do: the credit note of a void batch is made void as well.
 * @returns whether there was anything to do
 */
export function obey({ watch, log }: Scene, { reports, books }: Round): boolean {
	const told = new Set(reports.flatMap((report) => report.told.map(({ reference }) => reference)));
	const left = books.documents.filter(
		({ live, order, note }) => !live && told.has(order.reference) && note && !isVoid(note),
	);
	for (const { note } of left) {
		if (!note) continue;
		const edits = [{ resource: 'CreditNotes', id: note.id, void: true }];
		const text = `a person makes ${note.reference} void, as was asked`;
		watch.act({ text, edits }, 'person', log.step());
		log.note(text);
	}
	return left.length > 0;
}

/** Each bot runs once, alone and undisturbed. */
export async function cleanRound(scene: Scene, passage: Passage, round: number): Promise<Round> {
	const { experiment, world, watch, log } = scene;
	const reports: Report[] = [];
	const thrown: unknown[] = [];
	const writesBefore = log.writes();
	for (const bot of experiment.bots) {
		const name = `${bot.name}, clean run ${round}`;
		log.note(name);
		const process = processOf(name, world.now, runOf(bot, `clean-${bot.name}-${round}`));
		await process.begin();
		let calls = 0;
		while (!process.over()) {
			if ((calls += 1) > mostCalls) {
				watch.violate('endless', `${name} made ${mostCalls} calls and goes on`);
				process.kill();
			} else await passage.step(process, () => undefined);
		}
		const result = process.result();
		if (result && 'value' in result) reports.push(result.value);
		else thrown.push(result?.thrown);
	}
	const writes = log.writes() - writesBefore;
	return { reports, thrown, writes, books: watch.books() };
}
