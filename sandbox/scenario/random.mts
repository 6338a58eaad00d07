// Chance that can be repeated: the same seed and theme give the same choices, on any machine. Every
// theme (people, baskets, hours ...) draws from its own stream, so that a case added to one leaves
// the others as they were.

export interface Random {
	/** From 0 up to, not including, 1. */
	next(): number;
	/** A whole number, both ends included. */
	int(from: number, to: number): number;
	/** True with this probability. */
	chance(probability: number): boolean;
	pick<T>(choices: readonly T[]): T;
	/** Picks by weight: `[['AUD', 9], ['NZD', 1]]`. */
	weighted<T>(choices: ReadonlyArray<readonly [T, number]>): T;
}

/** The stream of choices of one theme. */
export function randomFor(seed: number, theme: string): Random {
	return choicesFrom(stream(hash(`${seed}/${theme}`)));
}

/** All kinds of choices from one stream of numbers. */
export function choicesFrom(next: () => number): Random {
	const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	return {
		next,
		int,
		chance: (probability) => next() < probability,
		pick: (choices) => choices[int(0, choices.length - 1)],
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

/** FNV-1a, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const character of text) {
		value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	return value >>> 0;
}

/** Marsaglia's xorshift with a final multiplication (xorshift32*), well mixed by a few idle turns. */
function stream(start: number): () => number {
	let state = start === 0 ? 0x9e3779b9 : start;
	const turn = () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (Math.imul(state, 0x9e3779bb) >>> 0) / 4294967296;
	};
	for (let idle = 0; idle < 8; idle++) turn();
	return turn;
}
