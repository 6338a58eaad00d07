/** Numbers of things, as sentences have them. */

/** `1 batch`, `2 batches`. */
export function plural(number: number, one: string, many = `${one}s`): string {
	return `${number} ${number === 1 ? one : many}`;
}
