import { anOrder, attentionOf, labelsOf, verdictOf } from './anOrder.mts';

describe('a complete order', () => {
	it('has all that Cin7 asks for', () => {
		expect(verdictOf(anOrder())).toEqual({ is: 'complete' });
	});

	it('may be one that Cin7 gave', () => {
		const given = anOrder({
			id: 7,
			status: 'APPROVED',
			isVoid: false,
			deliveryAddress2: '',
			lineItems: [{ id: 1, code: 'MUG-1', qty: 1, unitPrice: 9.5, parentId: 0, discount: 0 }],
		});
		expect(verdictOf(given)).toEqual({ is: 'complete' });
	});
});

describe('missing fields', () => {
	it('are named as Cin7 names them, in a fixed order', () => {
		expect(labelsOf({ reference: 'A-1' })).toEqual([
			'Email Address',
			'First Name',
			'Last Name',
			'Delivery First Name',
			'Delivery Last Name',
			'Delivery Address 1',
			'Delivery City',
			'Delivery State',
			'Delivery Postcode',
			'Delivery Country',
			'Billing First Name',
			'Billing Last Name',
			'Billing Address 1',
			'Billing City',
			'Billing State',
			'Billing Postcode',
			'Billing Country',
			'Line Items',
		]);
	});

	it('come with their API name, group and a reason that quotes nothing a buyer typed', () => {
		const order = anOrder({ deliveryState: '\u200b', deliveryCity: '<script>', email: 'n/a' });
		expect(attentionOf(order).missing).toEqual([
			{
				field: 'email',
				label: 'Email Address',
				group: 'Contact',
				why: 'Cin7 asks for the e-mail address of whoever placed the order.',
			},
			{
				field: 'deliveryState',
				label: 'Delivery State',
				group: 'Delivery Address',
				why: 'Addresses in this country (United States) need a state, province or region.',
			},
		]);
	});

	it('are summed up in one sentence', () => {
		const lacks = (...fields: string[]) =>
			attentionOf(anOrder(Object.fromEntries(fields.map((field) => [field, null])))).summary;
		expect(lacks('email')).toBe('Order 114-1234567-1234567 lacks Email Address.');
		expect(lacks('email', 'lastName', 'deliveryState')).toBe(
			'Order 114-1234567-1234567 lacks Email Address, Last Name and Delivery State.',
		);
		expect(attentionOf({ reference: 'A-1' }).summary).toBe(
			'Order A-1 lacks Email Address, First Name, Last Name, Delivery First Name, Delivery Last Name and 13 more fields.',
		);
		expect(attentionOf({ reference: '"><img src=x>' }).summary).toMatch(/^This order lacks Email/);
	});
});

describe('settings', () => {
	it('switch groups off', () => {
		const bare = { reference: 'A-1' };
		expect(labelsOf(bare, { groups: ['lineItems'] })).toEqual(['Line Items']);
		expect(labelsOf(bare, { groups: ['contact'] })).toHaveLength(3);
	});

	it('let single fields pass', () => {
		const order = anOrder({ email: '', billingState: '', lineItems: [{ code: 'A', qty: 1 }] });
		const notRequired = ['email', 'billingState', 'lineItems.unitPrice'];
		expect(labelsOf(order, { notRequired })).toEqual([]);
	});

	it('ask for more, each where it belongs', () => {
		const settings = {
			alsoRequired: ['phone', 'deliveryCompany', 'customerOrderNo'],
			customFields: ['orders_1001', 'orders_1002'],
		};
		const order = anOrder({ customFields: { orders_1001: 'x' }, email: '', lineItems: [] });
		expect(labelsOf(order, settings)).toEqual([
			'Email Address',
			'Phone',
			'Delivery Company',
			'Line Items',
			'Customer PO No',
			'orders_1002',
		]);
	});

	it('name the placeholders', () => {
		expect(labelsOf(anOrder({ lastName: 'TBC' }))).toEqual([]);
		expect(labelsOf(anOrder({ lastName: 'TBC' }), { placeholders: ['tbc'] })).toEqual([
			'Last Name',
		]);
	});
});

describe('the order total', () => {
	const note = 'The items of order 114-1 come to 30.00 USD, but Amazon’s total is 99.00 USD.';

	it('is missing when the items do not come to it, with the note as the reason', () => {
		const order = anOrder({
			currencyCode: 'USD',
			amazon: { totalsAgree: false, totalsNote: note },
		});
		expect(attentionOf(order)).toMatchObject({
			reason: 'missingData',
			missing: [{ field: 'total', label: 'Order Total', group: 'Line Items', why: note }],
		});
		expect(verdictOf(order, { orderTotal: 'accept' })).toEqual({ is: 'complete' });
		const odd = anOrder({ amazon: { totalsAgree: false, totalsNote: `<b>${'x'.repeat(999)}` } });
		expect(attentionOf(odd).missing[0].why).toMatch(/^ ?b x{200,298}$/);
		const without = anOrder({ amazon: { totalsAgree: false } });
		expect(attentionOf(without).missing[0].why).toContain('order total');
	});

	it('is missing while it has no currency', () => {
		for (const total of [{ grandTotal: '30.00' }, { orderTotal: '30.00', grandTotal: null }]) {
			const order = anOrder({ currencyCode: ' ', amazon: { ...total, totalsAgree: true } });
			expect(labelsOf(order)).toEqual(['Order Total']);
			expect(labelsOf({ ...order, currencyCode: 'USD' })).toEqual([]);
		}
		expect(labelsOf(anOrder({ amazon: { grandTotal: null, orderTotal: '0.00' } }))).toEqual([]);
	});

	it('says nothing of orders that come from Cin7', () => {
		expect(labelsOf(anOrder({ total: 30 }))).toEqual([]);
	});
});
