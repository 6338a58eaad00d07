// An order as Orders v2026-01-01 has it, with every data set: what the stand-in itself looks at is spelled out,
// the rest passes through.
import type { AnyField } from '../scenario/scenario.mts';

/** `amount` is a decimal text; of yen one without decimals. */
export interface Money {
	amount: string;
	currencyCode: string;
}

export interface Address extends AnyField {
	name?: string;
	companyName?: string;
	addressLine1?: string;
	addressLine2?: string;
	addressLine3?: string;
	city?: string;
	stateOrRegion?: string;
	postalCode?: string;
	countryCode?: string;
	phone?: string;
	addressType?: string;
}

export interface DateTimeRange {
	earliestDateTime?: string;
	latestDateTime?: string;
}

export interface OrderItem extends AnyField {
	orderItemId: string;
	quantityOrdered: number;
	product: AnyField & { price?: { unitPrice?: Money; priceDesignation?: string } };
	fulfillment?: AnyField & { packing?: AnyField & { giftOption?: AnyField } };
}

export interface Order extends AnyField {
	orderId: string;
	/** ISO 8601, UTC, milliseconds. */
	createdTime: string;
	lastUpdatedTime: string;
	salesChannel: { channelName: string; marketplaceId?: string; marketplaceName?: string };
	orderItems: OrderItem[];
	buyer?: AnyField;
	recipient?: AnyField & { deliveryAddress?: Address };
	fulfillment?: AnyField & {
		fulfillmentStatus: string;
		fulfilledBy?: string;
		deliverByWindow?: DateTimeRange;
	};
}

export const fulfillmentStatuses = [
	'PENDING_AVAILABILITY',
	'PENDING',
	'UNSHIPPED',
	'PARTIALLY_SHIPPED',
	'SHIPPED',
	'CANCELLED',
	'UNFULFILLABLE',
] as const;

export const dataSets = [
	'BUYER',
	'RECIPIENT',
	'PROCEEDS',
	'EXPENSE',
	'PROMOTION',
	'CANCELLATION',
	'FULFILLMENT',
	'PACKAGES',
	'TAX',
	'PAYMENT',
	'FULFILLMENT_ORDERS',
] as const;

export type DataSet = (typeof dataSets)[number];
