import { anOrder, attentionOf, labelsOf } from './anOrder.mts';

describe('line items', () => {
	const lines = (...lineItems: unknown[]) => labelsOf(anOrder({ lineItems }));

	it.each([[undefined], [null], ['none'], [{}], [[]], [7]])('are missing when %p', (lineItems) => {
		expect(labelsOf(anOrder({ lineItems }))).toEqual(['Line Items']);
	});

	it('need product, quantity and price', () => {
		expect(lines({ code: 'A', qty: 1, unitPrice: '1' }, { name: 'Mug' }, null)).toEqual([
			'Line 2 Product',
			'Line 2 Quantity',
			'Line 2 Price',
			'Line 3 Product',
			'Line 3 Quantity',
			'Line 3 Price',
		]);
		expect(attentionOf(anOrder({ lineItems: [{ code: 'A', qty: 1 }] })).missing).toMatchObject([
			{ field: 'lineItems[0].unitPrice', group: 'Line Items' },
		]);
	});

	it.each(['', ' ', 'two', '1,5', 'NaN', '--1', null, true, Infinity, '0x10'])(
		'need numbers, which %p is not',
		(value) => {
			expect(lines({ code: 'A', qty: value, unitPrice: value })).toEqual([
				'Line 1 Quantity',
				'Line 1 Price',
			]);
		},
	);

	it.each(['1', '0.5', ' 2 ', '-1', '1e-7', 3, -0.25, '9'.repeat(40)])('take %p', (value) => {
		expect(lines({ code: 'A', qty: value, unitPrice: value })).toEqual([]);
	});

	it('may name the product by id', () => {
		expect(lines({ productOptionId: 5, qty: 1, unitPrice: 1 })).toEqual([]);
		expect(lines({ productId: 0, qty: 1, unitPrice: 1 })).toEqual(['Line 1 Product']);
	});

	it('may be given away, unless the merchant says otherwise', () => {
		const gift = anOrder({ lineItems: [{ code: 'A', qty: 1, unitPrice: '0.00' }] });
		expect(labelsOf(gift)).toEqual([]);
		expect(labelsOf(gift, { zeroPrices: 'missing' })).toEqual(['Line 1 Price']);
	});

	it('that the channel cancelled are passed over while another is to be sent', () => {
		const cancelled = { code: 'A', qty: '0' };
		expect(lines(cancelled, { code: 'B', qty: 1, unitPrice: 1 })).toEqual([]);
		expect(lines(cancelled)).toEqual(['Line 1 Quantity', 'Line 1 Price']);
	});

	it('leave the parts of a kit to the line above them', () => {
		expect(lines({ code: 'KIT', qty: 1, unitPrice: 5 }, { parentId: 9, code: '' })).toEqual([]);
	});

	it('may come as JSON text', () => {
		expect(labelsOf(anOrder({ lineItems: '[{"code":"A","qty":1,"unitPrice":1}]' }))).toEqual([]);
	});
});
