import fc from 'fast-check';
import { splitName } from '../../../lib/amazon/orders/personName';

describe('splitting a name', () => {
	it.each([
		['Ada Lovelace', 'Ada', 'Lovelace'],
		['  Ada   Lovelace ', 'Ada', 'Lovelace'],
		['Maria Silva Santos', 'Maria Silva', 'Santos'],
		['John & Mary Smith', 'John & Mary', 'Smith'],
		['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
		['Oscar de la Renta', 'Oscar', 'de la Renta'],
		['JOÃO DA SILVA', 'JOÃO', 'DA SILVA'],
		['Van Morrison', 'Van', 'Morrison'],
		['Mohammed bin Rashid', 'Mohammed', 'bin Rashid'],
		['Мария Иванова', 'Мария', 'Иванова'],
		['محمد الأحمد', 'محمد', 'الأحمد'],
		["Siobhán O'Brien-Smith", 'Siobhán', "O'Brien-Smith"],
	])('%s', (name, firstName, lastName) => {
		expect(splitName(name)).toEqual({ firstName, lastName });
	});

	it('leaves a single word a first name, and never invents a last one', () => {
		expect(splitName('Cher')).toEqual({ firstName: 'Cher', lastName: '' });
		expect(splitName('山田太郎')).toEqual({ firstName: '山田太郎', lastName: '' });
		expect(splitName('')).toEqual({ firstName: '', lastName: '' });
		expect(splitName(' \u3000 ')).toEqual({ firstName: '', lastName: '' });
	});

	it.each(['van Dyck', 'de la Cruz', 'De La Cruz', 'VAN DER BERG', 'von Trapp Jr.'])(
		'takes a last name with its prefix for the one name that it is: %s',
		(name) => {
			expect(splitName(name)).toEqual({ firstName: name, lastName: '' });
		},
	);

	it.each([
		['Al Gore', 'Al', 'Gore'],
		['al gore', 'al', 'gore'],
		['Le Roy', 'Le', 'Roy'],
	])('but not a first name that looks like one: %s', (name, firstName, lastName) => {
		expect(splitName(name)).toEqual({ firstName, lastName });
	});

	it.each([
		['Acme Widgets, Attn: Bob', 'Acme', 'Widgets, Attn: Bob'],
		['John Smith, c/o Jane Doe', 'John', 'Smith, c/o Jane Doe'],
		['Acme, attn Bob Jones', 'Acme, attn Bob Jones', ''],
		['山田 太郎, c/o Bob', '山田 太郎, c/o Bob', ''],
		['Smith, Attila', 'Attila', 'Smith'],
		['Smith, Unity', 'Unity', 'Smith'],
	])('leaves a note after a comma where it is: %s', (name, firstName, lastName) => {
		expect(splitName(name)).toEqual({ firstName, lastName });
	});

	it.each([
		['Dr. John Smith', 'Dr. John', 'Smith'],
		['John Smith Jr.', 'John', 'Smith Jr.'],
		['Dr. Jane van Dyck III', 'Dr. Jane', 'van Dyck III'],
		['Mrs Smith', 'Mrs', 'Smith'],
	])('leaves titles and suffixes where they are: %s', (name, firstName, lastName) => {
		expect(splitName(name)).toEqual({ firstName, lastName });
	});

	it('turns LAST, First round, but not a comma before a suffix', () => {
		expect(splitName('SMITH, John')).toEqual({ firstName: 'John', lastName: 'SMITH' });
		expect(splitName('de la Cruz, Juan Carlos')).toEqual({
			firstName: 'Juan Carlos',
			lastName: 'de la Cruz',
		});
		expect(splitName('John Smith, Jr.')).toEqual({ firstName: 'John', lastName: 'Smith, Jr.' });
		expect(splitName('Smith,')).toEqual({ firstName: 'Smith,', lastName: '' });
	});

	it('knows that Chinese, Japanese and Korean names put the family first', () => {
		expect(splitName('山田 太郎')).toEqual({ firstName: '太郎', lastName: '山田' });
		expect(splitName('山田\u3000太郎')).toEqual({ firstName: '太郎', lastName: '山田' });
		expect(splitName('김 민수')).toEqual({ firstName: '민수', lastName: '김' });
		expect(splitName('ジョン・スミス')).toEqual({ firstName: 'ジョン', lastName: 'スミス' });
		expect(splitName('Taro 山田')).toEqual({ firstName: 'Taro', lastName: '山田' });
	});

	it('keeps every letter of any name', () => {
		const letters = (text: string) =>
			[...text.replace(/[\s\u3000,\uFF0C\u30FB\u00B7\uFF65]/gu, '')].sort().join('');
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
				const { firstName, lastName } = splitName(name);
				expect(letters(firstName + lastName)).toBe(letters(name));
				expect(firstName === '' && lastName !== '').toBe(false);
			}),
		);
	});
});
