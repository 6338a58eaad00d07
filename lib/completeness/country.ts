/** Which country a text means: an ISO 3166 code, or a name as people, shops and Cin7 write it. */
import { alpha3, alsoCalled, furtherCodes } from './countryNames';
import { visibleText } from './filled';

/** ISO 3166-1 alpha-2, upper case. */
export type CountryCode = string;

/** English first, then what buyers on Amazon's marketplaces write. */
const languages = 'en de fr es it nl sv pl pt tr ja ar'.split(' ');
const longestName = 100;

const alpha2 = new Map(alpha3.split(' ').map((both) => [both.slice(0, 3), both.slice(3)]));
const codes = new Set([...alpha2.values(), ...furtherCodes.split(' ')]);

let english: Map<string, CountryCode> | undefined;
let foreign: Map<string, CountryCode> | undefined;
let englishDisplay: Intl.DisplayNames | undefined;

/** The country's code, or null for a text that names none we know. */
export function countryCode(text: string): CountryCode | null {
	if (codes.has(text)) return text;
	if (text.length > longestName) return null;
	const name = visibleText(text);
	const code = name.toUpperCase();
	if (codes.has(code)) return code;
	const key = nameKey(name);
	if (key === '') return null;
	return alpha2.get(code) ?? (english ??= englishNames()).get(key) ?? foreignCode(key) ?? null;
}

/** `Germany`: the country's English name, for a sentence. */
export function countryName(code: CountryCode): string {
	let name = displayed.get(code);
	if (name === undefined) {
		englishDisplay ??= new Intl.DisplayNames(['en'], { type: 'region' });
		name = englishDisplay.of(code) ?? code;
		displayed.set(code, name);
	}
	return name;
}

/** Names by code, of which there are some 250: to ask for one takes as long as to check an order. */
const displayed = new Map<CountryCode, string>();

function foreignCode(key: string): CountryCode | undefined {
	foreign ??= new Map(languages.flatMap((language) => [...unicodeNames(language)]).reverse());
	return foreign.get(key);
}

function englishNames(): Map<string, CountryCode> {
	const names = new Map(unicodeNames('en'));
	for (const [code, others] of Object.entries(alsoCalled)) {
		for (const other of others.split(',')) names.set(nameKey(other), code);
	}
	return names;
}

/** Unicode's names (CLDR) in one language, the usual and the short ones. */
function unicodeNames(language: string): [string, CountryCode][] {
	return (['long', 'short'] as const).flatMap((style) => {
		const names = new Intl.DisplayNames([language], { type: 'region', style });
		return [...codes].map((code): [string, CountryCode] => [nameKey(names.of(code) ?? code), code]);
	});
}

/** What is left of a name when case, accents, punctuation and a leading `the` make no difference. */
function nameKey(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/\bst\b/g, 'saint')
		.replace(/^\s*the\s+/, '')
		.replace(/[^\p{L}\p{N}]/gu, '');
}
