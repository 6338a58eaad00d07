import { defaultOrderOptions } from '../../../lib/amazon/orders/options';
import { salesOrderOf } from '../../../lib/amazon/orders/salesOrder';
import { draftItem } from '../../../lib/orders/draftItem';
import { anOrder, gbp, inEngland, inJapan, jpy, usd, wireItem } from './anOrder.mts';

const personal = { ...defaultOrderOptions, personalData: true };

const customer = {
	buyer: {
		buyerName: 'Ada Lovelace',
		buyerEmail: 'abc123@marketplace.amazon.example.com',
		buyerPurchaseOrderNumber: 'PO-7',
	},
	recipient: {
		deliveryAddress: {
			name: 'Charles Babbage',
			companyName: 'Engines Ltd',
			addressLine1: '1 Example Street',
			addressLine2: 'Flat 2',
			addressLine3: null,
			city: 'London',
			districtOrCounty: 'Camden',
			stateOrRegion: 'England',
			postalCode: 'N1 1AA',
			countryCode: 'GB',
			phone: '+44 20 7946 0000',
		},
		deliveryPreference: { dropOffLocation: 'Porch', addressInstruction: 'Ring twice' },
	},
};

describe('an Amazon order as a sales order', () => {
	it('is referred to by its Amazon order id, and paid once Amazon has the money', () => {
		const { draft, amazon } = salesOrderOf(anOrder(), defaultOrderOptions);
		expect(draft).toMatchObject({
			reference: '111-0000001-0000001',
			createdDate: '2026-05-01T10:00:00.123Z',
			currencyCode: 'USD',
			lineItems: [{ code: 'MUG', qty: '1', unitPrice: '20.00', integrationRef: '900001' }],
			payments: [
				{
					method: 'Amazon',
					amount: '20.00',
					paymentDate: '2026-05-01T10:00:00.123Z',
					transactionRef: '111-0000001-0000001',
				},
			],
		});
		expect(amazon).toMatchObject({
			marketplaceName: 'Amazon.com',
			fulfilledBy: 'MERCHANT',
			status: 'UNSHIPPED',
			totalsAgree: true,
			isReplacement: false,
			sellerCentralUrl: 'https://sellercentral.amazon.com/orders-v3/order/111-0000001-0000001',
		});
	});

	it('has buyer, recipient and an equal billing address when personal data was asked for', () => {
		const { draft, amazon } = salesOrderOf(anOrder(customer), personal);
		expect(draft).toMatchObject({
			firstName: 'Ada',
			lastName: 'Lovelace',
			email: 'abc123@marketplace.amazon.example.com',
			phone: '+44 20 7946 0000',
			company: 'Engines Ltd',
			customerOrderNo: 'PO-7',
			deliveryFirstName: 'Charles',
			deliveryLastName: 'Babbage',
			deliveryAddress1: '1 Example Street',
			deliveryAddress2: 'Flat 2, Camden',
			deliveryCity: 'London',
			deliveryState: 'England',
			deliveryPostalCode: 'N1 1AA',
			deliveryCountry: 'GB',
			billingAddress1: '1 Example Street',
			billingLastName: 'Babbage',
			deliveryInstructions: 'Porch. Ring twice',
		});
		expect(amazon).toMatchObject({ buyerName: 'Ada Lovelace', recipientName: 'Charles Babbage' });
		expect(amazon.withheld).toEqual({ fields: [], reason: '' });
		const blank = salesOrderOf(anOrder(customer), { ...personal, billingAddress: 'blank' });
		expect(blank.draft).toMatchObject({
			billingAddress1: '',
			deliveryAddress1: '1 Example Street',
		});
	});

	it('lets nothing personal through that was not asked for, even when Amazon sends it', () => {
		const gift = wireItem({
			product: {
				sellerSku: 'MUG',
				title: 'Mug',
				customization: { customizedUrl: 'https://example.com/Babbage' },
			},
			fulfillment: {
				packing: { giftOption: { giftMessage: 'From Ada', giftWrapLevel: 'RIBBON' } },
			},
		});
		const order = anOrder({ ...customer, orderItems: [gift] });
		const text = JSON.stringify(salesOrderOf(order, defaultOrderOptions));
		for (const planted of [
			'Ada',
			'Babbage',
			'example.com',
			'Example Street',
			'PO-7',
			'7946',
			'Porch',
		]) {
			expect(text).not.toContain(planted);
		}
		expect(text).toContain('RIBBON');
		const asked = salesOrderOf(order, personal).draft.lineItems[0].lineComments;
		expect(asked).toContain('Gift message: From Ada');
		expect(asked).toContain('https://example.com/Babbage');
	});

	it('says what Amazon withheld and why, absent and null alike', () => {
		const withheld = (changes: object) =>
			salesOrderOf(anOrder(changes as Record<string, unknown>), personal).amazon.withheld;
		const city = { deliveryAddress: { city: 'Leeds', name: null, addressLine1: '' } };
		const nulls = withheld({ buyer: null, recipient: city });
		expect(nulls.fields).toEqual([
			'buyerName',
			'buyerEmail',
			'recipientName',
			'street',
			'postalCode',
			'phone',
		]);
		expect(nulls.reason).toContain('role');
		const fba = { fulfillmentStatus: 'SHIPPED', fulfilledBy: 'AMAZON' };
		expect(withheld({ fulfillment: fba }).reason).toContain('Amazon sends this order itself');
		const pending = { fulfillmentStatus: 'PENDING', fulfilledBy: 'MERCHANT' };
		expect(withheld({ fulfillment: pending }).reason).toContain('once the order is paid');
	});

	it.each(['PENDING', 'PENDING_AVAILABILITY', 'CANCELLED', 'UNFULFILLABLE', 'SOMETHING_NEW', null])(
		'is not paid when %s',
		(fulfillmentStatus) => {
			const order = anOrder({ fulfillment: { fulfillmentStatus, fulfilledBy: 'MERCHANT' } });
			expect(salesOrderOf(order, defaultOrderOptions).draft.payments).toEqual([]);
		},
	);

	it('takes the unit price of a pending order without proceeds', () => {
		const item = wireItem({ quantityOrdered: 3, proceeds: null });
		const order = anOrder({
			proceeds: null,
			orderItems: [item],
			fulfillment: { fulfillmentStatus: 'PENDING' },
		});
		const { draft, amazon } = salesOrderOf(order, defaultOrderOptions);
		expect(draft.lineItems[0]).toMatchObject({ qty: '3', unitPrice: '20.00' });
		expect(amazon).toMatchObject({ grandTotal: null, orderTotal: '60.00', totalsAgree: true });
	});

	it('has cancelled items with quantity 0, and nothing to pay when all are', () => {
		const executed = { cancellationExecution: { cancelledBy: 'BUYER' } };
		const cancelled = wireItem({
			orderItemId: '900002',
			cancellation: executed,
			fulfillment: { quantityFulfilled: 0, quantityUnfulfilled: 0 },
		});
		const partly = salesOrderOf(anOrder({ orderItems: [wireItem(), cancelled] }), personal);
		expect(partly.draft.lineItems.map(({ qty }) => qty)).toEqual(['1', '0']);
		expect(partly.draft.lineItems[1].lineComments).toContain('Cancelled: 1 ordered');
		expect(partly.amazon.totalsAgree).toBe(true);
		const whole = salesOrderOf(
			anOrder({ fulfillment: { fulfillmentStatus: 'CANCELLED' } }),
			personal,
		);
		expect(whole.draft).toMatchObject({ payments: [], lineItems: [{ qty: '0' }] });
		expect(whole.amazon).toMatchObject({
			orderTotal: '0.00',
			totalsAgree: true,
			isCancelled: true,
		});
	});

	it('keeps an item of which a part was sent before the rest was cancelled', () => {
		const item = wireItem({
			quantityOrdered: 2,
			cancellation: { cancellationExecution: { cancelledBy: 'MERCHANT' } },
			fulfillment: { quantityFulfilled: 2, quantityUnfulfilled: 0 },
		});
		const { draft, amazon } = salesOrderOf(anOrder({ orderItems: [item] }), defaultOrderOptions);
		expect(draft.lineItems[0]).toMatchObject({ qty: '2', unitPrice: '10.00' });
		expect(amazon.totalsAgree).toBe(true);
	});

	it.each([
		[{ quantityFulfilled: 1, quantityUnfulfilled: 0 }, '1', 'Cancelled: 2 of 3 ordered'],
		[{ quantityFulfilled: 0, quantityUnfulfilled: 2 }, '2', 'Cancelled: 1 of 3 ordered'],
		[{ quantityFulfilled: 2, quantityUnfulfilled: 1 }, '3', undefined],
		[{ quantityFulfilled: 0, quantityUnfulfilled: 0 }, '0', 'Cancelled: 3 ordered'],
		[{ quantityFulfilled: null, quantityUnfulfilled: null }, '0', 'Cancelled: 3 ordered'],
		[null, '0', 'Cancelled: 3 ordered'],
	])(
		'has of an item cancelled in part what is sent or to be sent: %j',
		(fulfillment, qty, text) => {
			const cancellation = { cancellationExecution: { cancelledBy: 'BUYER' } };
			const item = wireItem({ quantityOrdered: 3, cancellation, fulfillment });
			const [line] = salesOrderOf(anOrder({ orderItems: [item] }), defaultOrderOptions).draft
				.lineItems;
			expect([line.qty, line.lineComments]).toEqual([qty, text]);
		},
	);

	it('counts only what is left of an item where its unit price is all there is', () => {
		const item = wireItem({
			quantityOrdered: 3,
			proceeds: null,
			cancellation: { cancellationExecution: { cancelledBy: 'BUYER' } },
			fulfillment: { quantityFulfilled: 0, quantityUnfulfilled: 1 },
		});
		const { draft, amazon } = salesOrderOf(anOrder({ orderItems: [item] }), defaultOrderOptions);
		expect(draft.lineItems[0]).toMatchObject({ qty: '1', unitPrice: '20.00' });
		expect(amazon.totalsAgree).toBe(true);
	});

	it('tells that the buyer asked to cancel, as long as nobody has', () => {
		const cancellationRequest = { requester: 'BUYER', cancelReason: 'Ordered by Ada' };
		const asked = (cancellation: object) =>
			salesOrderOf(anOrder({ orderItems: [wireItem({ cancellation })] }), personal);
		const { amazon, draft } = asked({ cancellationRequest });
		expect(amazon.buyerAskedToCancel).toBe(true);
		expect(amazon.notes).toEqual([expect.stringContaining('asked to cancel')]);
		expect(draft.lineItems[0].qty).toBe('1');
		expect(JSON.stringify([amazon, draft])).not.toContain('Ordered by Ada');
		const done = { cancellationExecution: { cancelledBy: 'MERCHANT' } };
		expect(asked({ cancellationRequest, ...done }).amazon.buyerAskedToCancel).toBe(false);
		expect(asked({}).amazon.notes).toEqual([]);
	});

	it('tells an order that Amazon only sends from one that it sold', () => {
		const other = { ...inEngland, channelName: 'NON_AMAZON' };
		const { amazon, draft } = salesOrderOf(
			anOrder({
				salesChannel: other,
				proceeds: null,
				orderItems: [wireItem({ proceeds: null })],
				fulfillment: { fulfillmentStatus: 'SHIPPED', fulfilledBy: 'AMAZON' },
			}),
			defaultOrderOptions,
		);
		expect(amazon).toMatchObject({ soldOn: 'NON_AMAZON', status: 'SHIPPED', totalsAgree: true });
		expect(amazon.notes).toEqual([expect.stringContaining('sold on another channel')]);
		expect(draft.payments).toEqual([]);
		expect(salesOrderOf(anOrder(), personal).amazon).toMatchObject({ soldOn: 'AMAZON', notes: [] });
	});

	it.each([
		['no proceeds at all', null, null],
		['proceeds without amounts', { breakdowns: [] }, { breakdowns: [] }],
	])('is not paid where Amazon does not say what was paid: %s', (_name, proceeds, ofItem) => {
		const order = anOrder({ proceeds, orderItems: [wireItem({ proceeds: ofItem })] });
		const { draft, amazon } = salesOrderOf(order, defaultOrderOptions);
		expect(draft.payments).toEqual([]);
		expect(draft.lineItems[0].unitPrice).toBe('20.00');
		expect(amazon.totalsAgree).toBe(false);
		expect(amazon.totalsNote).toContain('does not say what was paid');
	});

	it('takes the proceeds of its items where there is no grand total', () => {
		const paid = { proceedsTotal: usd('18.00') };
		const order = anOrder({ proceeds: null, orderItems: [wireItem({ proceeds: paid })] });
		const { draft, amazon } = salesOrderOf(order, defaultOrderOptions);
		expect(draft).toMatchObject({
			payments: [{ amount: '18.00' }],
			lineItems: [{ unitPrice: '18.00' }],
		});
		expect(amazon.totalsAgree).toBe(true);
	});

	it.each(['REPLACEMENT_ORIGINAL_ID', 'EXCHANGE_ORIGINAL_ID'])(
		'is free where it has no proceeds and is sent for another: %s',
		(associationType) => {
			const { draft, amazon } = salesOrderOf(
				anOrder({
					proceeds: null,
					associatedOrders: [{ orderId: '111-9', associationType }],
					orderItems: [wireItem({ proceeds: null })],
				}),
				defaultOrderOptions,
			);
			expect(draft).toMatchObject({ payments: [], lineItems: [{ qty: '1', unitPrice: '0.00' }] });
			expect(amazon).toMatchObject({
				isReplacement: true,
				replacesOrderId: '111-9',
				orderTotal: '0.00',
				totalsAgree: true,
			});
		},
	);

	it('knows a replacement: no money, and what it replaces', () => {
		const free = wireItem({ proceeds: { breakdowns: [{ type: 'ITEM', subtotal: usd('0.00') }] } });
		const { draft, amazon } = salesOrderOf(
			anOrder({
				proceeds: { grandTotal: usd('0.00') },
				orderItems: [free],
				associatedOrders: [{ orderId: '111-9', associationType: 'REPLACEMENT_ORIGINAL_ID' }],
			}),
			defaultOrderOptions,
		);
		expect(draft.payments).toEqual([]);
		expect(amazon).toMatchObject({
			isReplacement: true,
			replacesOrderId: '111-9',
			totalsAgree: true,
		});
	});

	it('flags items that are missing, and totals that do not agree', () => {
		const { draft, amazon } = salesOrderOf(anOrder({ orderItems: null }), defaultOrderOptions);
		expect(draft.lineItems).toEqual([]);
		expect(amazon).toMatchObject({ itemsMissing: true, totalsAgree: false });
		expect(amazon.totalsNote).toContain('20.00 USD');
		expect(draft.payments[0].amount).toBe('20.00');
	});

	it('keeps addresses whole: 60-character lines, an empty first line, a district for couriers', () => {
		const long = 'Appartement 1234, Résidence des Très Longues Avenues Fleuries';
		const address = {
			addressLine1: '',
			addressLine2: long,
			addressLine3: 'B',
			municipality: 'Leiria',
		};
		const { draft } = salesOrderOf(
			anOrder({ recipient: { deliveryAddress: { ...address, countryCode: 'PT' } } }),
			personal,
		);
		expect(draft).toMatchObject({
			deliveryAddress1: long,
			deliveryAddress2: 'B',
			deliveryCity: 'Leiria',
		});
	});

	it('uses a single word for both names only when asked to', () => {
		const cher = { buyer: { buyerName: 'Cher' } };
		expect(salesOrderOf(anOrder(cher), personal).draft).toMatchObject({
			firstName: 'Cher',
			lastName: '',
		});
		const both = salesOrderOf(anOrder(cher), { ...personal, singleWordNames: 'bothNames' });
		expect(both.draft).toMatchObject({ firstName: 'Cher', lastName: 'Cher' });
	});
});

