// Amazon orders in wire format, for tests: one plain order, changed as the test needs it.
import { readOrder } from '../../../lib/amazon/api/orderReaders';
import type { AmazonOrder } from '../../../lib/amazon/api/records';

export const usd = (amount: string) => ({ amount, currencyCode: 'USD' });
export const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });
export const jpy = (amount: string) => ({ amount, currencyCode: 'JPY' });

/** A wire order of 1 May 2026: one mug for 20.00 USD, merchant-fulfilled, paid. */
export function wireOrder(changes: Record<string, unknown> = {}): any {
	return {
		orderId: '111-0000001-0000001',
		createdTime: '2026-05-01T10:00:00.123Z',
		lastUpdatedTime: '2026-05-01T11:00:00.456Z',
		salesChannel: {
			channelName: 'AMAZON',
			marketplaceId: 'ATVPDKIKX0DER',
			marketplaceName: 'Amazon.com',
		},
		proceeds: { grandTotal: usd('20.00') },
		fulfillment: { fulfillmentStatus: 'UNSHIPPED', fulfilledBy: 'MERCHANT' },
		orderItems: [wireItem()],
		...changes,
	};
}

/** One mug for 20.00 USD, unless breakdowns say otherwise. */
export function wireItem(changes: Record<string, unknown> = {}): any {
	return {
		orderItemId: '900001',
		quantityOrdered: 1,
		product: {
			asin: 'B000000001',
			title: 'Mug',
			sellerSku: 'MUG',
			price: { unitPrice: usd('20.00') },
		},
		proceeds: {
			proceedsTotal: usd('20.00'),
			breakdowns: [{ type: 'ITEM', subtotal: usd('20.00') }],
		},
		fulfillment: { quantityFulfilled: 0, quantityUnfulfilled: 1 },
		...changes,
	};
}

/** The same, read as the client reads it. */
export function anOrder(changes: Record<string, unknown> = {}): AmazonOrder {
	return readOrder({ order: wireOrder(changes) });
}

export const inEngland = {
	channelName: 'AMAZON',
	marketplaceId: 'A1F83G8C2ARO7P',
	marketplaceName: 'Amazon.co.uk',
};
export const inJapan = {
	channelName: 'AMAZON',
	marketplaceId: 'A1VC38T7YXB528',
	marketplaceName: 'Amazon.co.jp',
};
