// Which channel an order came through.
import { channelFields, channelOf, lacksName } from '../../../lib/orders/channel';
import { sale } from '../batching/account.mts';

describe("an order's channel", () => {
	const order = sale(7, '10', {
		source: ' Shopify Harbour ',
		projectName: 'Amazon',
		customFields: { orders_1000: 'eBay' },
		reference: 'SHOP-1042',
	});

	it('is where the settings say', () => {
		expect(channelOf(order, { from: 'source' })).toBe('Shopify Harbour');
		expect(channelOf(order, { from: 'projectName' })).toBe('Amazon');
		expect(channelOf(order, { from: 'customField', name: 'orders_1000' })).toBe('eBay');
		expect(channelOf(order, { from: 'customField', name: 'toString' })).toBe('');
	});

	it.each([
		['SHOP-1042', [], 'SHOP-'],
		['SHOP-1042', ['shop'], 'shop'],
		['SHOP-1042', ['SHOP', 'SHOP-'], 'SHOP-'],
		['SHOPIFY-1042', ['SHOP'], 'SHOPIFY-'],
		['#1042', ['#'], '#'],
		['1042', ['SHOP'], ''],
		['1042', [' '], ''],
	])('as the prefix of %s among %j is "%s"', (reference, named, expected) => {
		expect(channelOf({ ...order, reference }, { from: 'referencePrefix' }, named)).toBe(expected);
	});

	it('needs the name of a field only where it is read from one of several', () => {
		const ways = Object.keys(channelFields) as (keyof typeof channelFields)[];
		expect(ways.filter((from) => lacksName({ from, name: ' ' }))).toEqual(['customField']);
		expect(lacksName({ from: 'customField', name: 'orders_1000' })).toBe(false);
	});
});
