/** A mail as a list of its parts, and how many rows it may have: written as HTML in html.ts and as text in text.ts. */

/** What a cell says; what stands behind its first line is set smaller. */
export type Cell = string[];

export type Part =
	/** A sentence in a box, for what must not be overlooked. */
	| { kind: 'notice'; text: string }
	| { kind: 'paragraph'; text: string }
	| { kind: 'list'; title: string; lines: string[] }
	/** The last column is an amount or a number. `more` rows are left to the node's output. */
	| { kind: 'table'; title: string; columns: string[]; rows: Cell[][]; more: number }
	| { kind: 'link'; text: string; url: string };

export interface Mail {
	title: string;
	/** Whose it is, and of when. */
	origin: string;
	parts: Part[];
}

/** More rows than this are counted, not shown. */
export const longestTable = 200;

/** More sentences than this are counted, not shown. */
const longestList = 25;

/** A list that is not too long; none when there is nothing to say. */
export function listOf(title: string, lines: string[], most = longestList): Part[] {
	if (lines.length === 0) return [];
	const more = lines.length - most;
	const rest = more > 0 ? [`… and ${more} more in the output of the node`] : [];
	return [{ kind: 'list', title, lines: [...lines.slice(0, most), ...rest] }];
}

/** A table that is not too long; none when it has no rows. */
export function tableOf(title: string, columns: string[], rows: Cell[][]): Part[] {
	if (rows.length === 0) return [];
	const more = Math.max(0, rows.length - longestTable);
	return [{ kind: 'table', title, columns, rows: rows.slice(0, longestTable), more }];
}
