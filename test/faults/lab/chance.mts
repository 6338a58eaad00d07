// Everything that an experiment leaves to chance, drawn from its seed.
import { seededRandom } from '../../../sandbox/cin7/random.mts';
import type { Random } from '../../../sandbox/scenario/random.mts';
import { choicesFrom } from '../../../sandbox/scenario/random.mts';

export interface Chance extends Omit<Random, 'chance'> {
	/** Whether it happens, with this chance from 0 to 1. */
	odds(chance: number): boolean;
}

/** A stream of its own for every use of a seed: what is drawn for the one does not move the others. */
export function chanceOf(seed: number, use: number): Chance {
	const next = seededRandom(Math.imul(seed, 0x9e3779b1) + Math.imul(use, 0x85ebca6b));
	// The first few numbers of neighbouring seeds are much alike.
	for (let warmUp = 0; warmUp < 3; warmUp += 1) next();
	const { chance: odds, ...choices } = choicesFrom(next);
	return { ...choices, odds };
}
