// The default bot: the settings that the template, the launcher and the tests start from. A channel
// has a row for every payment type that its deposits are reconciled by, and one that it ignores.
import { branchIds, batchCustomer, accountant } from './account.mts';

/** `11:00`, `End of day` or `Ignore`. */
export interface BotRow {
	channel: string;
	paymentType: string;
	cutOff: string;
}

export interface Bot {
	botName: string;
	/** For the dashboard's diagram only. */
	tags: string[];
	zone: string;
	rows: BotRow[];
	/** Empty for all. */
	branchIds: number[];
	lookBackDays: number;
	depositPaymentTypes: string[];
	/** Where batch documents go. */
	customerId: number;
	customerName: string;
	productCode: string;
	summaryEmail: string;
}

export const shopify = 'Shopify Harbour Outfitters';
export const wooCommerce = 'WooCommerce Harbour Trade';
export const amazonSeller = 'Amazon Seller AU';
/** A channel that the default bot leaves to another one. */
export const ebay = 'eBay Harbour "Clearance"';

export const defaultBot: Bot = {
	botName: 'Batch ecommerce orders',
	tags: [shopify, wooCommerce, amazonSeller],
	zone: 'Australia/Sydney',
	rows: [
		{ channel: shopify, paymentType: 'Shopify Payments', cutOff: '11:00' },
		{ channel: shopify, paymentType: 'PayPal', cutOff: '16:30' },
		{ channel: shopify, paymentType: 'Afterpay', cutOff: 'End of day' },
		{ channel: shopify, paymentType: 'Deposit', cutOff: 'End of day' },
		{ channel: shopify, paymentType: 'Gift Card', cutOff: 'Ignore' },
		// The provider's settlement runs at night: where clocks change, this cut-off is in the hour it concerns.
		{ channel: wooCommerce, paymentType: 'Stripe', cutOff: '02:30' },
		{ channel: wooCommerce, paymentType: 'PayPal', cutOff: '09:15' },
		{ channel: wooCommerce, paymentType: 'Cash', cutOff: 'Ignore' },
		{ channel: amazonSeller, paymentType: 'Amazon', cutOff: 'End of day' },
		{ channel: amazonSeller, paymentType: 'Gift Card', cutOff: 'Ignore' },
	],
	// The three that ship for the channels; the pop-up stall's takings are banked by hand.
	branchIds: [branchIds.sydney, branchIds.melbourne, branchIds.fremantle],
	lookBackDays: 30,
	depositPaymentTypes: ['Deposit'],
	customerId: batchCustomer.id,
	customerName: batchCustomer.company,
	productCode: 'BATCH',
	summaryEmail: accountant.email,
};

/** The cut-off of a row; undefined where the bot has none. */
export function cutOffOf(bot: Bot, channel: string, paymentType: string): string | undefined {
	return bot.rows.find((row) => row.channel === channel && row.paymentType === paymentType)?.cutOff;
}
