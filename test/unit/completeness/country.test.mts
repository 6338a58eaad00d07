// Names against a package of country names that others keep.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { countryCode, countryName } from '../../../lib/completeness/country';

const folder = join(import.meta.dirname, '../../../node_modules/i18n-iso-countries');
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const iso = read('codes.json') as [alpha2: string, alpha3: string][];
const english = (read('langs/en.json') as { countries: Record<string, string | string[]> })
	.countries;

describe('a country is known', () => {
	it('by every ISO code of two or three letters, in any case', () => {
		expect(iso.length).toBeGreaterThan(240);
		for (const [alpha2, alpha3] of iso) {
			expect(
				[alpha2, alpha3, alpha2.toLowerCase(), ` ${alpha3.toLowerCase()} `].map(countryCode),
			).toEqual(Array(4).fill(alpha2));
		}
	});

	it('by every English name that the package knows', () => {
		const names = Object.entries(english).flatMap(([code, given]) =>
			[given].flat().map((name) => ({ code, name })),
		);
		// The package gives this one to two countries; Unicode's list tells them apart.
		const shared = new Set(['Congo']);
		const wrong = names.filter(({ code, name }) => !shared.has(name) && countryCode(name) !== code);
		expect(wrong).toEqual([]);
	});

	it.each([
		['USA', 'US'],
		['U.S.A.', 'US'],
		['United States of America', 'US'],
		['the united states', 'US'],
		['UK', 'GB'],
		['U.K.', 'GB'],
		['England', 'GB'],
		['NEW ZEALAND', 'NZ'],
		['New\u00a0Zealand\u200b', 'NZ'],
		['Hong Kong', 'HK'],
		['Hong Kong SAR China', 'HK'],
		['Macau', 'MO'],
		['South Korea', 'KR'],
		['Türkiye', 'TR'],
		['Turkey', 'TR'],
		['Czech Republic', 'CZ'],
		['Côte d\u2019Ivoire', 'CI'],
		["Cote d'Ivoire", 'CI'],
		['St. Lucia', 'LC'],
		['Trinidad and Tobago', 'TT'],
		['Trinidad & Tobago', 'TT'],
		['Deutschland', 'DE'],
		['España', 'ES'],
		['Nederland', 'NL'],
		['日本', 'JP'],
		['Polska', 'PL'],
	])('as %s', (name, code) => {
		expect(countryCode(name)).toBe(code);
	});
});

it.each([
	'',
	' ',
	'Freedonia',
	'Untied States',
	'ZZ',
	'12',
	'<b>US</b>',
	'constructor',
	'__proto__',
])('does not know %p', (name) => {
	expect(countryCode(name)).toBeNull();
});

it('does not search long texts', () => {
	expect(countryCode('Germany'.repeat(100_000))).toBeNull();
});

it('names a country in English', () => {
	expect(['DE', 'AE', 'AC'].map(countryName)).toEqual([
		'Germany',
		'United Arab Emirates',
		'Ascension Island',
	]);
});
