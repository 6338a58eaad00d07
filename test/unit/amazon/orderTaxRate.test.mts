// Tax on what stands beside the lines: Cin7 takes the order's own rate for it, and without one that of the account.
import { defaultOrderOptions } from '../../../lib/amazon/orders/options';
import { salesOrderOf } from '../../../lib/amazon/orders/salesOrder';
import { draftItem } from '../../../lib/orders/draftItem';
import { taxPerRate } from '../../../sandbox/cin7/money/taxPerRate.mts';
import { openStages } from '../../stages/openStages.mts';
import { anOrder, gbp, inEngland, wireItem } from './anOrder.mts';

type Amounts = Record<string, string>;

const only = (type: string, amount: string) => ({ type, subtotal: gbp(amount) });

/** An order as its item, in England. */
function british(changes: Record<string, unknown>) {
	const order = anOrder({ salesChannel: inEngland, ...changes });
	const { draft, amazon } = salesOrderOf(order, defaultOrderOptions);
	return { draft, amazon, item: { ...draftItem(draft), amazon } };
}

/** One tee; its prices include the tax, whose details are by kind. */
function tee(grandTotal: string, amounts: Amounts, taxes: Amounts) {
	const tax = Object.values(taxes).reduce((sum, value) => sum + Number(value), 0);
	const breakdowns = [
		...Object.entries(amounts).map(([type, value]) => only(type, value)),
		{
			...only('TAX', tax.toFixed(2)),
			detailedBreakdowns: Object.entries(taxes).map(([subtype, value]) => ({
				subtype,
				value: gbp(value),
			})),
		},
	];
	const product = { asin: 'B', title: 'Tee', sellerSku: 'TEE' };
	return british({
		proceeds: { grandTotal: gbp(grandTotal) },
		orderItems: [wireItem({ product, proceeds: { breakdowns } })],
	});
}

/** The order as Cin7 has it, in an account whose own rate is 10 %. */
async function saved(item: object) {
	const stages = openStages([], undefined, {
		account: { currencyCode: 'GBP', taxStatus: 'Incl', taxRate: 10 },
	});
	await stages.save([item]);
	const [row] = stages.orders();
	return { row, taxes: taxPerRate(row).map(({ rate, tax, gross }) => [rate, tax, gross]) };
}

describe('the order’s own tax rate', () => {
	it('is that of its freight, and its tax in Cin7 is Amazon’s to the cent', async () => {
		const amounts = { ITEM: '24.00', SHIPPING: '6.00' };
		const { draft, item } = tee('30.00', amounts, { ITEM: '4.00', SHIPPING: '1.00' });
		expect(draft).toMatchObject({ taxRate: '20', freightTotal: '6.00' });
		expect(item.taxRate).toBe(20);
		const { row, taxes } = await saved(item);
		expect(row).toMatchObject({ taxRate: 20, total: 30 });
		expect(taxes).toEqual([['20', '5.00', '30.00']]);
	});

	it('is 0 for freight without tax beside goods with it', async () => {
		const amounts = { ITEM: '24.00', SHIPPING: '6.00' };
		const { draft, item } = tee('30.00', amounts, { ITEM: '4.00' });
		expect(draft.taxRate).toBe('0');
		expect((await saved(item)).taxes).toEqual([
			['0', '0.00', '6.00'],
			['20', '4.00', '24.00'],
		]);
	});

	it('is of freight and surcharge together, and says so where they differ', async () => {
		const amounts = { ITEM: '24.00', SHIPPING: '6.00', GIFT_WRAP: '6.00' };
		const taxes = { ITEM: '4.00', SHIPPING: '1.00' };
		const { draft, amazon, item } = tee('36.00', amounts, taxes);
		expect((await saved(item)).taxes).toEqual([
			[draft.taxRate, '1.00', '12.00'],
			['20', '4.00', '24.00'],
		]);
		expect(amazon.notes).toEqual([expect.stringMatching(/shipping.*20 %.*other charges.*0 %/)]);
		const same = tee('36.00', amounts, { ...taxes, GIFT_WRAP: '1.00' });
		expect([same.draft.taxRate, same.amazon.notes]).toEqual(['20', []]);
	});

	it('holds where only the order names freight, discount and tax', async () => {
		const { draft, amazon, item } = british({
			proceeds: {
				grandTotal: gbp('24.00'),
				breakdowns: [only('SHIPPING', '6.00'), only('DISCOUNT', '-6.00'), only('TAX', '4.00')],
			},
			orderItems: [
				wireItem({
					product: { sellerSku: 'TEE' },
					proceeds: { breakdowns: [only('ITEM', '24.00')] },
				}),
			],
		});
		expect(draft).toMatchObject({ taxRate: '20', lineItems: [{ taxRate: '20' }] });
		expect(amazon.totalsAgree).toBe(true);
		expect((await saved(item)).taxes).toEqual([['20', '4.00', '24.00']]);
	});

	it('is left to Cin7 where Amazon names no tax, and where there is nothing beside the lines', () => {
		const untaxed = tee('30.00', { ITEM: '24.00', SHIPPING: '6.00' }, {});
		expect(untaxed.draft).not.toHaveProperty('taxRate');
		const alone = tee('24.00', { ITEM: '24.00' }, { ITEM: '4.00' });
		expect(alone.draft).not.toHaveProperty('taxRate');
		expect(alone.item).not.toHaveProperty('taxRate');
	});
});
