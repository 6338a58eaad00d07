/** What an order is worth: how its total decides. */
import { aCreditNote, aLine, anOrder } from './anOrder.mts';
import { rows, unclear, value } from './read.mts';

describe("Cin7's total", () => {
	const lineItems = [aLine({ unitPrice: '11' }), aLine({ unitPrice: '22' })];

	it.each([
		['33.03', 3],
		['32.97', -3],
	])('is the truth: %s differs by rounding, which is on its own line', (total, rounding) => {
		expect(rows(anOrder({ total, lineItems }))).toEqual([
			['goods', '200', '10', 3300, 300],
			['rounding', '', '0', rounding, 0],
		]);
	});

	it('is not explained by rounding beyond one minor unit a line and one', () => {
		expect(unclear(anOrder({ total: '33.04', lineItems }))).toBe(
			'The lines, freight, surcharge, discount and tax of order SO-1 add up to 33.00 AUD, ' +
				'but its total is 33.04 AUD.',
		);
	});

	it('is rounding of its own where there is no tax to hold it', () => {
		const order = { taxStatus: 'Excl', taxRate: '0', lineItems };
		expect(rows(anOrder({ ...order, total: '33.01' }))).toEqual([
			['goods', '200', '0', 3300, 0],
			['rounding', '', '0', 1, 0],
		]);
	});

	it('may have more decimals than the currency', () => {
		expect(value(anOrder({ total: '33.0004', lineItems })).totalMinor).toBe(3300);
	});

	it('is rounding over rounded lines, and a discount as Cin7 means it, where several ways come near', () => {
		const halves = [1, 2].map(() => aLine({ unitPrice: '4.545' }));
		expect(rows(anOrder({ total: '9.10', lineItems: halves }))).toEqual([
			['goods', '200', '10', 910, 83],
		]);
		expect(rows(anOrder({ total: '33', lineItems, discountTotal: '-0.01' }))).toEqual([
			['goods', '200', '10', 3300, 300],
			['discount', '', '10', -1, 0],
			['rounding', '', '0', 1, 0],
		]);
		expect(unclear(anOrder({ total: '50', lineItems, discountTotal: '-5' }))).toContain(
			'add up to 28.00 AUD',
		);
	});

	it('tells a discount that is to be subtracted from one that is to be added', () => {
		const order = (discountTotal: string, total: string) =>
			rows(anOrder({ lineItems, discountTotal, total })).at(-1);
		expect(order('-5.50', '27.50')).toEqual(['discount', '', '10', -550, -50]);
		expect(order('5.50', '27.50')).toEqual(['discount', '', '10', -550, -50]);
		expect(order('5.50', '38.50')).toEqual(['discount', '', '10', 550, 50]);
		expect(order('0.01', '32.99')).toEqual(['discount', '', '10', -1, 0]);
	});

	it.each([
		[
			'yen',
			{ currencyCode: 'JPY', total: '1100', lineItems: [aLine({ unitPrice: '1100' })] },
			1100,
			100,
		],
		[
			'dinars',
			{ currencyCode: 'KWD', total: '1.1', lineItems: [aLine({ unitPrice: '1.1' })] },
			1100,
			100,
		],
	])('is in minor units of its currency: %s', (_name, fields, amount, tax) => {
		expect(rows(anOrder(fields))).toEqual([['goods', '200', '10', amount, tax]]);
	});

	it('may be below zero on a sales order that gives money back', () => {
		const back = [aLine({ qty: '-1', unitPrice: '11' })];
		expect(value(anOrder({ total: '-11', lineItems: back }))).toEqual({
			totalMinor: -1100,
			components: [expect.objectContaining({ amountMinor: -1100, taxMinor: -100 })],
		});
		expect(unclear(anOrder({ total: '11', lineItems: back }))).toContain('add up to -11.00 AUD');
	});
});

