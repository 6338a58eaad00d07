/** Numbers and lists of things, as sentences have them. */

/** `1 batch`, `2 batches`. */
export function plural(number: number, one: string, many = `${one}s`): string {
	return `${number} ${number === 1 ? one : many}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function inWords(words: readonly string[]): string {
	if (words.length <= 1) return words[0] ?? '';
	return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
