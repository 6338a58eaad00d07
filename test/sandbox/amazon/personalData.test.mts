// What Amazon keeps back without a word: by role, by status, by who fulfils the order.
import {
	closeSellers,
	everything,
	hours,
	openSeller,
	plainOrder,
	rowsWith,
} from './openSeller.mts';
import type { AmazonSettings } from '../../../sandbox/amazon/settings.mts';

afterEach(closeSellers);

const delivery = 'Direct-to-Consumer Shipping (Restricted)';
const invoicing = 'Tax Invoicing (Restricted)';
const remittance = 'Tax Remittance (Restricted)';
const japan = { channelName: 'AMAZON', marketplaceId: 'A1VC38T7YXB528' };

const address = {
	name: 'Maeve Abernook',
	companyName: 'Example Rigging',
	addressLine1: '1 Example Street',
	addressLine2: 'Unit 2',
	addressLine3: 'Rear',
	city: 'Newtown',
	stateOrRegion: 'NSW',
	postalCode: '2042',
	countryCode: 'AU',
	phone: '+61 491 570 156',
	extendedFields: { streetName: 'Example Street' },
	addressType: 'RESIDENTIAL',
};
const buyer = {
	buyerName: 'Maeve Abernook',
	buyerEmail: 'relay@marketplace.example.com',
	buyerCompanyName: 'Example Rigging',
	buyerPurchaseOrderNumber: 'PO-1',
};
const price = { unitPrice: { amount: '8.90', currencyCode: 'AUD' } };

interface Kind {
	status?: string;
	by?: string;
	roles?: string[];
	settings?: Partial<AmazonSettings>;
	fields?: object;
	later?: number;
}

/** A full order as the application sees it. */
async function seen({
	status = 'UNSHIPPED',
	by = 'MERCHANT',
	roles = [delivery],
	settings,
	fields,
	later,
}: Kind) {
	const order = plainOrder(1, {
		buyer,
		recipient: { deliveryAddress: address },
		proceeds: { grandTotal: price.unitPrice },
		fulfillment: {
			fulfillmentStatus: status,
			fulfilledBy: by,
			deliverByWindow: { latestDateTime: '2026-06-08T00:00:00Z' },
		},
		orderItems: [
			{
				orderItemId: '1',
				quantityOrdered: 1,
				product: {
					sellerSku: 'S',
					price,
					customization: { customizedUrl: 'https://example.com/c' },
				},
				proceeds: { proceedsTotal: price.unitPrice },
				fulfillment: {
					packing: { giftOption: { giftMessage: 'Fair winds', giftWrapLevel: 'CLASSIC' } },
				},
			},
		],
		packages: [{ packageReferenceId: '1' }],
		...fields,
	});
	const seller = openSeller({ rows: rowsWith([order], roles), settings });
	await seller.time.advance(later ?? 0);
	const { body } = await seller.order(order.orderId, everything);
	return body.order;
}

const merchantData = ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'];
const noData = ['PENDING', 'PENDING_AVAILABILITY', 'CANCELLED', 'UNFULFILLABLE'];
const {
	name,
	addressLine1,
	addressLine2,
	addressLine3,
	postalCode,
	phone,
	extendedFields,
	...open
} = address;

it.each(merchantData)('shows a merchant all of an order that is %s', async (status) => {
	const order = await seen({ status });
	expect(order.buyer).toEqual(buyer);
	expect(order.recipient.deliveryAddress).toEqual(address);
	expect(order.orderItems[0].fulfillment.packing.giftOption.giftMessage).toBe('Fair winds');
	expect(order.orderItems[0].product.customization).toEqual({
		customizedUrl: 'https://example.com/c',
	});
});

it.each(noData)('shows neither name nor address of an order that is %s', async (status) => {
	const order = await seen({ status, roles: [delivery, invoicing] });
	expect(order.buyer).toEqual({
		buyerCompanyName: 'Example Rigging',
		buyerPurchaseOrderNumber: 'PO-1',
	});
	expect(order).not.toHaveProperty('recipient');
});

it('shows town and country only to an application without a restricted role', async () => {
	const order = await seen({ roles: [] });
	expect(order.buyer).toEqual({
		buyerCompanyName: 'Example Rigging',
		buyerPurchaseOrderNumber: 'PO-1',
	});
	expect(order.recipient.deliveryAddress).toEqual(open);
	expect(order.orderItems[0].fulfillment.packing.giftOption).toEqual({ giftWrapLevel: 'CLASSIC' });
	expect(order.orderItems[0].product.customization).toEqual({});
	expect(JSON.stringify(order)).not.toMatch(/Maeve|relay@|Example Street|2042|491|Fair winds/);
});

