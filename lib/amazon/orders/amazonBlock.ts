/** What rides along with a sales order from Amazon: for people to look at, for rules to decide by. Not sent to Cin7. */
import { toText } from '../../money/currency';
import type { SalesOrderDraft } from '../../orders/salesOrderDraft';
import type { AmazonOrder } from '../api/records';
import { marketplaceOf, sellerCentralUrl } from './marketplaces';
import type { OrderMoney } from './orderMoney';
import {
	isCancellationAsked,
	isCancelled,
	isPending,
	isReplacement,
	isSoldOnAmazon,
	replacedOrder,
} from './status';
import { withheldFrom, type Withheld } from './withheld';

export interface AmazonBlock {
	orderId: string;
	/** The seller's own number for it; blank when there is none. */
	sellerOrderId: string;
	marketplaceId: string;
	marketplaceName: string;
	/** AMAZON, or NON_AMAZON for an order of another channel that Amazon only sends. */
	soldOn: string;
	/** MERCHANT or AMAZON. */
	fulfilledBy: string;
	/** Amazon's own: UNSHIPPED, PARTIALLY_SHIPPED, SHIPPED and others. */
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
	/** Sent as a replacement or in exchange. */
	isReplacement: boolean;
	/** The order for which it is sent. */
	replacesOrderId: string;
	/** Whether the buyer asked to cancel something that is not cancelled. */
	buyerAskedToCancel: boolean;
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
	/** What else a person should know, in sentences. */
	notes: string[];
	itemsMissing: boolean;
	/** Fields that are not as Amazon documents them. Where there are any, nothing of the order was taken over. */
	unreadable: string[];
	personalDataRequested: boolean;
	withheld: Withheld;
	/** Names as Amazon gave them; only with personal data. */
	buyerName?: string;
	recipientName?: string;
}

/** A sales order, and beside it what Amazon says. */
export interface AmazonSalesOrder {
	draft: SalesOrderDraft;
	amazon: AmazonBlock;
}

/**
 * @param personalData whether it was asked for
 * @param notes what there is to say already
 */
export function amazonBlock(
	order: AmazonOrder,
	money: OrderMoney,
	personalData: boolean,
	notes: readonly string[] = [],
): AmazonBlock {
	const { salesChannel, fulfillment } = order;
	const { marketplaceId } = salesChannel;
	const amount = (minor: number) => toText(minor, money.currency);
	return {
		orderId: order.orderId,
		sellerOrderId:
			order.orderAliases.find(({ aliasType }) => aliasType === 'SELLER_ORDER_ID')?.aliasId ?? '',
		marketplaceId,
		marketplaceName: salesChannel.marketplaceName || (marketplaceOf(marketplaceId)?.name ?? ''),
		soldOn: salesChannel.channelName,
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
		isReplacement: isReplacement(order),
		replacesOrderId: replacedOrder(order),
		buyerAskedToCancel: isCancellationAsked(order),
		sellerCentralUrl: sellerCentralUrl(marketplaceId, order.orderId),
		currency: money.currency,
		grandTotal: money.grandTotal === null ? null : amount(money.grandTotal),
		orderTotal: amount(money.total),
		marketplaceTax: amount(money.marketplaceTax),
		totalsAgree: money.agrees && money.oneCurrency && money.isProven,
		totalsNote: totalsNote(order, money),
		notes: [...notes, ...notesOn(order)],
		itemsMissing: order.orderItems.length === 0,
		unreadable: order.unreadable,
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

function notesOn(order: AmazonOrder): string[] {
	return [
		isCancellationAsked(order)
			? `The buyer asked to cancel items of order ${order.orderId}. Decide in Seller Central before you send them.`
			: '',
		isSoldOnAmazon(order)
			? ''
			: `Order ${order.orderId} was sold on another channel, and Amazon only sends it. Its payment is there.`,
		order.unreadable.length === 0
			? ''
			: `Amazon gave order ${order.orderId} in a form that it does not document, so nothing of it was taken over (${order.unreadable.join('; ')}). Look it up in Seller Central, and report the fields to the makers of this node.`,
	].filter((note) => note !== '');
}

function totalsNote({ orderId, unreadable }: AmazonOrder, money: OrderMoney): string {
	if (unreadable.length > 0) return '';
	if (!money.oneCurrency) return `Amazon gives amounts of order ${orderId} in several currencies.`;
	if (!money.isProven) {
		return `Amazon does not say what was paid for order ${orderId}, so it has unit prices at the most and no payment. Compare it in Seller Central before you send an invoice.`;
	}
	if (money.agrees || money.grandTotal === null) return '';
	const amount = (minor: number) => `${toText(minor, money.currency)} ${money.currency}`;
	return `The items of order ${orderId} come to ${amount(money.total)}, but Amazon’s total is ${amount(money.grandTotal)}. Compare it in Seller Central before you send an invoice.`;
}