describe('an order in a foreign currency', () => {
	const lineItems = [aLine({ unitPrice: '66' }), aLine({ unitPrice: '44' })];
	const abroad = { currencyCode: 'USD', currencyRate: '0.65', lineItems };

	it('may have its total in its own currency', () => {
		expect(value(anOrder({ ...abroad, total: '110' })).totalMinor).toBe(11000);
	});

	it("may have its total in the account's", () => {
		expect(value(anOrder({ ...abroad, total: '169.23' }))).toEqual({
			totalMinor: 11000,
			components: [expect.objectContaining({ amountMinor: 11000, taxMinor: 1000 })],
		});
	});

	it('is allowed what rounding to a cent at home hides', () => {
		const rupiah = { currencyCode: 'IDR', currencyRate: '10503.25' };
		const lineItem = [aLine({ unitPrice: '1000000' })];
		expect(value(anOrder({ ...rupiah, lineItems: lineItem, total: '95.21' })).totalMinor).toBe(
			100000000,
		);
		expect(unclear(anOrder({ ...rupiah, lineItems: lineItem, total: '95.22' }))).toContain(
			'95.22 IDR',
		);
	});

	it('is unclear when neither agrees', () => {
		expect(unclear(anOrder({ ...abroad, total: '150' }))).toContain('150.00 USD');
		expect(unclear(anOrder({ ...abroad, currencyRate: null, total: '169.23' }))).toContain('USD');
		expect(unclear(anOrder({ ...abroad, currencyRate: '0', total: '169.23' }))).toContain('USD');
	});
});

describe('a credit note', () => {
	const credit = { freightTotal: '5.50', lineItems: [aLine({ unitPrice: '11' })], total: '16.50' };
	const negative = {
		freightTotal: '-5.50',
		lineItems: [aLine({ unitPrice: '-11' })],
		total: '-16.50',
	};

	it.each([
		['all positive', credit],
		['all negative', negative],
		['a negative total over positive lines', { ...credit, total: '-16.50' }],
		['negative lines under a positive total', { ...negative, total: '16.50' }],
		['negative quantities', { ...negative, lineItems: [aLine({ unitPrice: '11', qty: '-1' })] }],
	])('counts by size: %s', (_name, fields) => {
		expect(value(aCreditNote(fields)).totalMinor).toBe(1650);
		expect(rows(aCreditNote(fields))).toEqual([
			['goods', '200', '10', 1100, 100],
			['freight', '', '10', 550, 50],
		]);
	});

	it('keeps its discount opposite to its lines', () => {
		const lineItems = [aLine({ unitPrice: '-110' })];
		const note = aCreditNote({ lineItems, discountTotal: '11', total: '-99' });
		expect(rows(note)).toEqual([
			['goods', '200', '10', 11000, 1000],
			['discount', '', '10', -1100, -100],
		]);
	});

	it('is named as such', () => {
		expect(unclear(aCreditNote({ ...credit, total: '20' }))).toContain(
			'of credit note CN-1 add up',
		);
	});
});

describe('what cannot be read', () => {
	it.each([
		['a price', { lineItems: [aLine({ unitPrice: '1,50' })] }, '"1,50" is not a decimal number.'],
		['a total', { total: '' }, '"" is not a decimal number.'],
		['a rate', { taxRate: '-5' }, 'A tax rate of -5 percent is not between 0 and 100.'],
		['a line rate', { lineItems: [aLine({ taxRate: 'GST' })] }, '"GST" is not a decimal number.'],
		[
			'a sum of great parts',
			{ freightTotal: '60000000000000', surcharge: '60000000000000', total: '1' },
			'more than can be counted exactly.',
		],
		['a sum', { freightTotal: '1e20', total: '1e20' }, 'more than can be counted exactly.'],
	])('is said, not thrown: %s', (_name, fields, why) => {
		expect(unclear(anOrder(fields))).toContain('The amounts of order SO-1 cannot be read.');
		expect(unclear(anOrder(fields))).toContain(why);
	});
});

describe('an order of nothing', () => {
	it('has no parts', () => {
		expect(value(anOrder())).toEqual({ totalMinor: 0, components: [] });
	});
});
