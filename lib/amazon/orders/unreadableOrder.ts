/**
 * An order in a form that Amazon does not document, as a sales order: its reference, and nothing that might be wrong. Being
 * incomplete it needs attention, while the orders around it go their way.
 */
import type { AmazonOrder } from '../api/records';
import { amazonBlock, type AmazonSalesOrder } from './amazonBlock';
import { noAddress, prefixed } from './deliveryAddress';
import type { OrderOptions } from './options';
import { marketplaceOf } from './marketplaces';
import { orderMoney } from './orderMoney';
import { currenciesOf } from './orderParts';

/** @param order with `unreadable` fields */
export function unreadableSalesOrder(
	order: AmazonOrder,
	{ personalData }: OrderOptions,
): AmazonSalesOrder {
	const currency = currenciesOf(order)[0] ?? '';
	const bare: AmazonOrder = {
		...order,
		proceeds: null,
		orderItems: [],
		buyer: null,
		recipient: null,
	};
	const money = { ...orderMoney(bare, true), currency, agrees: false };
	return {
		draft: {
			reference: order.orderId,
			customerOrderNo: '',
			createdDate: order.createdTime,
			firstName: '',
			lastName: '',
			company: '',
			email: '',
			phone: '',
			...prefixed('delivery', noAddress),
			...prefixed('billing', noAddress),
			currencyCode: currency,
			// Cin7 keeps it when the order is completed later.
			taxStatus: pricesIncludeTax(order) ? 'Incl' : 'Exempt',
			freightTotal: '0',
			freightDescription: '',
			surcharge: '0',
			surchargeDescription: '',
			discountTotal: '0',
			discountDescription: '',
			deliveryInstructions: '',
			lineItems: [],
			payments: [],
		},
		amazon: amazonBlock(bare, money, personalData),
	};
}

function pricesIncludeTax({ salesChannel }: AmazonOrder): boolean {
	return marketplaceOf(salesChannel.marketplaceId)?.taxIncluded ?? true;
}
