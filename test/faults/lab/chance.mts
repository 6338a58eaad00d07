// Everything that an experiment leaves to chance, drawn from its seed.
import { seededRandom } from '../../../sandbox/cin7/random.mts';

export interface Chance {
	/** From 0 up to, not including, 1. */
	next(): number;
	/** A whole number, both ends included. */
	int(from: number, to: number): number;
	/** Whether it happens, with this chance from 0 to 1. */
	odds(chance: number): boolean;
	pick<T>(list: readonly T[]): T;
	/** One of the values, each with its weight. */
	weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T;
}

/** A stream of its own for every use of a seed: what is drawn for the one does not move the others. */
export function chanceOf(seed: number, use: number): Chance {
	const next = seededRandom(Math.imul(seed, 0x9e3779b1) + Math.imul(use, 0x85ebca6b));
	// The first few numbers of neighbouring seeds are much alike.
	for (let warmUp = 0; warmUp < 3; warmUp += 1) next();
	const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	return {
		next,
		int,
		odds: (chance) => next() < chance,
		pick: (list) => list[int(0, list.length - 1)],
		weighted(choices) {
			let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [value, weight] of choices) {
				left -= weight;
				if (left < 0) return value;
			}
			return choices[choices.length - 1][0];
		},
	};
}