describe('its item', () => {
	it('has numbers that print as the same decimals', () => {
		const item = wireItem({
			quantityOrdered: 2,
			proceeds: {
				breakdowns: [
					{ type: 'ITEM', subtotal: gbp('19.98') },
					{ type: 'TAX', subtotal: gbp('3.33') },
				],
			},
		});
		const order = anOrder({
			salesChannel: inEngland,
			proceeds: { grandTotal: gbp('19.98') },
			orderItems: [item],
		});
		const json = draftItem(salesOrderOf(order, defaultOrderOptions).draft);
		expect(json.lineItems[0]).toMatchObject({ qty: 2, unitPrice: 9.99, discount: 0, taxRate: 20 });
		expect(json).toMatchObject({
			taxStatus: 'Incl',
			freightTotal: 0,
			surcharge: 0,
			discountTotal: 0,
			payments: [{ amount: 19.98 }],
		});
	});

	it('has yen without decimals', () => {
		const item = wireItem({
			product: { sellerSku: 'MUG', price: { unitPrice: jpy('5980') } },
			proceeds: { breakdowns: [{ type: 'ITEM', subtotal: jpy('5980') }] },
		});
		const order = anOrder({
			salesChannel: inJapan,
			proceeds: { grandTotal: jpy('5980') },
			orderItems: [item],
		});
		const { draft, amazon } = salesOrderOf(order, defaultOrderOptions);
		expect(draft.lineItems[0].unitPrice).toBe('5980');
		expect(draft.payments[0].amount).toBe('5980');
		expect(amazon).toMatchObject({ grandTotal: '5980', totalsAgree: true });
	});
});
