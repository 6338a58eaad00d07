/**
 * Amazon gives one name; Cin7 has a first and a last name. Nothing is invented and nothing left out: what comes out, put
 * together, is what went in.
 */

export interface PersonName {
	firstName: string;
	lastName: string;
}

/** Belong to the last name that follows them: van Dyck, de la Cruz, bin Rashid. */
const particles = new Set(
	'van von vom zu zum zur der den ter ten de del della delle di da das do dos du des la le los las el al bin ibn binti bint st st. saint san santa'.split(
		' ',
	),
);

/** Stay with the last name that they follow. */
const suffixes = new Set(
	'jr jr. sr sr. ii iii iv md m.d. phd ph.d. esq esq. dds dvm cpa mba inc inc. llc ltd ltd. gmbh corp corp.'.split(
		' ',
	),
);

/** Prefixes of one last name, however they are written: `De La Cruz` has no first name. */
const joined = /^(?:de l(?:a|as|os)|van (?:de|den|der|ter)|von (?:dem|den|der))$/i;

/** After a comma: whom a parcel is for, not what they are called. */
const note =
	/^(?:attn|att|attention|fao|c\/o|care of|z\.?\s?hd|dept|department|apt|unit|suite|p\.?\s?o\.?\s?box)\b|[:\d]/i;

/** Scripts whose names put the family first: Chinese, Japanese, Korean. */
const familyFirst =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30FC\u3005]+$/u;

/**
 * Splits a full name.
 * - One word stays a first name, and the last name blank: nobody can tell what it is. `van Dyck` and `De La Cruz` are one
 *   word in this.
 * - `LAST, First` is turned round; a comma before a suffix (`Smith, Jr.`) or a note (`Acme Ltd, Attn: Bob`) is not that.
 * - Written in Chinese characters, kana or Hangul, the first of two words is the family; words around a middle dot
 *   (`ジョン・スミス`) are a foreign name in its own order; without a space it is one word.
 * - Otherwise the last word is the last name, with the particles before and the suffixes after it. Titles stay where
 *   they are, with the first name.
 */
export function splitName(name: string): PersonName {
	const whole = name.replace(/[\s\u3000]+/gu, ' ').trim();
	const turned = lastCommaFirst(whole);
	if (turned) return turned;
	const words = whole.split(' ').filter((word) => word !== '');
	if (words.length <= 1) return dotted(whole) ?? { firstName: whole, lastName: '' };
	if (words.length === 2 && words.every((word) => familyFirst.test(word))) {
		return { firstName: words[1], lastName: words[0] };
	}
	const from = startOfLastName(words);
	if (isOnePrefixed(words)) return { firstName: whole, lastName: '' };
	return { firstName: words.slice(0, from).join(' '), lastName: words.slice(from).join(' ') };
}

function lastCommaFirst(whole: string): PersonName | null {
	const parts = whole.split(/\s*[,\uFF0C]\s*/u);
	if (parts.length !== 2 || parts.some((part) => part === '')) return null;
	const [lastName, firstName] = parts;
	if (firstName.split(' ').every((word) => isSuffix(word))) return null;
	return note.test(firstName) ? withNote(whole, lastName) : { firstName, lastName };
}

/** The note stays at the end, where it was. */
function withNote(whole: string, name: string): PersonName {
	const { firstName, lastName } = splitName(name);
	// In a name that was not turned round the note can only follow.
	if (lastName === '' || !name.endsWith(lastName)) return { firstName: whole, lastName: '' };
	return { firstName, lastName: lastName + whole.slice(name.length) };
}

function dotted(whole: string): PersonName | null {
	const parts = whole.split(/[\u30FB\u00B7\uFF65]/u).filter((part) => part !== '');
	if (parts.length < 2 || !parts.every((part) => familyFirst.test(part))) return null;
	const firstName = whole.slice(0, whole.length - (parts.at(-1) ?? '').length - 1);
	return { firstName, lastName: parts.at(-1) ?? '' };
}

/** Whether what is before the last word can only belong to it: small before a capital, or a prefix of several words. */
function isOnePrefixed(words: readonly string[]): boolean {
	const last = lastWord(words);
	const before = words.slice(0, last);
	const isSmall = before.every((word) => particles.has(word)) && /^\p{Lu}/u.test(words[last]);
	return isSmall || joined.test(before.join(' '));
}

/** Position of the last word but for suffixes; never 0. */
function lastWord(words: readonly string[]): number {
	let from = words.length - 1;
	while (from > 1 && isSuffix(words[from])) from -= 1;
	return from;
}

/** Position of the word with which the last name begins; never 0. */
function startOfLastName(words: readonly string[]): number {
	let from = lastWord(words);
	while (from > 1 && particles.has(words[from - 1].toLowerCase())) from -= 1;
	return from;
}

function isSuffix(word: string): boolean {
	return suffixes.has(word.toLowerCase().replace(/,$/, ''));
}
