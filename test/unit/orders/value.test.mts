/** What an order is worth: its prices and their tax. */
import { aLine, anOrder } from './anOrder.mts';
import { rows, unclear, value } from './read.mts';

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

	it('keep the tax of their lines where a shop rounded it line by line: the cent is rounding', () => {
		const cents = [1, 2, 3].map(() => aLine({ unitPrice: '0.14' }));
		expect(rows(excluding({ total: '0.46', lineItems: cents }))).toEqual([
			['goods', '200', '10', 46, 4],
		]);
		expect(rows(excluding({ total: '0.45', lineItems: cents }))).toEqual([
			['goods', '200', '10', 46, 4],
			['rounding', '', '0', -1, 0],
		]);
		// 3 x 0.0045 of tax: 0.01 at once, nothing line by line.
		const lineItems = [1, 2, 3].map(() => aLine({ unitPrice: '0.045', qty: '1' }));
		expect(value(excluding({ total: '0.15', lineItems })).totalMinor).toBe(15);
	});

	it('put a difference on a line of its own, without tax', () => {
		const lineItems = [aLine({ unitPrice: '30' }), aLine({ unitPrice: '20', taxRate: '15' })];
		expect(rows(excluding({ total: '56.02', lineItems }))).toEqual([
			['goods', '200', '10', 3300, 300],
			['goods', '200', '15', 2300, 300],
			['rounding', '', '0', 2, 0],
		]);
	});

	it('round each line, unless only unrounded lines come to the total', () => {
		const lineItems = [1, 2, 3, 4].map(() => aLine({ unitPrice: '4.5455' }));
		expect(rows(excluding({ total: '20.02', lineItems }))).toEqual([
			['goods', '200', '10', 2002, 182],
		]);
		expect(rows(excluding({ total: '20', lineItems }))).toEqual([
			['goods', '200', '10', 2000, 182],
		]);
		for (const discountTotal of ['4', '-4']) {
			expect(rows(excluding({ total: '15.60', lineItems, discountTotal }))).toEqual([
				['goods', '200', '10', 2000, 182],
				['discount', '', '10', -440, -40],
			]);
		}
	});

	it('have rounding of its own beyond what finer prices explain', () => {
		const lineItems = [aLine()];
		const order = excluding({ total: '19.97', freightTotal: '18.1445', lineItems });
		expect(rows(order)).toEqual([
			['freight', '', '10', 1996, 181],
			['rounding', '', '0', 1, 0],
		]);
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
