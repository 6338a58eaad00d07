/** What rides along with a sales order from Amazon: for people to look at, for rules to decide by. Not sent to Cin7. */
import { toText } from '../../money/currency';
import type { AmazonOrder } from '../api/records';
import { marketplaceOf, sellerCentralUrl } from './marketplaces';
import type { OrderMoney } from './orderMoney';
import { isCancelled, isPending, replacedOrder } from './status';
import { withheldFrom, type Withheld } from './withheld';

export interface AmazonBlock {
	orderId: string;
	/** The seller's own number for it; blank when there is none. */
	sellerOrderId: string;
	marketplaceId: string;
	marketplaceName: string;
	/** AMAZON or NON_AMAZON. */
	channel: string;
	/** MERCHANT or AMAZON. */
	fulfilledBy: string;
	status: string;
	serviceLevel: string;
	programs: string[];
	promotions: string[];
	createdTime: string;
	lastUpdatedTime: string;
	/** Instants; blank when Amazon gives none. */
	shipBy: string;
	deliverBy: string;
	isPending: boolean;
	isCancelled: boolean;
	isReplacement: boolean;
	/** The order that it replaces. */
	replacesOrderId: string;
	sellerCentralUrl: string;
	currency: string;
	/** Amazon's grand total as decimal text; null when it gives none. */
	grandTotal: string | null;
	/** What the sales order comes to. */
	orderTotal: string;
	/** Tax that Amazon collects and pays, which is not in the order. */
	marketplaceTax: string;
	totalsAgree: boolean;
	/** What does not agree, in words; blank when all does. */
	totalsNote: string;
	itemsMissing: boolean;
	personalDataRequested: boolean;
	withheld: Withheld;
	/** Names as Amazon gave them; only with personal data. */
	buyerName?: string;
	recipientName?: string;
}

/** @param personalData whether it was asked for */
export function amazonBlock(
	order: AmazonOrder,
	money: OrderMoney,
	personalData: boolean,
): AmazonBlock {
	const { salesChannel, fulfillment } = order;
	const { marketplaceId } = salesChannel;
	const replaced = replacedOrder(order);
	const amount = (minor: number) => toText(minor, money.currency);
	return {
		orderId: order.orderId,
		sellerOrderId:
			order.orderAliases.find(({ aliasType }) => aliasType === 'SELLER_ORDER_ID')?.aliasId ?? '',
		marketplaceId,
		marketplaceName: salesChannel.marketplaceName || (marketplaceOf(marketplaceId)?.name ?? ''),
		channel: salesChannel.channelName,
		fulfilledBy: fulfillment?.fulfilledBy ?? '',
		status: fulfillment?.fulfillmentStatus ?? '',
		serviceLevel: fulfillment?.fulfillmentServiceLevel ?? '',
		programs: order.programs,
		promotions: promotionsOf(order),
		createdTime: order.createdTime,
		lastUpdatedTime: order.lastUpdatedTime,
		shipBy: fulfillment?.shipByWindow?.latestDateTime ?? '',
		deliverBy: fulfillment?.deliverByWindow?.latestDateTime ?? '',
		isPending: isPending(order),
		isCancelled: isCancelled(order),
		isReplacement: replaced !== '',
		replacesOrderId: replaced,
		sellerCentralUrl: sellerCentralUrl(marketplaceId, order.orderId),
		currency: money.currency,
		grandTotal: money.grandTotal === null ? null : amount(money.grandTotal),
		orderTotal: amount(money.total),
		marketplaceTax: amount(money.marketplaceTax),
		totalsAgree: money.agrees && money.oneCurrency,
		totalsNote: totalsNote(order, money),
		itemsMissing: order.orderItems.length === 0,
		personalDataRequested: personalData,
		withheld: withheldFrom(order, personalData),
		...(personalData && {
			buyerName: order.buyer?.buyerName ?? '',
			recipientName: order.recipient?.deliveryAddress?.name ?? '',
		}),
	};
}

function promotionsOf({ orderItems }: AmazonOrder): string[] {
	const ids = orderItems.flatMap(
		({ promotion }) => promotion?.breakdowns.map(({ promotionId }) => promotionId) ?? [],
	);
	return [...new Set(ids.filter((id) => id !== ''))];
}

function totalsNote({ orderId }: AmazonOrder, money: OrderMoney): string {
	if (!money.oneCurrency) return `Amazon gives amounts of order ${orderId} in several currencies.`;
	if (money.agrees || money.grandTotal === null) return '';
	const amount = (minor: number) => `${toText(minor, money.currency)} ${money.currency}`;
	return `The items of order ${orderId} come to ${amount(money.total)}, but Amazon’s total is ${amount(money.grandTotal)}. Compare it in Seller Central before you send an invoice.`;
}
