// Chance that can be repeated: the same seed gives the same latencies, commit points and faults.

/** A number from 0 up to, not including, 1. */
export type Random = () => number;

/** A small, well mixed generator (splitmix32), more than good enough for what happens when. */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x9e3779b9) >>> 0;
		let mixed = state ^ (state >>> 16);
		mixed = Math.imul(mixed, 0x21f0aaad);
		mixed ^= mixed >>> 15;
		mixed = Math.imul(mixed, 0x735a2d97);
		mixed ^= mixed >>> 15;
		return (mixed >>> 0) / 4294967296;
	};
}
