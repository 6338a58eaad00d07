/** An Amazon order as a sales order on its way to Cin7. */
import { toText } from '../../money/currency';
import type { DraftLine, DraftPayment, SalesOrderDraft } from '../../orders/salesOrderDraft';
import type { AmazonOrder } from '../api/records';
import { amazonBlock, type AmazonSalesOrder } from './amazonBlock';
import { besideRate } from './besideRate';
import { customerOf } from './customer';
import { noAddress, prefixed } from './deliveryAddress';
import { effectiveRate } from './effectiveRate';
import { linePrice } from './linePrice';
import { marketplaceOf } from './marketplaces';
import type { OrderOptions } from './options';
import { orderMoney, type LineMoney, type OrderMoney } from './orderMoney';
import { isPaid } from './status';
import { unreadableSalesOrder } from './unreadableOrder';

/**
 * The sales order, its reference the Amazon order id. Never throws for what an order says: what is missing stays blank,
 * and totals that do not agree are said in the `amazon` block. An order that cannot be read has its reference and
 * little more, so that it needs attention.
 *
 * Tax status: `Incl` with a rate on each line where Amazon names tax that the seller owes, and where prices usually include
 * tax (Cin7's own rate for the customer then counts); `Exempt` where the marketplace pays the tax, and where
 * Amazon names none in a country whose prices do not include it.
 */
export function salesOrderOf(order: AmazonOrder, options: OrderOptions): AmazonSalesOrder {
	if (order.unreadable.length > 0) return unreadableSalesOrder(order, options);
	const marketplace = marketplaceOf(order.salesChannel.marketplaceId);
	const taxIncluded = marketplace?.taxIncluded ?? true;
	const money = orderMoney(order, taxIncluded);
	const customer = customerOf(order, options);
	const country = customer.delivery.country || (marketplace?.country ?? '');
	const amount = (minor: number) => toText(minor, money.currency);
	const billing = options.billingAddress === 'sameAsDelivery' ? customer.delivery : noAddress;
	const beside = besideRate(money, country);
	const draft: SalesOrderDraft = {
		reference: order.orderId,
		customerOrderNo: customer.purchaseOrder,
		createdDate: order.createdTime,
		firstName: customer.firstName,
		lastName: customer.lastName,
		company: customer.company,
		email: customer.email,
		phone: customer.phone,
		...prefixed('delivery', customer.delivery),
		...prefixed('billing', billing),
		currencyCode: money.currency,
		taxStatus: taxStatusOf(money, taxIncluded),
		...(beside.rate !== null && { taxRate: beside.rate }),
		freightTotal: amount(money.freight),
		freightDescription: freightDescription(order, money),
		surcharge: amount(money.surcharge),
		surchargeDescription: money.surcharge === 0 ? '' : 'Gift wrap and fees',
		discountTotal: amount(money.discount),
		discountDescription: money.discount === 0 ? '' : 'Amazon promotions',
		deliveryInstructions: customer.instructions,
		lineItems: money.lines.map((line) => draftLine(line, money, country, options)),
		payments: paymentsOf(order, money, options),
	};
	const notes = beside.note === '' ? [] : [beside.note];
	return { draft, amazon: amazonBlock(order, money, options.personalData, notes) };
}

function draftLine(
	{ item, quantity, amount, discount, tax }: LineMoney,
	money: OrderMoney,
	country: string,
	{ personalData }: OrderOptions,
): DraftLine {
	const price = linePrice(quantity, amount, discount);
	const comments = commentsOf(item, quantity, personalData);
	return {
		code: item.product?.sellerSku.trim() ?? '',
		name: item.product?.title.trim() ?? '',
		qty: String(quantity),
		unitPrice: toText(price.unitMinor, money.currency),
		discount: toText(price.discountMinor, money.currency),
		...(money.ownTax !== 0 && {
			taxRate: effectiveRate(amount - discount, Math.max(0, tax ?? 0), country),
		}),
		integrationRef: item.orderItemId,
		...(comments !== '' && { lineComments: comments }),
	};
}

/** Gift messages and personalisations are the customer's words: personal data. */
function commentsOf(
	{ fulfillment, product, quantityOrdered }: LineMoney['item'],
	quantity: number,
	personalData: boolean,
): string {
	const gift = fulfillment?.packing?.giftOption;
	const customised = product?.customization?.customizedUrl ?? '';
	return [
		cancelledText(quantity, quantityOrdered),
		gift?.giftWrapLevel ? `Gift wrap: ${gift.giftWrapLevel}` : '',
		personalData && gift?.giftMessage ? `Gift message: ${gift.giftMessage}` : '',
		personalData && customised !== '' ? `Customisation: ${customised}` : '',
	]
		.filter((text) => text !== '')
		.join('\n');
}

function cancelledText(quantity: number, ordered: number): string {
	if (quantity >= ordered) return '';
	return quantity === 0
		? `Cancelled: ${ordered} ordered`
		: `Cancelled: ${ordered - quantity} of ${ordered} ordered`;
}

function taxStatusOf(money: OrderMoney, taxIncluded: boolean): SalesOrderDraft['taxStatus'] {
	if (money.ownTax !== 0) return 'Incl';
	const isMarketplaces = money.marketplaceTax !== 0 || money.taxByMarketplace;
	return isMarketplaces || !taxIncluded ? 'Exempt' : 'Incl';
}

function freightDescription({ fulfillment }: AmazonOrder, money: OrderMoney): string {
	const level = fulfillment?.fulfillmentServiceLevel ?? '';
	if (money.freight === 0 && level === '') return '';
	return level === ''
		? 'Amazon shipping'
		: `Amazon shipping, ${level.toLowerCase().replaceAll('_', ' ')}`;
}

/**
 * One payment, once Amazon has the customer's money and says how much, dated the day of the order. Its amount is the
 * order's; where the totals do not agree it is Amazon's, so that the difference is seen and the order is not batched as
 * paid in full.
 */
function paymentsOf(
	order: AmazonOrder,
	money: OrderMoney,
	{ paymentType }: OrderOptions,
): DraftPayment[] {
	const paid = money.agrees ? money.total : (money.grandTotal ?? money.total);
	if (!isPaid(order) || !money.isProven || paid <= 0) return [];
	return [
		{
			method: paymentType,
			amount: toText(paid, money.currency),
			paymentDate: order.createdTime,
			transactionRef: order.orderId,
		},
	];
}
