// One sale on Amazon, written as the order that Orders v2026-01-01 gives with every data set and every role.
import type { Order, OrderItem } from '../../amazon/order.mts';
import type { AnyField } from '../scenario.mts';
import { products } from '../products.mts';
import type { Product } from '../products.mts';
import type { AmazonBuyer } from './buyers.mts';
import { itemMoney, money, orderBreakdowns } from './itemMoney.mts';
import type { ItemAmounts, MoneyForm } from './itemMoney.mts';
import type { Marketplace } from './marketplaces.mts';

export interface SoldItem extends ItemAmounts {
	product: Product;
	giftMessage?: string;
	promotionIds?: string[];
}

export interface AmazonSale {
	/** Unlike that of any other sale; makes the order number. */
	n: number;
	marketplace: Marketplace;
	/** Milliseconds since 1970. */
	createdAt: number;
	updatedAt: number;
	status: string;
	fulfilledBy: 'MERCHANT' | 'AMAZON';
	serviceLevel: string;
	programs: string[];
	buyer: AmazonBuyer;
	items: SoldItem[];
	form: MoneyForm;
	/** Units of each item that have left. */
	shipped: number[];
}

const day = 86_400_000;

/** The order, whole. */
export function amazonOrder(sale: AmazonSale): Order {
	const { marketplace, buyer, createdAt, status, fulfilledBy } = sale;
	const { currency } = marketplace;
	const amounts = sale.items.map((item) => itemMoney(item, marketplace, sale.form));
	const total = amounts.reduce((sum, item) => sum + item.total, 0);
	return {
		orderId: orderId(sale.n, marketplace),
		...(fulfilledBy === 'MERCHANT' && {
			orderAliases: [{ aliasId: `HG-${100_000 + sale.n}`, aliasType: 'SELLER_ORDER_ID' }],
		}),
		createdTime: time(createdAt),
		lastUpdatedTime: time(sale.updatedAt),
		...(sale.programs.length > 0 && { programs: sale.programs }),
		salesChannel: {
			channelName: 'AMAZON',
			marketplaceId: marketplace.id,
			marketplaceName: marketplace.name,
		},
		buyer: {
			buyerName: buyer.name,
			...(fulfilledBy === 'MERCHANT' && { buyerEmail: buyer.email }),
			...(buyer.companyName && { buyerCompanyName: buyer.companyName }),
		},
		recipient: { deliveryAddress: buyer.address },
		proceeds: {
			grandTotal: money(total, currency),
			breakdowns: orderBreakdowns(amounts, currency),
		},
		...(marketplace.countryCode === 'JP' && {
			payment: {
				paymentExecutions: [{ paymentMethod: 'CreditCard', paymentAmount: money(total, currency) }],
			},
		}),
		fulfillment: {
			fulfillmentStatus: status,
			fulfilledBy,
			fulfillmentServiceLevel: sale.serviceLevel,
			shipByWindow: {
				earliestDateTime: time(createdAt),
				latestDateTime: time(createdAt + 2 * day),
			},
			deliverByWindow: {
				earliestDateTime: time(createdAt + 3 * day),
				latestDateTime: time(createdAt + 7 * day),
			},
		},
		orderItems: sale.items.map((item, index) => orderItem(sale, item, index, amounts[index])),
		...(fulfilledBy === 'MERCHANT' && sale.shipped.some((units) => units > 0) && packages(sale)),
	};
}

function orderItem(
	sale: AmazonSale,
	item: SoldItem,
	index: number,
	{ breakdowns, total }: ReturnType<typeof itemMoney>,
): OrderItem {
	const { marketplace, status } = sale;
	const { currency } = marketplace;
	const packing = item.giftWrap > 0 || item.giftMessage !== undefined;
	const shipped = sale.shipped[index] ?? 0;
	return {
		orderItemId: itemId(sale.n, index),
		quantityOrdered: item.quantity,
		product: {
			asin: asin(item.product),
			title: `${item.product.name}${marketplace.countryCode === 'JP' ? '（船具）' : ''}`,
			sellerSku: item.product.code,
			condition: { conditionType: 'NEW', conditionSubtype: 'NEW' },
			price: {
				unitPrice: money(item.unit, currency),
				...(sale.programs.includes('AMAZON_BUSINESS') && { priceDesignation: 'BUSINESS_PRICE' }),
			},
		},
		proceeds: { proceedsTotal: money(total, currency), breakdowns },
		...(marketplace.countryCode === 'JP' && {
			expense: {
				pointsCost: {
					pointsGranted: { pointsNumber: 12, pointsMonetaryValue: money(12, currency) },
				},
			},
		}),
		...(item.promotionIds && {
			promotion: { breakdowns: item.promotionIds.map((promotionId) => ({ promotionId })) },
		}),
		...(status === 'CANCELLED' && {
			cancellation: {
				cancellationRequest: { requester: 'BUYER', cancelReason: 'NO_LONGER_NEEDED' },
				cancellationExecution: { cancelledBy: 'MERCHANT', cancelReason: 'BUYER_REQUEST' },
			},
		}),
		fulfillment: {
			quantityFulfilled: shipped,
			quantityUnfulfilled: status === 'CANCELLED' ? 0 : item.quantity - shipped,
			...(packing && {
				packing: {
					giftOption: {
						...(item.giftMessage && { giftMessage: item.giftMessage }),
						giftWrapLevel: 'CLASSIC',
					},
				},
			}),
		},
		tax: { taxCollections: [] },
	};
}

function packages(sale: AmazonSale): { packages: AnyField[] } {
	const at = sale.updatedAt;
	return {
		packages: [
			{
				packageReferenceId: String(sale.n),
				createdTime: time(at),
				packageStatus: { status: 'SHIPPED' },
				carrier: 'Sample Post',
				shipTime: time(at),
				shippingService: 'Parcel',
				trackingNumber: `SP${String(sale.n).padStart(10, '0')}`,
				packageItems: sale.items.flatMap((_, index) =>
					sale.shipped[index] > 0
						? [{ orderItemId: itemId(sale.n, index), quantity: sale.shipped[index] }]
						: [],
				),
			},
		],
	};
}

/** For example 503-1234567-7654321; unlike any other `n`'s. */
export function orderId(n: number, { series }: Marketplace): string {
	return `${series[n % series.length]}-${scattered(n, 7_919)}-${scattered(n + 31, 104_729)}`;
}

export function itemId(n: number, index: number): string {
	return String(40_000_000_000_000 + n * 100 + index);
}

/** A time with milliseconds, in UTC. */
export function time(ms: number): string {
	return new Date(ms).toISOString();
}

/** Seven digits that never come twice for counts below nine million, in no visible order. */
function scattered(count: number, step: number): number {
	return 1_000_000 + ((count * step) % 9_000_000);
}

function asin(product: Product): string {
	return `B0${String(products.indexOf(product) * 7_919 + 10_000_000).padStart(8, '0')}`;
}
