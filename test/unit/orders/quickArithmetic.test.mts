/** The quick way to reckon gives exact answers or none. */
import { quickArithmetic } from '../../../lib/orders/quickArithmetic';
import { aLine } from './anOrder.mts';

const { amount, lineAmount, plus, rounded } = quickArithmetic('AUD');

describe('quickArithmetic', () => {
	it.each([
		[{ qty: '3', unitPrice: '9.95' }, 29_850_000],
		[{ qty: '-1', unitPrice: '9.95' }, -9_950_000],
		[{ qty: '0.333', unitPrice: '33.33' }, 11_098_890],
		[{ qty: '2', unitPrice: '18.1364', discount: '0.5' }, 35_772_800],
	])('reckons %j in millionths', (fields, millionths) => {
		expect(lineAmount(aLine(fields))).toBe(millionths);
	});

	it.each([
		[{ qty: '0.3333', unitPrice: '0.3333' }],
		[{ qty: '0.33333', unitPrice: '1' }],
		[{ qty: '1', unitPrice: '0.1234567' }],
		[{ qty: '99999999', unitPrice: '99999' }],
		[{ qty: '1', unitPrice: '1', discount: '1e-7' }],
		[{ qty: '', unitPrice: '1' }],
	])('leaves %j to the full way', (fields) => {
		expect(lineAmount(aLine(fields))).toBeNaN();
	});

	it('does not lose a NaN', () => {
		expect(plus(NaN, 1)).toBeNaN();
		expect(rounded(NaN)).toBeNaN();
		expect(amount('9007199254.740992')).toBeNaN();
		expect(plus(Number.MAX_SAFE_INTEGER, 1)).toBeNaN();
	});

	it.each([
		['0.005', '0.01'],
		['-0.005', '-0.01'],
		['0.004999', '0'],
		['-1.995', '-2'],
		['7', '7'],
	])('rounds %s to %s', (text, nearest) => {
		expect(rounded(amount(text))).toBe(amount(nearest));
	});
});
