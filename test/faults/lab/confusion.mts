// Processes, deeds and faults at once: whoever is chosen makes the next move.
import type { Candidate, Experiment, Outcome, Scene } from './experiment.mts';
import type { Passage } from './passage.mts';
import type { Process } from './process.mts';
import { processOf } from './process.mts';

/** No process needs more. */
export const mostCalls = 600;

/** Goes on until everybody is through; gives what the processes came to, by name. */
export async function confusion(scene: Scene, passage: Passage): Promise<Outcome['results']> {
	const { experiment, world, watch, log } = scene;
	const processes = experiment.processes.map(({ name, body }) => processOf(name, world.now, body));
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
		await passage.landLate();
		const said = experiment.meanwhile?.(world, log.step());
		if (said) log.note(said);
		const deed = deeds.findIndex(({ name }) => name === chosen.name);
		if (deed >= 0) {
			act(scene, deeds.splice(deed, 1)[0].act);
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
			watch.violate('endless', `${process.name} made ${mostCalls} calls and goes on`);
			process.kill();
			continue;
		}
		await passage.step(process, (exchange) => experiment.trouble?.(process.name, exchange, count));
	}
	return new Map(
		processes.map((one) => [one.name, one.killed() ? 'killed' : (one.result() ?? 'killed')]),
	);
}

/** Somebody does something now, or accounting comes by. */
function act({ watch, log }: Scene, act: NonNullable<Experiment['deeds']>[number]): void {
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
