// Items of any origin as orders: what is missing is blank, what cannot be read is named.
import { draftFromItem } from '../../../lib/orders/draftFromItem';

it('an empty item is an order of blanks', () => {
	const { draft, id, state, unreadable, cin7 } = draftFromItem({});
	expect({ id, state, unreadable }).toEqual({ id: 0, state: 'open', unreadable: [] });
	expect(draft).toMatchObject({
		reference: '',
		deliveryPostalCode: '',
		billingCountry: '',
		freightTotal: '',
		taxStatus: '',
		lineItems: [],
		payments: [],
	});
	expect(cin7).toEqual({ branchId: 0, memberId: 0, projectName: '', currencyRate: '' });
});

it('amounts are numbers or text, and stay exact', () => {
	const { draft, unreadable } = draftFromItem({
		reference: 42,
		freightTotal: 5.1,
		surcharge: ' +1.50 ',
		discountTotal: '-1e-1',
		lineItems: [{ code: 'A', qty: '2', unitPrice: 19.99, taxRate: 0 }],
	});
	expect(draft).toMatchObject({
		reference: '42',
		freightTotal: '5.1',
		surcharge: '1.5',
		discountTotal: '-0.1',
		lineItems: [{ code: 'A', qty: '2', unitPrice: '19.99', discount: '', taxRate: '0' }],
	});
	expect(unreadable).toEqual([]);
});

it.each([
	[{ freightTotal: 'five' }, 'freightTotal is not an amount.'],
	[{ freightTotal: NaN }, 'freightTotal is not an amount.'],
	[{ freightTotal: '0.12345678901234567' }, 'freightTotal is not an amount.'],
	[{ freightTotal: { amount: 5 } }, 'freightTotal is not an amount.'],
	[{ createdDate: 'yesterday' }, 'createdDate is not a date.'],
	[{ taxStatus: 'plus' }, 'taxStatus is not Incl, Excl or Exempt.'],
	[{ lineItems: 'TEE x 2' }, 'lineItems is not a list of line items.'],
	[{ lineItems: [{ code: 'A', qty: 'two' }] }, 'lineItems[0].qty is not an amount.'],
	[{ lineItems: [{ code: 'A' }] }, 'lineItems[0].qty is missing.'],
	[{ payments: [{ amount: '1', method: 'Amazon' }] }, 'payments[0].transactionRef is missing.'],
])('names what it cannot read: %j', (item, sentence) => {
	expect(draftFromItem(item as never).unreadable).toContain(sentence);
});

it('reads line items from JSON text, and passes over blank rows of a form', () => {
	const text = JSON.stringify([
		{ code: ' TEE ', qty: 1 },
		{ code: '', name: '', qty: '' },
	]);
	expect(draftFromItem({ lineItems: text }).draft.lineItems).toMatchObject([{ code: 'TEE' }]);
});

it('control characters and broken surrogates do not get through', () => {
	const { draft } = draftFromItem({
		firstName: ' A\u0000d\u2028a\uD800 ',
		deliveryInstructions: 'Ring\r\nthe\u0007 bell\n',
	});
	expect(draft.firstName).toBe('A d a');
	expect(draft.deliveryInstructions).toBe('Ring\nthe  bell');
});

it.each([
	[{ amazon: { status: 'CANCELLED' } }, 'cancelled'],
	[{ amazon: { fulfillment: { fulfillmentStatus: 'PENDING_AVAILABILITY' } } }, 'pending'],
	[{ isCancelled: true }, 'cancelled'],
	[{ amazon: { status: 'UNSHIPPED' } }, 'open'],
])('whether the channel still counts on it: %j', (item, state) => {
	expect(draftFromItem(item).state).toBe(state);
});

it('who fulfils it, and the names of its marketplace', () => {
	const amazon = {
		fulfilledBy: 'AMAZON',
		marketplaceId: 'A39IB',
		marketplaceName: 'Amazon.com.au',
	};
	expect(draftFromItem({ amazon })).toMatchObject({
		fulfilledBy: 'amazon',
		marketplaces: ['amazon.com.au', 'a39ib'],
	});
});
