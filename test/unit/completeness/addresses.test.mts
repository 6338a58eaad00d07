import { address, american, anOrder, attentionOf, labelsOf } from './anOrder.mts';

const delivered = (country: string, fields: Record<string, unknown>) =>
	anOrder(address('delivery', { ...fields, Country: country }));
const from = (...names: string[]) =>
	Object.fromEntries(
		Object.entries({ ...american, State: '', PostalCode: '', City: '' }).concat(
			names.map((name) => [name, 'x']),
		),
	);

describe('an address', () => {
	it.each([
		['US', ['City', 'State', 'PostalCode']],
		['Australia', ['City', 'State', 'PostalCode']],
		['Canada', ['City', 'State', 'PostalCode']],
		['Germany', ['City', 'PostalCode']],
		['United Kingdom', ['City', 'PostalCode']],
		['New Zealand', ['City', 'PostalCode']],
		['FR', ['City', 'PostalCode']],
		['JP', ['State', 'PostalCode']],
		['Singapore', ['PostalCode']],
		['Hong Kong', ['State']],
		['AE', ['State']],
		['Ireland', ['City']],
		['Macau', []],
	])('in %s needs %p besides its street', (country, needed) => {
		const suffixLabels: Record<string, string> = { PostalCode: 'Postcode' };
		expect(labelsOf(delivered(country, from()))).toEqual(
			needed.map((suffix) => `Delivery ${suffixLabels[suffix] ?? suffix}`),
		);
		expect(labelsOf(delivered(country, from(...needed)))).toEqual([]);
	});

	it('in Ireland uses more than it needs', () => {
		const order = delivered('IE', from('City'));
		expect(labelsOf(order, { addressFields: 'used' })).toEqual([
			'Delivery State',
			'Delivery Postcode',
		]);
	});

	it('whose country is blank or not known is asked for everything', () => {
		const asked = ['Delivery City', 'Delivery State', 'Delivery Postcode'];
		expect(labelsOf(delivered('Freedonia', from()))).toEqual(asked);
		expect(labelsOf(delivered(' ', from()))).toEqual([...asked, 'Delivery Country']);
		expect(labelsOf(delivered('Freedonia', american))).toEqual([]);
		expect(attentionOf(delivered('Freedonia', from())).missing[0].why).toBe(
			'Without a country that is known, every field of the address is asked for.',
		);
	});

	it('may be that of a company', () => {
		const nameless = { deliveryFirstName: '', deliveryLastName: '' };
		expect(labelsOf(anOrder(nameless))).toEqual(['Delivery First Name', 'Delivery Last Name']);
		expect(labelsOf(anOrder({ ...nameless, deliveryCompany: 'Example Pty Ltd' }))).toEqual([]);
	});

	it('for billing may be blank where that means the delivery address', () => {
		const blank = anOrder(Object.fromEntries(Object.keys(address('billing')).map((k) => [k, ''])));
		expect(labelsOf(blank)).toHaveLength(7);
		expect(labelsOf(blank, { blankBilling: 'sameAsDelivery' })).toEqual([]);
		for (const some of [{ billingCity: 'Bonn' }, { billingCompany: 'Example GmbH' }]) {
			expect(labelsOf({ ...blank, ...some }, { blankBilling: 'sameAsDelivery' })).toContain(
				'Billing Address 1',
			);
		}
	});
});
