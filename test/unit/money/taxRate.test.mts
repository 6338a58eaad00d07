/** Tax rates as exact fractions. */
import { noTax, taxRate } from '../../../lib/money/taxRate';

describe('taxRate', () => {
	it.each([
		['10', '10', 10n, 100n],
		['10.00', '10', 10n, 100n],
		['12.5', '12.5', 125n, 1000n],
		['8.875', '8.875', 8875n, 100000n],
		['0', '0', 0n, 100n],
		['-0.0', '0', 0n, 100n],
		['1e1', '10', 10n, 100n],
		['100', '100', 100n, 100n],
	])('%s percent is %s', (percent, text, part, whole) => {
		expect(taxRate(percent)).toMatchObject({ text, part, whole });
		expect(taxRate(percent)).toMatchObject({ safePart: Number(part), safeWhole: Number(whole) });
	});

	it('knows no ordinary integers for rates that need more', () => {
		const rate = taxRate('12.499999999999998');
		expect(rate.part).toBe(12499999999999998n);
		expect(rate.safePart).toBeNaN();
	});

	it.each(['-5', '100.01', '1000'])('refuses %s percent', (percent) => {
		expect(() => taxRate(percent)).toThrow(`A tax rate of ${percent} percent`);
	});

	it('refuses what is not a number', () => {
		expect(() => taxRate('GST')).toThrow('"GST"');
	});

	it('has a rate for no tax', () => expect(noTax.part).toBe(0n));
});