it.each([invoicing, remittance])(
	'%s shows names, of either fulfilment, and no e-mail',
	async (role) => {
		for (const by of ['MERCHANT', 'AMAZON']) {
			const order = await seen({ roles: [role], by });
			expect(order.buyer.buyerName).toBe('Maeve Abernook');
			expect(order.buyer).not.toHaveProperty('buyerEmail');
		}
		expect((await seen({ roles: [role] })).recipient.deliveryAddress).toEqual(open);
		const abroad = { salesChannel: japan };
		expect((await seen({ roles: [role], fields: abroad })).buyer).not.toHaveProperty('buyerName');
	},
);

it('shows of an order that Amazon fulfils neither e-mail nor phone, gift message nor package', async () => {
	const order = await seen({ by: 'AMAZON', roles: [delivery, invoicing] });
	expect(order.buyer).not.toHaveProperty('buyerEmail');
	expect(order.recipient.deliveryAddress).toMatchObject({ addressLine1: '1 Example Street' });
	expect(order.recipient.deliveryAddress).not.toHaveProperty('phone');
	expect(order.orderItems[0].fulfillment.packing.giftOption).toEqual({ giftWrapLevel: 'CLASSIC' });
	expect(order).not.toHaveProperty('packages');
	const delivered = await seen({ by: 'AMAZON' });
	expect(delivered.buyer).not.toHaveProperty('buyerName');
	expect(delivered.recipient.deliveryAddress).toEqual(open);
});

it.each([
	['taxRole', [delivery], false],
	['taxRole', [invoicing], true],
	['deliveryRole', [delivery], true],
	['deliveryRole', [invoicing], false],
	['never', [delivery, invoicing], false],
] as const)(
	'street of an order of Amazon, %s, with %s: %s',
	async (amazonFulfilledAddress, roles, shown) => {
		const order = await seen({
			by: 'AMAZON',
			roles: [...roles],
			settings: { amazonFulfilledAddress },
		});
		expect('addressLine1' in order.recipient.deliveryAddress).toBe(shown);
	},
);

it('takes the phone of a shipped order away when the last day of delivery is over', async () => {
	const end = Date.parse('2026-06-08T00:00:00Z') - Date.parse('2026-06-02T01:30:00Z');
	const phoneAt = async (status: string, later: number) =>
		(await seen({ status, later })).recipient.deliveryAddress.phone;
	expect(await phoneAt('SHIPPED', end)).toBe('+61 491 570 156');
	expect(await phoneAt('SHIPPED', end + 1)).toBe(undefined);
	expect(await phoneAt('UNSHIPPED', end + 24 * hours)).toBe('+61 491 570 156');
});

it('shows prices of orders not paid yet in Japan, or as set', async () => {
	const priced = async (kind: Kind) => {
		const order = await seen({ status: 'PENDING', ...kind });
		const [item] = order.orderItems;
		return ['proceeds' in order, 'proceeds' in item, 'price' in item.product];
	};
	const abroad = { salesChannel: japan };
	expect(await priced({})).toEqual([false, false, false]);
	expect(await priced({ fields: abroad })).toEqual([true, true, true]);
	expect(await priced({ settings: { pendingPrices: 'shown' } })).toEqual([true, true, true]);
	expect(await priced({ fields: abroad, settings: { pendingPrices: 'withheld' } })).toEqual([
		false,
		false,
		false,
	]);
	expect(await priced({ status: 'UNSHIPPED' })).toEqual([true, true, true]);
});

it('withholds by leaving out, by null, or by an empty text', async () => {
	const kind = (withheldFields: AmazonSettings['withheldFields']) =>
		seen({ roles: [], settings: { withheldFields } });
	const asNull = await kind('null');
	expect(asNull.buyer).toMatchObject({ buyerName: null, buyerEmail: null });
	expect(asNull.recipient.deliveryAddress).toEqual({
		...open,
		name: null,
		addressLine1: null,
		addressLine2: null,
		addressLine3: null,
		postalCode: null,
		phone: null,
		extendedFields: null,
	});
	expect((await kind('emptyText')).buyer).toMatchObject({ buyerName: '', buyerEmail: '' });
	const cancelled = await seen({ status: 'CANCELLED', settings: { withheldFields: 'null' } });
	expect(cancelled.recipient).toEqual({ deliveryAddress: null });
	const bare = await seen({ roles: [], fields: { buyer: { buyerName: 'Maeve Abernook' } } });
	expect(bare).not.toHaveProperty('buyer');
});

it('never tells that something was withheld', async () => {
	const seller = openSeller({ rows: rowsWith([plainOrder(1, { buyer })], []) });
	const { status, body } = await seller.order(plainOrder(1).orderId, everything);
	expect([status, Object.keys(body)]).toEqual([200, ['order']]);
});
