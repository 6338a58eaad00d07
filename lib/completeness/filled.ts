/** Whether a value says anything to a person who reads it. */

/**
 * A character that can be seen. Neither spaces (no-break and zero-width ones too), control and format characters, nor
 * letters that Unicode draws as nothing (Default_Ignorable, such as the Hangul fillers; the empty Braille pattern).
 */
const seen = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;
const unseen = new RegExp(seen.source.replace('[^', '[') + '+', 'gu');

/** Printable ASCII without spaces around it: what most values are, and what needs no cleaning. */
const plain = /^[!-~](?:[ -~]*[!-~])?$/;

/** Placeholders are short; a longer text says something. */
const longestPlaceholder = 60;

export type Filled = (value: unknown) => boolean;

/** A text without what cannot be seen, its words one space apart. */
export function visibleText(text: string): string {
	return text.replace(unseen, ' ').trim();
}

/**
 * A test for fields of text: true for a text with something to see that is none of the placeholders, and for a number (a
 * postcode out of a spreadsheet). Anything else (null, lists, objects, true) is not filled in.
 * @param placeholders compared without regard to case and to what cannot be seen
 */
export function filledUnless(placeholders: readonly string[]): Filled {
	const nothings = new Set(placeholders.map(key).filter((text) => text !== ''));
	const begins = beginsLikeNone(nothings);
	return (value) => {
		if (typeof value === 'number') return Number.isFinite(value);
		if (typeof value !== 'string') return false;
		if (begins(value)) return true;
		if (!seen.test(value)) return false;
		return nothings.size === 0 || value.length > longestPlaceholder || !nothings.has(key(value));
	};
}

/**
 * A quick test that most values pass: a first character that can be seen, and that no placeholder begins with. What is not
 * seen is taken away in front of it only, so it begins the text in either case.
 */
function beginsLikeNone(nothings: ReadonlySet<string>): (value: string) => boolean {
	const isFree = Array.from({ length: 127 }, (_, code) => code > 32);
	for (const nothing of nothings) {
		for (const first of [nothing[0], nothing[0].toUpperCase()]) isFree[first.charCodeAt(0)] = false;
	}
	return (value) => isFree[value.charCodeAt(0)] === true;
}

function key(text: string): string {
	return (plain.test(text) ? text : visibleText(text)).toLowerCase();
}
