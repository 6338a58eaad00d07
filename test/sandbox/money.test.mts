// Exact decimals, tax per rate, totals: against arithmetic done another way.
import fc from 'fast-check';
import {
	add,
	decimal,
	divide,
	multiply,
	round,
	subtract,
	toNumber,
	toText,
} from '../../sandbox/cin7/money/decimal.mts';
import { minorDigits } from '../../sandbox/cin7/money/currency.mts';
import { taxPerRate } from '../../sandbox/cin7/money/taxPerRate.mts';
import { inHomeCurrency, totalsOf } from '../../sandbox/cin7/money/totals.mts';

const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });
const amount = (minor: number) => Number((minor / 100).toFixed(2));

describe('decimals', () => {
	it.each([
		[19.99, '19.99'],
		['12.50', '12.50'],
		[1e-7, '0.0000001'],
		[1.5e21, '1500000000000000000000'],
		[-0.05, '-0.05'],
		[null, '0'],
		['', '0'],
	])('reads %s as %s', (given, text) => expect(toText(decimal(given))).toBe(text));

	it('refuses what is no number', () => {
		for (const text of ['x', '1.2.3', 'NaN', '1,5', '0x10'])
			expect(() => decimal(text)).toThrow(RangeError);
	});

	it('rounds a half away from zero', () => {
		const rounded = ['2.345', '2.344', '-2.345', '-2.344', '0.005', '-0.005', '1.0049999'].map(
			(text) => toText(round(decimal(text), 2)),
		);
		expect(rounded).toEqual(['2.35', '2.34', '-2.35', '-2.34', '0.01', '-0.01', '1.00']);
		expect(toText(divide(decimal(1), decimal(3), 4))).toBe('0.3333');
		expect(toText(divide(decimal(-2), decimal(3), 0))).toBe('-1');
		expect(() => divide(decimal(1), decimal(0), 2)).toThrow(RangeError);
	});

	it('adds, subtracts and multiplies hundredths as whole numbers do', () => {
		fc.assert(
			fc.property(cents, cents, (a, b) => {
				const [x, y] = [decimal(amount(a)), decimal(amount(b))];
				expect(toNumber(add(x, y))).toBe(amount(a + b));
				expect(toNumber(subtract(x, y)) + 0).toBe(amount(a - b) + 0);
				expect(multiply(x, y).units * 10n ** BigInt(4 - multiply(x, y).digits)).toBe(
					BigInt(a) * BigInt(b),
				);
			}),
		);
	});
});

describe('tax per rate', () => {
	it('is the tax in inclusive prices, the tax on exclusive ones, and none when exempt', () => {
		const order = { taxRate: 15, currencyCode: 'NZD', lineItems: [{ qty: 1, unitPrice: 100 }] };
		expect(taxPerRate({ ...order, taxStatus: 'Incl' })).toEqual([
			{ rate: '15', net: '86.96', tax: '13.04', gross: '100.00' },
		]);
		expect(taxPerRate({ ...order, taxStatus: 'Excl' })).toEqual([
			{ rate: '15', net: '100.00', tax: '15.00', gross: '115.00' },
		]);
		expect(taxPerRate({ ...order, taxStatus: 'Exempt' })).toEqual([
			{ rate: '0', net: '100.00', tax: '0.00', gross: '100.00' },
		]);
	});

	it('is rounded once per order and rate, not per line', () => {
		const line = { qty: 1, unitPrice: 0.1 };
		const order = { taxStatus: 'Excl', taxRate: 15, lineItems: [line, line, line] };
		// 3 x 0.10 at 15 % is 0.045, so 0.05; line by line it would be 3 x 0.02.
		expect(taxPerRate(order)).toEqual([{ rate: '15', net: '0.30', tax: '0.05', gross: '0.35' }]);
	});

	it('takes the rate of a line before that of the order; freight, surcharge and discount follow the order', () => {
		const order = {
			taxStatus: 'Excl',
			taxRate: 10,
			freightTotal: 5,
			surcharge: 1,
			discountTotal: -3,
			lineItems: [
				{ qty: 2, unitPrice: 10 },
				{ qty: 1, unitPrice: 7, taxRate: 0 },
				{ qty: 1, unitPrice: 4, taxRate: 2.5 },
			],
		};
		expect(taxPerRate(order)).toEqual([
			{ rate: '0', net: '7.00', tax: '0.00', gross: '7.00' },
			{ rate: '2.5', net: '4.00', tax: '0.10', gross: '4.10' },
			{ rate: '10', net: '23.00', tax: '2.30', gross: '25.30' },
		]);
	});

	it('leaves out components, whose price is in that of the line above them', () => {
		const lineItems = [
			{ qty: 1, unitPrice: 11 },
			{ qty: 1, unitPrice: 5, parentId: 3 },
		];
		expect(taxPerRate({ taxStatus: 'Incl', taxRate: 10, lineItems })[0].gross).toBe('11.00');
	});

	it('counts in the digits of the currency', () => {
		expect([
			minorDigits('JPY'),
			minorDigits('KWD'),
			minorDigits('USD'),
			minorDigits(null),
			minorDigits('??'),
		]).toEqual([0, 3, 2, 2, 2]);
		const order = {
			taxStatus: 'Incl',
			taxRate: 10,
			currencyCode: 'JPY',
			lineItems: [{ qty: 1, unitPrice: 1000 }],
		};
		expect(taxPerRate(order)).toEqual([{ rate: '10', net: '909', tax: '91', gross: '1000' }]);
	});

	it('agrees with whole-number arithmetic, is symmetric, and adds up to the total', () => {
		const line = fc.record({
			minor: fc.integer({ min: 0, max: 500_000 }),
			rate: fc.constantFrom(undefined, 0, 5, 10, 15),
		});
		fc.assert(
			fc.property(
				fc.array(line, { maxLength: 6 }),
				fc.integer({ min: 0, max: 5000 }),
				fc.constantFrom('Incl', 'Excl'),
				(lines, freight, taxStatus) => {
					const order = (sign: number) => ({
						taxStatus,
						taxRate: 15,
						freightTotal: sign * amount(freight),
						lineItems: lines.map(({ minor, rate }) => ({
							qty: sign,
							unitPrice: amount(minor),
							taxRate: rate,
						})),
					});
					const sums = new Map<number, number>();
					for (const { minor, rate = 15 } of lines) sums.set(rate, (sums.get(rate) ?? 0) + minor);
					if (freight > 0) sums.set(15, (sums.get(15) ?? 0) + freight);
					const found = taxPerRate(order(1));
					let total = 0;
					for (const [rate, sum] of sums) {
						const up = BigInt(sum) * BigInt(rate);
						const down = taxStatus === 'Incl' ? BigInt(100 + rate) : 100n;
						const tax = Number((2n * up + down) / (2n * down));
						expect(found.find((one) => one.rate === String(rate))?.tax).toBe(
							(tax / 100).toFixed(2),
						);
						total += taxStatus === 'Incl' ? sum : sum + tax;
					}
					expect(totalsOf(order(1)).total).toBe(amount(total));
					expect(totalsOf(order(-1)).total + 0).toBe(-amount(total) + 0);
				},
			),
		);
	});
});

it('converts to the home currency by dividing by the rate', () => {
	expect(inHomeCurrency(100, 0.6, 'NZD')).toBe(166.67);
	expect(inHomeCurrency(1000, 97, 'JPY')).toBe(10);
});
