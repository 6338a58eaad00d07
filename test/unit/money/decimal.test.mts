/** Exact decimals on text. */
import fc from 'fast-check';
import { add, align, compare, multiply, negate, parse, toText } from '../../../lib/money/decimal';

/** Decimal text in its shortest form, with up to 25 digits. */
const shortText = fc
	.tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: 0, max: 12 }))
	.map(([digits, scale]) => toText({ digits, scale }));

describe('parse', () => {
	it.each([
		['0', 0n, 0],
		['-12.5', -125n, 1],
		['0.0825', 825n, 4],
		['-0.05', -5n, 2],
		['1e-7', 1n, 7],
		['1.5e+21', 1500000000000000000000n, 0],
		['-2.50E1', -250n, 1],
	])('reads %s', (text, digits, scale) => {
		expect(parse(text)).toEqual({ digits, scale });
	});

	it.each([
		'',
		' ',
		'1,5',
		'1.',
		'.5',
		'+1',
		'1 ',
		'--1',
		'NaN',
		'Infinity',
		'0x10',
		'1e9999',
		'1e',
		'9'.repeat(401),
	])('refuses "%s" and names it', (text) => {
		expect(() => parse(text)).toThrow(RangeError);
		expect(() => parse(text)).toThrow(text.slice(0, 40));
	});

	it('reads whatever String makes of a number', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
				expect(parseFloat(toText(parse(String(number)))) - number).toBe(0);
			}),
		);
	});
});

describe('toText', () => {
	it.each([
		['1.50', '1.5'],
		['100', '100'],
		['-0', '0'],
		['-0.00', '0'],
		['0.000', '0'],
		['1e-7', '0.0000001'],
		['12e2', '1200'],
	])('gives %s as %s', (text, shortest) => {
		expect(toText(parse(text))).toBe(shortest);
	});

	it('gives back what it was made from', () => {
		fc.assert(fc.property(shortText, (text) => expect(toText(parse(text))).toBe(text)));
	});
});

describe('reckoning', () => {
	it('has no float in it', () => {
		expect(toText(add(parse('0.1'), parse('0.2')))).toBe('0.3');
		expect(toText(multiply(parse('1.1'), parse('1.1')))).toBe('1.21');
		expect(toText(multiply(parse('-0.07'), parse('100')))).toBe('-7');
	});

	it('keeps the laws of arithmetic', () => {
		fc.assert(
			fc.property(shortText, shortText, shortText, (x, y, z) => {
				const [a, b, c] = [parse(x), parse(y), parse(z)];
				expect(toText(add(a, b))).toBe(toText(add(b, a)));
				expect(toText(multiply(add(a, b), c))).toBe(toText(add(multiply(a, c), multiply(b, c))));
				expect(toText(add(add(a, b), negate(b)))).toBe(x);
			}),
		);
	});

	it('compares by value, not by digits', () => {
		expect(compare(parse('1.10'), parse('1.1'))).toBe(0);
		expect(compare(parse('-2'), parse('-1.99'))).toBe(-1);
		expect(compare(parse('0.3'), parse('0.29999'))).toBe(1);
	});

	it('aligns to the finest scale', () => {
		expect(align([parse('1'), parse('0.25'), parse('-3.5')])).toEqual({
			digits: [100n, 25n, -350n],
			scale: 2,
		});
		expect(align([])).toEqual({ digits: [], scale: 0 });
	});
});
