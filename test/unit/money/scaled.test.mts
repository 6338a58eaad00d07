/** The fast way to read amounts agrees with the exact one wherever it gives an answer. */
import fc from 'fast-check';
import { parse, powerOfTen } from '../../../lib/money/decimal';
import { scaledInteger } from '../../../lib/money/scaled';

describe('scaledInteger', () => {
	it.each([
		['12.5', 2, 1250],
		['-12.5', 2, -1250],
		['0', 2, 0],
		['-0', 2, 0],
		['-0.00', 2, 0],
		['1200', 0, 1200],
		['1200.00', 0, 1200],
		['007', 2, 700],
		['19.9500', 2, 1995],
	])('reads %s at scale %d', (text, scale, integer) => {
		expect(scaledInteger(text, scale)).toBe(integer);
	});

	it.each([
		['12.345', 2],
		['0.5', 0],
		['1e-7', 2],
		['1e5', 2],
		['', 2],
		['-', 2],
		['.5', 2],
		['5.', 2],
		['1.2.3', 2],
		['1,5', 2],
		[' 1', 2],
		['1.-5', 2],
		['90071992547410.00', 2],
		['99999999999999', 4],
	])('leaves "%s" at scale %d to the exact way', (text, scale) => {
		expect(scaledInteger(text, scale)).toBeNaN();
	});

	it('is what the exact way says, or no answer', () => {
		const text = fc.oneof(
			fc.stringMatching(/^-?\d{1,9}(\.\d{1,6})?$/),
			fc.stringMatching(/^-?[0-9.e+-]{0,16}$/),
		);
		fc.assert(
			fc.property(text, fc.integer({ min: 0, max: 8 }), (amount, scale) => {
				const quick = scaledInteger(amount, scale);
				if (Number.isNaN(quick)) return;
				const { digits, scale: own } = parse(amount);
				expect(BigInt(quick) * powerOfTen(own)).toBe(digits * powerOfTen(scale));
			}),
			{ numRuns: 2000 },
		);
	});
});
