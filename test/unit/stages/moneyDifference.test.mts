// Discounts that a held order states elsewhere than the channel does.
import { moneyDifference } from '../../../lib/stages/moneyDifference';
import type { StageItem } from '../../../lib/stages/stageItem';
import type { StageOrder } from '../../../lib/stages/stageOrder';

const line = (code: string, unitPrice: string, discount = '', qty = '1') => ({
	...{ parentId: 0, code, name: code, integrationRef: '', taxRate: '' },
	...{ qty, unitPrice, discount },
});
const money = {
	...{ currencyCode: 'AUD', taxStatus: 'Incl', freightTotal: '0', surcharge: '0' },
	...{ discountTotal: '0', payments: [] },
};

function difference(
	inCin7: { lineItems: object[]; discountTotal: string; total: string },
	ofChannel: { lineItems: object[] },
): string {
	const order = { ...money, ...inCin7 } as unknown as StageOrder;
	const draft = { ...money, ...ofChannel };
	return moneyDifference(order, { channel: 'Amazon', draft } as unknown as StageItem);
}

it('are the same where the total is', () => {
	const inCin7 = { lineItems: [line('A', '100')], discountTotal: '10', total: '90' };
	expect(difference(inCin7, { lineItems: [line('A', '100', '10')] })).toBe('');
});

it('are another where the total is another', () => {
	const inCin7 = { lineItems: [line('A', '100')], discountTotal: '5', total: '95' };
	expect(difference(inCin7, { lineItems: [line('A', '100', '10')] })).toBe(
		'Amazon comes to 90.00 AUD, Cin7 to 95.00 AUD',
	);
});

it.each([
	['price', line('B', '')],
	['quantity', line('B', '50', '', '')],
])('count line by line where a line without a %s leaves no total to compare', (_what, unknown) => {
	const lineItems = [line('A', '100'), line('B', '50')];
	const inCin7 = { lineItems, discountTotal: '5', total: '145' };
	expect(difference(inCin7, { lineItems: [line('A', '100', '10'), unknown] })).toBe(
		'A comes to 90.00 in Amazon, to 100.00 in Cin7',
	);
});
