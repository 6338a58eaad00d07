/** The texts by which it is found out how much of an order's comments an account keeps. */

/** Longest first: a list of some 5,000 members, down to one of a handful. */
export const probeTextLengths = [400_000, 100_000, 30_000, 10_000];

/** Text of a length, which it starts with: the beginning of one is never the beginning of another. */
export function probeText(length: number): string {
	// What a list of members has in it, too: a line end, quotes, braces, letters beyond ASCII.
	const marks: string[] = [`${length}:\n{"é":"<&>'"}`];
	for (let at = 0; at < length; at += 10) marks.push(String(at).padStart(10, '.'));
	return marks.join('').slice(0, length);
}
