// Lets one process make its next call, with what goes wrong with it. What was still under way when its caller gave up is
// done later.
import type { Answer, Exchange, NoAnswer } from '../../../lib/cin7/transport';
import type { Scene } from './experiment.mts';
import type { Process } from './process.mts';
import type { Memory } from './readings.mts';
import type { Trouble } from './trouble.mts';
import { troubleText } from './trouble.mts';
import { unsaid } from './unsaid.mts';

/** Virtual milliseconds of a call: three a second. */
const callTime = 340;

interface Late {
	exchange: Exchange;
	process: string;
	due: number;
	memory: Memory;
}

export class Passage {
	private readonly scene: Scene;
	private late: Late[] = [];

	constructor(scene: Scene) {
		this.scene = scene;
	}

	/** A process makes its next call, or wakes. */
	async step(
		process: Process,
		troubleOf: (exchange: Exchange) => Trouble | undefined,
	): Promise<void> {
		const { experiment, world, watch, log } = this.scene;
		const exchange = process.call();
		if (exchange === undefined) {
			world.advance((process.wakesAt() ?? world.now()) - world.now());
			await process.wake();
			return;
		}
		world.advance(callTime);
		const trouble = troubleOf(exchange);
		if (trouble?.kind === 'death' && trouble.when === 'before') {
			log.add(process.name, exchange, troubleText(trouble), undefined);
			process.kill();
			return;
		}
		const answer = await this.perform(process, exchange, trouble);
		log.add(process.name, exchange, troubleText(trouble), answer);
		experiment.observed?.(process.name, exchange, answer);
		if (trouble?.kind === 'death' || (trouble?.kind === 'late' && trouble.death)) process.kill();
		else await process.answered(answer);
		const result = process.result();
		if (!process.over() || process.killed() || !result || !('value' in result)) return;
		for (const what of unsaid(watch, process.name, result.value)) watch.violate('unsaid', what);
	}

	/** What is due by now is done. */
	async landLate(): Promise<void> {
		const now = this.scene.world.now();
		const due = this.late.filter((one) => one.due <= now);
		this.late = this.late.filter((one) => one.due > now);
		for (const one of due.sort((a, b) => a.due - b.due)) await this.land(one);
	}

	/** All that is still under way is done. */
	async landAll(): Promise<void> {
		const left = this.late.splice(0).sort((a, b) => a.due - b.due);
		for (const late of left) await this.land(late);
	}

	private async perform(
		process: Process,
		exchange: Exchange,
		trouble: Trouble | undefined,
	): Promise<Answer | NoAnswer> {
		const { world, watch, log } = this.scene;
		if (trouble?.kind === 'refused') return { noAnswer: 'ECONNREFUSED' };
		if (trouble?.kind === 'late') {
			const due = world.now() + trouble.ms;
			const memory = watch.readings.memory(process.name);
			this.late.push({ exchange, process: process.name, due, memory });
			return { noAnswer: 'timeout' };
		}
		const effect = trouble?.kind === 'effect' ? trouble.effect : undefined;
		if (effect) world.cin7.faults.add({ match: {}, effect });
		const answer = await world.carry(exchange, process.name);
		if (effect) world.cin7.faults.clear();
		if (exchange.method !== 'GET') watch.wrote(process.name, log.step());
		else if ('status' in answer && answer.status === 200) {
			const isStale = effect?.type === 'staleRead';
			watch.readings.read(process.name, exchange, answer.body, log.step(), isStale);
		}
		return answer;
	}

	private async land({ exchange, process, memory }: Late): Promise<void> {
		const { world, watch, log } = this.scene;
		const answer = await world.carry(exchange, process);
		log.add(process, exchange, 'lands late', answer);
		watch.wrote(process, log.step(), memory);
	}
}
