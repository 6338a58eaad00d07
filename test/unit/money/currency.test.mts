/** Minor units of currencies. */
import fc from 'fast-check';
import { currencyDigits, roundToMinor, toMinor, toText } from '../../../lib/money/currency';
import { parse } from '../../../lib/money/decimal';

const currency = fc.constantFrom('AUD', 'USD', 'JPY', 'KWD', 'CLF');

describe('currencyDigits', () => {
	it.each([
		['AUD', 2],
		['EUR', 2],
		['JPY', 0],
		['jpy', 0],
		[' JPY ', 0],
		['KRW', 0],
		['VND', 0],
		['XPF', 0],
		['KWD', 3],
		['TND', 3],
		['CLF', 4],
		['', 2],
		['ZZZ', 2],
	])('%s has %d', (code, digits) => expect(currencyDigits(code)).toBe(digits));
});

describe('toMinor', () => {
	it.each([
		['12.3', 'AUD', 1230],
		['-0.05', 'AUD', -5],
		['0.00', 'AUD', 0],
		['-0', 'AUD', 0],
		['1200', 'JPY', 1200],
		['1200.00', 'JPY', 1200],
		['1.234', 'KWD', 1234],
		['1e3', 'AUD', 100000],
		['12.3400000000000000000', 'AUD', 1234],
		['90071992547409.91', 'AUD', Number.MAX_SAFE_INTEGER],
	])('%s %s is %d', (text, code, minor) => expect(toMinor(text, code)).toBe(minor));

	it.each([
		['0.005', 'AUD'],
		['1.5', 'JPY'],
		['1.2345', 'KWD'],
		['1e-7', 'AUD'],
		['90071992547409.92', 'AUD'],
		['1e30', 'AUD'],
	])('%s %s cannot be told in minor units', (text, code) => {
		expect(toMinor(text, code)).toBeNull();
	});

	it('refuses what is not a number', () => {
		expect(() => toMinor('12,50', 'AUD')).toThrow('"12,50"');
	});
});

describe('roundToMinor', () => {
	it.each([
		['0.125', 'AUD', 13],
		['-0.125', 'AUD', -13],
		['0.1249999', 'AUD', 12],
		['-0.1250001', 'AUD', -13],
		['1.5', 'JPY', 2],
		['-0.5', 'JPY', -1],
		['-0.4', 'JPY', 0],
		['1.0005', 'KWD', 1001],
	])('%s %s is %d', (text, code, minor) => {
		expect(roundToMinor(parse(text), code)).toBe(minor);
	});

	it('refuses what it cannot count', () => {
		expect(() => roundToMinor(parse('1e20'), 'AUD')).toThrow(RangeError);
	});
});

describe('toText', () => {
	it.each([
		[12340, 'AUD', '123.40'],
		[-5, 'AUD', '-0.05'],
		[0, 'AUD', '0.00'],
		[1200, 'JPY', '1200'],
		[-7, 'JPY', '-7'],
		[1, 'KWD', '0.001'],
	])('%d %s is %s', (minor, code, text) => expect(toText(minor, code)).toBe(text));

	it('is read back as the same amount', () => {
		fc.assert(
			fc.property(fc.maxSafeInteger(), currency, (minor, code) => {
				expect(toMinor(toText(minor, code), code)).toBe(minor);
				expect(roundToMinor(parse(toText(minor, code)), code)).toBe(minor);
			}),
		);
	});
});
