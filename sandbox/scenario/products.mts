// What the merchant sells, and the non-stock product that stands on the lines of batch documents.
import type { ProductRow } from './scenario.mts';

export interface Product {
	id: number;
	code: string;
	name: string;
	/** Cents of the home currency, tax included. */
	price: number;
	accountCode: string;
	/** Sold without tax at home. */
	taxFree?: true;
	/** Sold by the metre: quantities are fractions. */
	byLength?: true;
	/** A kit: its parts stand below its line, and the price is the kit's. */
	parts?: readonly string[];
}

export const products: readonly Product[] = [
	{ id: 301, code: 'SHK-06', name: 'Shackle 6 mm', price: 890, accountCode: '200' },
	{ id: 302, code: 'BLK-40', name: 'Block 40 mm "ball"', price: 3495, accountCode: '200' },
	{ id: 303, code: 'CLT-4IN', name: 'Cleat 4" <i>brass</i>', price: 2750, accountCode: '200' },
	{ id: 304, code: 'JKT-M', name: 'Deck jacket M', price: 18900, accountCode: '205' },
	{ id: 305, code: 'JKT-L', name: 'Deck jacket L', price: 18900, accountCode: '205' },
	{ id: 306, code: 'HAT-01', name: "Skipper's hat", price: 3995, accountCode: '205' },
	{ id: 307, code: 'DRY-20', name: 'Dry bag 20 l', price: 4450, accountCode: '200' },
	{ id: 308, code: 'LMP-USB', name: 'Cabin lamp USB 💡', price: 2999, accountCode: '200' },
	{
		id: 309,
		code: 'ROPE-08',
		name: 'Rope 8 mm, per metre',
		price: 479,
		accountCode: '200',
		byLength: true,
	},
	{
		id: 310,
		code: 'CANVAS',
		name: 'Canvas, per metre',
		price: 3333,
		accountCode: '200',
		byLength: true,
	},
	{
		id: 311,
		code: 'BISC-500',
		name: 'Ship biscuit 500 g',
		price: 749,
		accountCode: '210',
		taxFree: true,
	},
	{
		id: 312,
		code: 'WATER-10',
		name: 'Drinking water 10 l',
		price: 1199,
		accountCode: '210',
		taxFree: true,
	},
	{ id: 313, code: 'CHART-AU', name: 'Chart of the coast', price: 6520, accountCode: '' },
	{ id: 314, code: 'SRV-SPL', name: 'Splicing service', price: 5500, accountCode: '260' },
	{
		id: 315,
		code: 'KIT-RIG',
		name: 'Rigging starter kit',
		price: 9995,
		accountCode: '200',
		parts: ['SHK-06', 'BLK-40', 'ROPE-08'],
	},
];

export const kit = products[products.length - 1];

export function productByCode(code: string): Product {
	const product = products.find((candidate) => candidate.code === code);
	if (product === undefined) throw new RangeError(`no product ${code}`);
	return product;
}

export const batchProduct = { id: 390, optionId: 2390, code: 'BATCH' } as const;

export function productRows(): ProductRow[] {
	const createdDate = '2021-04-01T01:00:00Z';
	const goods = products.map(
		(product): ProductRow => ({
			id: product.id,
			createdDate,
			status: 'Public',
			styleCode: product.code,
			name: product.name,
			brand: 'Harbour',
			stockControl: product.code.startsWith('SRV') ? 'Labour' : 'FIFO',
			salesAccount: product.accountCode,
			productOptions: [
				{
					id: product.id + 2000,
					productId: product.id,
					status: 'Primary',
					code: product.code,
					retailPrice: product.price / 100,
				},
			],
		}),
	);
	const batches: ProductRow = {
		id: batchProduct.id,
		createdDate,
		status: 'Internal',
		styleCode: batchProduct.code,
		name: 'Ecommerce batch',
		description: 'Non-stock. Stands on the lines of batch documents.',
		stockControl: 'Labour',
		productOptions: [
			{
				id: batchProduct.optionId,
				productId: batchProduct.id,
				status: 'Primary',
				code: batchProduct.code,
				retailPrice: 0,
			},
		],
	};
	return [...goods, batches];
}
