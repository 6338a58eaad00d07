/** What an order is worth: the rules, one by one. */
import type { Order } from '../../../lib/cin7/records';
import { orderValue, type OrderComponent, type ValuedOrder } from '../../../lib/orders/value';
import { aCreditNote, aLine, anOrder } from './anOrder.mts';

type Row = [kind: string, account: string, rate: string, amount: number, tax: number];

const row = (component: OrderComponent): Row => [
	component.kind,
	component.accountCode,
	component.taxRate,
	component.amountMinor,
	component.taxMinor,
];

function value(order: Order): ValuedOrder {
	const found = orderValue(order);
	if ('unclear' in found) throw new Error(found.unclear);
	return found;
}

const rows = (order: Order) => value(order).components.map(row);

function unclear(order: Order): string {
	const found = orderValue(order);
	if (!('unclear' in found)) throw new Error(`valued at ${found.totalMinor}`);
	return found.unclear;
}

describe('prices that include tax', () => {
	it('have the tax within them', () => {
		const order = anOrder({ total: '110', lineItems: [aLine({ unitPrice: '110' })] });
		expect(value(order).totalMinor).toBe(11000);
		expect(rows(order)).toEqual([['goods', '200', '10', 11000, 1000]]);
	});

	it('are quantity x price - discount', () => {
		const lineItems = [aLine({ qty: '3', unitPrice: '10', discount: '8' })];
		expect(rows(anOrder({ total: '22', lineItems }))).toEqual([['goods', '200', '10', 2200, 200]]);
	});

	it('are split by account and by rate, a line having the rate of its order unless it has its own', () => {
		const lineItems = [
			aLine({ unitPrice: '11' }),
			aLine({ unitPrice: '22', accountCode: '205' }),
			aLine({ unitPrice: '5', taxRate: '0' }),
			aLine({ unitPrice: '33', taxRate: '10.00' }),
			aLine({ unitPrice: '4.60', taxRate: '15' }),
		];
		expect(rows(anOrder({ total: '75.60', lineItems }))).toEqual([
			['goods', '200', '10', 4400, 400],
			['goods', '205', '10', 2200, 200],
			['goods', '200', '0', 500, 0],
			['goods', '200', '15', 460, 60],
		]);
	});

	it('leave out the children of a kit, whose price is on their parent', () => {
		const lineItems = [
			aLine({ unitPrice: '11' }),
			aLine({ unitPrice: '7', parentId: 88 }),
			aLine({ unitPrice: 'n/a', parentId: 88 }),
		];
		expect(value(anOrder({ total: '11', lineItems })).totalMinor).toBe(1100);
	});

	it('go for freight, surcharge and discount too, at the rate of the order', () => {
		const order = anOrder({
			total: '121',
			lineItems: [aLine({ unitPrice: '110', taxRate: '0' })],
			freightTotal: '22',
			surcharge: '5.50',
			discountTotal: '-16.50',
		});
		expect(rows(order)).toEqual([
			['goods', '200', '0', 11000, 0],
			['freight', '', '10', 2200, 200],
			['surcharge', '', '10', 550, 50],
			['discount', '', '10', -1650, -150],
		]);
	});

	it('have their tax rounded once per rate and shared by largest remainder', () => {
		// 0.0454... of tax on each of two; 0.0909 of both.
		const lineItems = [
			aLine({ unitPrice: '0.50' }),
			aLine({ unitPrice: '0.50', accountCode: '205' }),
		];
		expect(rows(anOrder({ total: '1', lineItems }))).toEqual([
			['goods', '200', '10', 50, 5],
			['goods', '205', '10', 50, 4],
		]);
	});
});

describe('prices without tax', () => {
	const excluding = (fields: Parameters<typeof anOrder>[0]) =>
		anOrder({ taxStatus: 'Excl', ...fields });

	it('have it on top', () => {
		const lineItems = [aLine({ unitPrice: '100' })];
		expect(rows(excluding({ total: '110', lineItems }))).toEqual([
			['goods', '200', '10', 11000, 1000],
		]);
	});

	it('round half a minor unit of tax up', () => {
		const lineItems = [aLine({ unitPrice: '0.05' })];
		expect(rows(excluding({ total: '0.06', lineItems }))).toEqual([['goods', '200', '10', 6, 1]]);
	});

	it('tax what an order discount leaves', () => {
		const order = excluding({
			total: '99',
			lineItems: [aLine({ unitPrice: '100' })],
			discountTotal: '-10',
		});
		expect(rows(order)).toEqual([
			['goods', '200', '10', 11000, 1000],
			['discount', '', '10', -1100, -100],
		]);
	});

	it('take the tax of Cin7 where it rounded line by line', () => {
		// 3 x 0.0045 of tax: 0.01 at once, nothing line by line.
		const lineItems = [1, 2, 3].map(() => aLine({ unitPrice: '0.045', qty: '1' }));
		const cents = [1, 2, 3].map(() => aLine({ unitPrice: '0.14' }));
		expect(rows(excluding({ total: '0.46', lineItems: cents }))).toEqual([
			['goods', '200', '10', 46, 4],
		]);
		expect(rows(excluding({ total: '0.45', lineItems: cents }))).toEqual([
			['goods', '200', '10', 45, 3],
		]);
		expect(value(excluding({ total: '0.15', lineItems })).totalMinor).toBe(15);
	});

	it('round each line, unless only unrounded lines come to the total', () => {
		const lineItems = [1, 2].map(() => aLine({ unitPrice: '4.5455' }));
		expect(rows(excluding({ total: '10.01', lineItems }))).toEqual([
			['goods', '200', '10', 1001, 91],
		]);
		expect(rows(excluding({ total: '10', lineItems }))).toEqual([['goods', '200', '10', 1000, 91]]);
	});

	it('round prices finer than the minor unit towards the total', () => {
		const order = excluding({ total: '19.96', freightTotal: '18.1445' });
		expect(rows(order)).toEqual([['freight', '', '10', 1996, 181]]);
	});
});

describe('orders without tax', () => {
	it('have none whatever their rate, when exempt', () => {
		const lineItems = [aLine({ unitPrice: '100', taxRate: '15' })];
		expect(rows(anOrder({ taxStatus: 'Exempt', total: '100', lineItems }))).toEqual([
			['goods', '200', '0', 10000, 0],
		]);
	});

	it('have none when the tax status is undefined and so is the rate', () => {
		const order = {
			taxStatus: 'Undefined',
			taxRate: '0',
			lineItems: [aLine({ unitPrice: '100' })],
		};
		expect(rows(anOrder({ ...order, total: '100' }))).toEqual([['goods', '200', '0', 10000, 0]]);
	});

	it('are not guessed at when the tax status is undefined and a rate is not', () => {
		const order = { taxStatus: 'Undefined', lineItems: [aLine({ unitPrice: '100' })] };
		expect(unclear(anOrder({ ...order, total: '100' }))).toBe(
			'The prices of order SO-1 have a tax rate, but its tax status, Undefined, does not say whether ' +
				'they include the tax. Choose a tax status for it in Cin7.',
		);
		expect(rows(anOrder({ ...order, total: '110' }))).toEqual([
			['goods', '200', '10', 11000, 1000],
		]);
		expect(unclear(anOrder({ ...order, total: '50' }))).toContain('add up to 100.00 AUD');
	});
});

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
